// Does an article match a query: the plain answer, by looking at the article. What the index answers is tested against it.
import type { Article, Embargo } from "../article/article.ts";
import { stateAt } from "../article/state.ts";
import type { Instant } from "../base/instant.ts";
import { countWords } from "../body/count-words.ts";
import { parseBody } from "../body/parse-body.ts";
import { plainText } from "../body/plain-text.ts";
import { pullQuotes } from "../body/pull-quotes.ts";
import { numberOfValue, ownValue, textOfValue } from "./own-value.ts";
import { isOwnField } from "./query-field.ts";
import { holdsPhrase, passes } from "./text-test.ts";
import type { Having, NamedField, QueryField, QueryNode, Range } from "./query.ts";

/** A file of the newsroom as a query sees it: its article, the instant it is asked at (epoch milliseconds), the newsroom's zone, the address of its page if it has one. */
export interface Asked {
  /** Absent where the file holds none. */
  readonly article: Article | undefined;
  readonly at: number;
  readonly timezone: string;
  readonly url?: string;
}

/**
 * True when the file matches; one without an article only where the query asks for such. Fields of the body cost
 * parsing it.
 */
export function matchesQuery(asked: Asked, node: QueryNode): boolean {
  const { article } = asked;
  if (article === undefined) return asksInvalid(node) && matchesNone(node);
  return matchesArticle({ ...asked, article }, node);
}

/** True where a query says `is:invalid` anywhere: only then files without an article are looked at. */
export function asksInvalid(node: QueryNode): boolean {
  if (node.kind === "not") return asksInvalid(node.node);
  return node.kind === "and" || node.kind === "or" ? node.nodes.some(asksInvalid) : node.kind === "invalid";
}

/** True where matchesQuery may come to the text of an article. */
export function asksBody(node: QueryNode): boolean {
  switch (node.kind) {
    case "and":
    case "or":
      return node.nodes.some(asksBody);
    case "not":
      return asksBody(node.node);
    case "words":
    case "has":
      return true;
    case "text":
    case "range":
    case "present":
      return node.field === "body" || node.field === "text" || node.field === "words";
    case "all":
    case "state":
    case "invalid":
      return false;
  }
}

function matchesNone(node: QueryNode): boolean {
  if (node.kind === "not") return !matchesNone(node.node);
  if (node.kind === "and") return node.nodes.every(matchesNone);
  return node.kind === "or" ? node.nodes.some(matchesNone) : node.kind === "invalid";
}

interface AskedArticle extends Asked {
  readonly article: Article;
}

function matchesArticle(asked: AskedArticle, node: QueryNode): boolean {
  switch (node.kind) {
    case "all":
      return true;
    case "and":
      return node.nodes.every((inner) => matchesArticle(asked, inner));
    case "or":
      return node.nodes.some((inner) => matchesArticle(asked, inner));
    case "not":
      return !matchesArticle(asked, node.node);
    case "words":
      return freeTexts(asked.article).some((text) => holdsPhrase(text, node.phrase));
    case "text":
      return textsOf(asked, node.field).some((text) => passes(text, node.test));
    case "range":
      return numbersOf(asked, node.field).some((number) => isWithin(number, node.range));
    case "present":
      return (
        textsOf(asked, node.field).length > 0 ||
        numbersOf(asked, node.field).length > 0 ||
        isOpen(asked, node.field)
      );
    case "state":
      return stateAt(asked.article, asked.at) === node.state;
    case "has":
      return has(asked.article, node.what);
    case "invalid":
      return false;
  }
}

function freeTexts({ headline, summary, body, tags }: Article): readonly string[] {
  return [headline, summary ?? "", body, ...tags];
}

type ReadTexts = (asked: AskedArticle) => readonly (string | undefined)[];

const TEXTS: Readonly<Partial<Record<NamedField, ReadTexts>>> = {
  slug: ({ article }) => [article.slug],
  id: ({ article }) => [article.id],
  section: ({ article }) => [article.section],
  status: ({ article }) => [article.status],
  kind: ({ article }) => [article.kind],
  lang: ({ article }) => [article.language],
  tag: ({ article }) => article.tags,
  url: ({ url }) => [url],
  author: ({ article }) => article.authors.map(({ name }) => name),
  headline: ({ article }) => [article.headline],
  summary: ({ article }) => [article.summary],
  body: ({ article }) => [article.body],
  text: ({ article }) => [plainText(parseBody(article.body))],
  correction: ({ article }) => article.corrections.map(({ text }) => text),
};

function textsOf(asked: AskedArticle, field: QueryField): string[] {
  const texts = isOwnField(field) ? [ownText(asked.article, field)] : (TEXTS[field]?.(asked) ?? []);
  return texts.filter((text): text is string => text !== undefined && text !== "");
}

function ownText(article: Article, field: `x.${string}`): string | undefined {
  return textOfValue(ownValue(article.x, field.slice(2)));
}

type ReadMoment = (article: Article) => Instant | Embargo | undefined;

const MOMENTS: Readonly<Partial<Record<NamedField, ReadMoment>>> = {
  created: ({ created }) => created,
  updated: ({ updated, published, created }) => updated ?? published ?? created,
  published: ({ published }) => published,
  embargo: ({ embargo }) => embargo,
  expires: ({ expires }) => expires,
};

function numbersOf({ article, timezone }: AskedArticle, field: QueryField): number[] {
  if (field === "words") return [countWords(parseBody(article.body))];
  if (isOwnField(field)) {
    const number = numberOfValue(ownValue(article.x, field.slice(2)), timezone);
    return number === undefined ? [] : [number];
  }
  const moment = MOMENTS[field]?.(article);
  return moment === undefined || moment === "open" ? [] : [moment.epochMs];
}

/** An open embargo has no instant, and yet is one. */
function isOpen({ article }: AskedArticle, field: QueryField): boolean {
  return field === "embargo" && article.embargo === "open";
}

function isWithin(number: number, { from, to }: Range): boolean {
  return (from === undefined || number >= from) && (to === undefined || number < to);
}

function has({ image, corrections, related, translationOf, embargo, body }: Article, what: Having): boolean {
  switch (what) {
    case "image":
      return image !== undefined;
    case "correction":
      return corrections.length > 0;
    case "related":
      return related.length > 0;
    case "translation":
      return translationOf !== undefined;
    case "embargo":
      return embargo !== undefined;
    case "quote":
      return body.includes(">") && pullQuotes(parseBody(body)).length > 0;
  }
}
