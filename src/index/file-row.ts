// One article file as the index keeps it: everything a list, a query or a search asks, and not the text itself. Pure, so
// that worker threads can make rows while the main thread writes them.
import type { Article } from "../article/article.ts";
import type { Problem } from "../base/problem.ts";
import { measureBody } from "../body/measure-body.ts";
import { slugKey } from "../article/slug.ts";
import { fold } from "../query/fold-text.ts";
import { numberOfValue, ownValues, textOfValue } from "../query/own-value.ts";
import { boundText } from "./bound-value.ts";
import { spacedWords } from "./spaced-words.ts";
import { HAS_BIT, OPEN, UNDATED } from "./schema.ts";

/** An article without its text and what must not leave the newsroom: what rows hold as JSON. */
export type ArticleHead = Omit<Article, "body" | "notes">;

/** A value of a field of fixed values, folded; `number` where it compares as one. */
export interface Term {
  readonly field: string;
  readonly value: string;
  readonly number: number | null;
}

/** A name the file answers to, as slugKey makes it. */
export interface NameClaim {
  readonly key: string;
  readonly kind: "slug" | "former" | "id";
}

/** The columns of `prose`, in its order. */
export type Prose = readonly [
  headline: string,
  summary: string,
  body: string,
  authors: string,
  tags: string,
  corrections: string,
];

export interface FileRow {
  readonly path: string;
  readonly hash: string;
  readonly slug: string;
  readonly names: readonly NameClaim[];
  readonly problems: number;
  /** Why the file holds no article; then `story` is absent. */
  readonly errors?: readonly Problem[];
  readonly story?: StoryRow;
}

/** Moments are epoch milliseconds. */
export interface StoryRow {
  readonly head: ArticleHead;
  readonly status: string;
  readonly newest: number;
  readonly created: number | null;
  readonly published: number | null;
  readonly embargo: number | null;
  readonly expires: number | null;
  readonly words: number;
  readonly has: number;
  readonly refs?: BodyRefs;
  readonly terms: readonly Term[];
  readonly prose: Prose;
}

/** What a body points at in the newsroom: articles by slug, images as the Markdown has them. */
export interface BodyRefs {
  readonly articles: readonly string[];
  readonly images: readonly string[];
}

/** What the desk knows of a file once it has been read. `fileSlug` is what it is called where it says nothing itself. */
export interface ReadFile {
  readonly path: string;
  readonly hash: string;
  readonly fileSlug: string;
  readonly article: Article | undefined;
  readonly problems: readonly Problem[];
}

/** The row of a file; instants of own fields are read in `timezone`. Costs 0.1 ms. */
export function fileRowOf({ path, hash, fileSlug, article, problems }: ReadFile, timezone: string): FileRow {
  const common = { path, hash, problems: problems.length };
  if (article === undefined) {
    const errors = problems.filter(({ severity }) => severity === "error");
    const slug = fileSlug.normalize("NFC");
    return { ...common, slug, names: [{ key: slugKey(slug), kind: "slug" }], errors };
  }
  return { ...common, slug: article.slug, names: namesOf(article), story: storyRowOf(article, timezone) };
}

/** What an article answers to. */
export function namesOf({ slug, formerSlugs, id }: ArticleHead): NameClaim[] {
  return [
    { key: slugKey(slug), kind: "slug" },
    ...formerSlugs.map((former): NameClaim => ({ key: slugKey(former), kind: "former" })),
    ...(id === undefined ? [] : [{ key: id.toLowerCase(), kind: "id" } as const]),
  ];
}

function storyRowOf(article: Article, timezone: string): StoryRow {
  const { body: markdown, notes: _, ...head } = article;
  const { status, created, published, updated, embargo, expires } = article;
  const { words, quotes, ...refs } = measureBody(markdown);
  const changed = updated ?? published ?? created;
  return {
    head,
    status,
    newest: changed === undefined ? UNDATED : -changed.epochMs,
    created: created?.epochMs ?? null,
    published: published?.epochMs ?? null,
    embargo: embargo === "open" ? OPEN : (embargo?.epochMs ?? null),
    expires: expires?.epochMs ?? null,
    words,
    has: hasBits(article, quotes.length > 0),
    ...refsOf(refs),
    terms: termsOf(head, timezone),
    prose: proseOf(article),
  };
}

function refsOf({ articles, images }: BodyRefs): { readonly refs?: BodyRefs } {
  return articles.length + images.length === 0 ? {} : { refs: { articles, images } };
}

function hasBits(
  { image, corrections, related, translationOf, embargo, summary, body }: Article,
  hasQuote: boolean,
): number {
  return (
    (hasQuote ? HAS_BIT.quote : 0) |
    (image === undefined ? 0 : HAS_BIT.image) |
    (corrections.length === 0 ? 0 : HAS_BIT.correction) |
    (related.length === 0 ? 0 : HAS_BIT.related) |
    (translationOf === undefined ? 0 : HAS_BIT.translation) |
    (embargo === undefined ? 0 : HAS_BIT.embargo) |
    ((summary ?? "") === "" ? 0 : HAS_BIT.summary) |
    (body === "" ? 0 : HAS_BIT.body)
  );
}

/** The same for the same head in the same zone: so a row's terms can be found again when it goes. */
export function termsOf(head: ArticleHead, timezone: string): Term[] {
  const { slug, id, section, status, kind, language, tags, authors, x } = head;
  const one = { slug, id, section, status, kind, lang: language };
  const terms: Term[] = [];
  for (const [field, value] of Object.entries(one)) addTerm(terms, field, value);
  for (const tag of tags) addTerm(terms, "tag", tag);
  for (const { name } of authors) addTerm(terms, "author", name);
  for (const [path, value] of ownValues(x)) {
    addTerm(terms, `x.${path}`, textOfValue(value), numberOfValue(value, timezone));
  }
  return terms;
}

function addTerm(terms: Term[], field: string, text: string | undefined, number?: number): void {
  if (text === undefined || text === "") return;
  terms.push({ field: boundText(field), value: boundText(fold(text)), number: number ?? null });
}

/** Stands between the values of one column, so that no phrase runs from one into the next: no word holds it. */
const BREAK = " \uE000 ";

function proseOf({ headline, summary, body, authors, tags, corrections }: Article): Prose {
  return [
    cutText(headline),
    cutText(summary ?? ""),
    cutText(body),
    authors.map(({ name }) => cutText(name)).join(BREAK),
    tags.map(cutText).join(BREAK),
    corrections.map(({ text }) => cutText(text)).join(BREAK),
  ];
}

function cutText(text: string): string {
  return spacedWords(text);
}
