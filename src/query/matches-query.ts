// Does an article match a query: the plain answer, by looking at the article itself.
import type { Article } from "../article/article.ts";
import { stateAt } from "../article/state.ts";
import type { Having, Query, QueryField, Term } from "./query.ts";

/** True when every term holds for the article at `at` (epoch milliseconds). Text is compared without case and accents. */
export function matchesQuery(article: Article, query: Query, at: number): boolean {
  return query.terms.every((term) => holds(article, term, at) !== term.isNegated);
}

function holds(article: Article, term: Term, at: number): boolean {
  if (term.kind === "word") return holdsWord(article, fold(term.text));
  return term.values.some((value) => holdsField(article, term.field, { value, at }));
}

function holdsWord({ headline, summary, body, tags }: Article, word: string): boolean {
  return [headline, summary ?? "", body, ...tags].some((text) => fold(text).includes(word));
}

interface Asked {
  readonly value: string;
  readonly at: number;
}

function holdsField(article: Article, field: QueryField, { value, at }: Asked): boolean {
  const word = fold(value);
  switch (field) {
    case "slug":
      return fold(article.slug) === word;
    case "section":
      return isSectionIn(fold(article.section ?? ""), word);
    case "status":
      return article.status === value;
    case "kind":
      return article.kind === value;
    case "lang":
      return fold(article.language) === word || fold(article.language).startsWith(`${word}-`);
    case "tag":
      return article.tags.some((tag) => fold(tag) === word);
    case "author":
      return article.authors.some(({ name }) => fold(name).includes(word));
    case "headline":
    case "body":
      return fold(article[field]).includes(word);
    case "summary":
      return fold(article.summary ?? "").includes(word);
    case "is":
      return value === "corrected" ? article.corrections.length > 0 : stateAt(article, at) === value;
    case "has":
      return has(article, value);
  }
}

/** `europe` finds `world/europe` and what lies below it; `world` finds all of it. */
function isSectionIn(section: string, asked: string): boolean {
  return `/${section}/`.includes(`/${asked}/`);
}

function has({ image, corrections, related, embargo, body }: Article, value: string): boolean {
  const having: Readonly<Record<Having, boolean>> = {
    image: image !== undefined,
    correction: corrections.length > 0,
    related: related.length > 0,
    embargo: embargo !== undefined,
    quote: /^ {0,3}>/m.test(body),
  };
  return Object.entries(having).some(([name, holds]) => name === value && holds);
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
