// Does an article match a query: the plain answer, by looking at the article. What the index answers is tested against it.
import type { Article, Embargo } from "../article/article.ts";
import { stateAt } from "../article/state.ts";
import type { Instant } from "../base/instant.ts";
import { parseInstant } from "../base/parse-instant.ts";
import { countWords } from "../body/count-words.ts";
import { parseBody } from "../body/parse-body.ts";
import { plainText } from "../body/plain-text.ts";
import { pullQuotes } from "../body/pull-quotes.ts";
import { fold, wordsOf } from "./fold-text.ts";
import type { Having, NamedField, Phrase, QueryField, QueryNode, Range, TextTest } from "./query.ts";

/** An article, the instant it is asked at (epoch milliseconds), the newsroom's zone, the address of its page if it has one. */
export interface Asked {
  readonly article: Article;
  readonly at: number;
  readonly timezone: string;
  readonly url?: string;
}

/** True when the article matches. Fields of the body cost parsing it. */
export function matchesQuery(asked: Asked, node: QueryNode): boolean {
  switch (node.kind) {
    case "all":
      return true;
    case "and":
      return node.nodes.every((inner) => matchesQuery(asked, inner));
    case "or":
      return node.nodes.some((inner) => matchesQuery(asked, inner));
    case "not":
      return !matchesQuery(asked, node.node);
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
  }
}

function freeTexts({ headline, summary, body, tags }: Article): readonly string[] {
  return [headline, summary ?? "", body, ...tags];
}

type ReadTexts = (asked: Asked) => readonly (string | undefined)[];

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

function textsOf(asked: Asked, field: QueryField): string[] {
  const texts = isOwn(field) ? [ownText(asked.article, field)] : (TEXTS[field]?.(asked) ?? []);
  return texts.filter((text): text is string => text !== undefined && text !== "");
}

function isOwn(field: QueryField): field is `x.${string}` {
  return field.startsWith("x.");
}

/** `x.rating.stars` reaches into maps; what is no text is read as JSON. */
function ownValue({ x }: Article, field: `x.${string}`): unknown {
  const isMapping = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null;
  const path = field.slice(2).split(".");
  return path.reduce<unknown>(
    (value, key) => (isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    x,
  );
}

function ownText(article: Article, field: `x.${string}`): string | undefined {
  const value = ownValue(article, field);
  if (value === undefined || value === null) return undefined;
  return typeof value === "string" ? value : JSON.stringify(value);
}

type ReadMoment = (article: Article) => Instant | Embargo | undefined;

const MOMENTS: Readonly<Partial<Record<NamedField, ReadMoment>>> = {
  created: ({ created }) => created,
  updated: ({ updated, published, created }) => updated ?? published ?? created,
  published: ({ published }) => published,
  embargo: ({ embargo }) => embargo,
  expires: ({ expires }) => expires,
};

function numbersOf({ article, timezone }: Asked, field: QueryField): number[] {
  if (field === "words") return [countWords(parseBody(article.body))];
  if (isOwn(field)) {
    const value = ownValue(article, field);
    if (typeof value === "number") return [value];
    const reading = typeof value === "string" ? parseInstant(value, timezone) : undefined;
    return reading?.kind === "instant" ? [reading.instant.epochMs] : [];
  }
  const moment = MOMENTS[field]?.(article);
  return moment === undefined || moment === "open" ? [] : [moment.epochMs];
}

/** An open embargo has no instant, and yet is one. */
function isOpen({ article }: Asked, field: QueryField): boolean {
  return field === "embargo" && article.embargo === "open";
}

function isWithin(number: number, { from, to }: Range): boolean {
  return (from === undefined || number >= from) && (to === undefined || number < to);
}

function passes(text: string, test: TextTest): boolean {
  switch (test.kind) {
    case "phrase":
      return holdsPhrase(text, test.phrase);
    case "equals":
      return fold(text) === test.text;
    case "contains":
      return fold(text).includes(test.text);
    case "matches":
      return new RegExp(test.pattern, "iu").test(fold(text));
  }
}

/** The words of the phrase stand in the text one behind the other. */
function holdsPhrase(text: string, { words, isPrefix }: Phrase): boolean {
  if (words.length === 0) return false;
  const found = wordsOf(text);
  return found.some((_, start) =>
    words.every((word, index) => {
      const candidate = found[start + index];
      if (candidate === undefined) return false;
      return isPrefix && index === words.length - 1 ? candidate.startsWith(word) : candidate === word;
    }),
  );
}

function has({ image, corrections, related, embargo, body }: Article, what: Having): boolean {
  switch (what) {
    case "image":
      return image !== undefined;
    case "correction":
      return corrections.length > 0;
    case "related":
      return related.length > 0;
    case "embargo":
      return embargo !== undefined;
    case "quote":
      return body.includes(">") && pullQuotes(parseBody(body)).length > 0;
  }
}
