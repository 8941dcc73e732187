// The rows that the feeds and sitemaps of a query are planned from: what matches, and the killed articles that would.
import { isLive } from "../../article/state.ts";
import type { Problem } from "../../base/problem.ts";
import { matchesQuery, type Asked } from "../../query/matches-query.ts";
import type { Query } from "../../query/query.ts";
import type { Desk } from "../desk.ts";
import { feedRowOf, type FiledRow } from "./feed-entry-of.ts";
import { knownArticles, type KnownArticle } from "../agenda/known-articles.ts";
import { askedOf } from "../find/asked-of.ts";
import { entriesOf, listArticles } from "../find/list-articles.ts";

/** Rows, and what was wrong with the files and articles that gave none. */
export interface FeedRows {
  readonly rows: readonly FiledRow[];
  readonly problems: readonly Problem[];
}

/**
 * The rows of every article the query matches, as its file has it: what leaves the newsroom is not taken from the index.
 * A killed one is asked as if it were published still.
 */
export async function matchingRows(desk: Desk, query: Query): Promise<FeedRows> {
  const { files, problems } = await listArticles(desk, {
    query,
    sort: [{ field: "path", isDescending: false }],
  });
  const found: KnownArticle[] = [];
  for (const { path, article } of entriesOf(desk, files)) {
    const { body: _, ...head } = article;
    found.push({ path, article: head });
  }
  const { articles: killed } = await knownArticles(desk, { kind: "state", state: "killed" });
  const matching = [
    ...found,
    ...killed.filter((known) => matchesQuery(askedAsPublished(desk, known), query.node)),
  ];
  const once = new Map(matching.map((known) => [known.path, known]));
  const { rows, problems: further } = rowsOf(desk, once.values());
  return { rows, problems: [...problems, ...further] };
}

function askedAsPublished(desk: Desk, { path, article }: KnownArticle): Asked {
  const head = { ...article, status: "published" as const };
  return askedOf(desk, { path, head, hash: "", slug: head.slug, problems: 0, words: 0 });
}

/** The rows of these articles. A live one without an id is a Problem: it can be in no feed. */
export function rowsOf(desk: Desk, entries: Iterable<KnownArticle>): FeedRows {
  const rows: FiledRow[] = [];
  const problems: Problem[] = [];
  for (const entry of entries) {
    const row = feedRowOf(desk, { path: entry.path, head: entry.article });
    if (row === undefined) continue;
    rows.push(row);
    if (row.id === undefined && isLive(row, desk.now)) problems.push(withoutId(entry));
  }
  return { rows, problems };
}

function withoutId({ path }: KnownArticle): Problem {
  return {
    severity: "error",
    code: "schema",
    file: path,
    field: "id",
    message: "the article has no id, so that no feed can hold it",
    hint: `stet check --fix ${path}`,
  };
}
