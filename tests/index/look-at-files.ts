// The plain answer to a list: every file is read and asked, and the answers are sorted here. What the index says must
// be this.
import type { Article, Embargo } from "../../src/article/article.ts";
import type { Instant } from "../../src/base/instant.ts";
import { stateAt } from "../../src/article/state.ts";
import { writeInstant } from "../../src/base/zone.ts";
import { countWords } from "../../src/body/count-words.ts";
import { parseBody } from "../../src/body/parse-body.ts";
import { plainText } from "../../src/body/plain-text.ts";
import { pullQuotes } from "../../src/body/pull-quotes.ts";
import type { Desk } from "../../src/desk/desk.ts";
import type { ListField } from "../../src/desk/find/list-fields.ts";
import { permalinkOf } from "../../src/desk/permalink.ts";
import { articlePaths, readEntry, type Entry } from "../../src/desk/find/read-entries.ts";
import { matchesQuery } from "../../src/query/matches-query.ts";
import type { QueryNode } from "../../src/query/query.ts";

/** Every file, read now, in path order. */
export function everyEntry(desk: Desk): Entry[] {
  return [...articlePaths(desk)].map((path) => readEntry(desk, path));
}

/** The entries that match, in path order; who asks much of files that stay as they are hands them in, read once. */
export function lookAtFiles(
  desk: Desk,
  node: QueryNode,
  entries: readonly Entry[] = everyEntry(desk),
): Entry[] {
  return entries.filter(({ article }) => matchesQuery(askedOf(desk, article), node));
}

function askedOf({ settings, now }: Desk, article: Article | undefined): Parameters<typeof matchesQuery>[0] {
  const url = article === undefined ? undefined : permalinkOf(settings, article);
  const asked = { article, at: now, timezone: settings.timezone };
  return url === undefined ? asked : { ...asked, url };
}

type Value = number | string | undefined;

/** The paths of entries by one field: absent ones last in either direction, ties by path, text by its bytes. */
export function pathsSorted(
  desk: Desk,
  entries: readonly Entry[],
  by: ListField,
  isDescending = false,
): string[] {
  const read = VALUES[by];
  const keyed = entries.map((entry) => ({ path: entry.path, value: read(desk, entry) }));
  keyed.sort((a, b) => {
    if (a.value !== undefined && b.value !== undefined) {
      const order = compare(a.value, b.value) * (isDescending ? -1 : 1);
      if (order !== 0) return order;
    } else if (a.value !== b.value) {
      return a.value === undefined ? 1 : -1;
    }
    return compare(a.path, b.path);
  });
  return keyed.map(({ path }) => path);
}

function compare(a: number | string, b: number | string): number {
  if (typeof a === "string" || typeof b === "string")
    return Buffer.compare(Buffer.from(`${a}`), Buffer.from(`${b}`));
  return a < b ? -1 : a > b ? 1 : 0;
}

type Read = (desk: Desk, entry: Entry) => Value;

const of =
  (read: (article: Article) => unknown): Read =>
  (_, { article }) => {
    const value = article === undefined ? undefined : read(article);
    if (typeof value === "number" || typeof value === "string") return value;
    return value === undefined ? undefined : JSON.stringify(value);
  };

const moment = (read: (article: Article) => Instant | undefined): Read =>
  of((article) => read(article)?.epochMs);

function momentOf(embargo: Embargo | undefined): number | undefined {
  return embargo === "open" ? Number.MAX_SAFE_INTEGER : embargo?.epochMs;
}

const VALUES: Readonly<Record<ListField, Read>> = {
  id: of(({ id }) => id),
  slug: (_, { article, path }) =>
    article?.slug ?? (path.split("/").at(-1) ?? "").replace(/\.ya?ml$/, "").normalize("NFC"),
  path: (_, { path }) => path,
  url: ({ settings }, { article }) => (article === undefined ? undefined : permalinkOf(settings, article)),
  headline: of(({ headline }) => headline),
  summary: of(({ summary }) => summary),
  section: of(({ section }) => section),
  kind: of(({ kind }) => kind),
  lang: of(({ language }) => language),
  status: of(({ status }) => status),
  state: ({ now }, { article }) => (article === undefined ? undefined : stateAt(article, now)),
  authors: of(({ authors }) => authors.map(({ name }) => name)),
  tags: of(({ tags }) => tags),
  words: of(({ body }) => countWords(parseBody(body))),
  created: moment(({ created }) => created),
  updated: moment(({ updated, published, created }) => updated ?? published ?? created),
  published: moment(({ published }) => published),
  embargo: of(({ embargo }) => momentOf(embargo)),
  expires: moment(({ expires }) => expires),
  live: ({ now }, { article }) => String(article !== undefined && stateAt(article, now) === "live"),
  corrected: of(({ corrections }) => corrections.length > 0),
  problems: (_, { problems }) => problems.length,
  valid: (_, { article }) => String(article !== undefined),
  body: of(({ body }) => body),
  text: of(({ body }) => plainText(parseBody(body))),
  quotes: of(({ body }) => pullQuotes(parseBody(body))),
  related: of(({ related }) => related),
  translation_of: of(({ translationOf }) => translationOf),
  x: of(({ x }) => (Object.keys(x).length === 0 ? undefined : x)),
  corrections: ({ settings }, { article }) =>
    article === undefined
      ? undefined
      : JSON.stringify(
          article.corrections.map(({ at, text }) => ({
            at: writeInstant(at.epochMs, settings.timezone),
            text,
          })),
        ),
  raw: (_, { article, file }) => (article === undefined ? undefined : file?.text),
  sha256: (_, { file }) => file?.hash ?? "",
};
