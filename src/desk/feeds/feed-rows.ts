// The rows that the feeds and sitemaps of a query are planned from: what matches, and the killed articles that would.
import { isLive } from "../../article/state.ts";
import type { Problem } from "../../base/problem.ts";
import { matchesQuery, type Asked } from "../../query/matches-query.ts";
import type { Query } from "../../query/query.ts";
import { contestedAddress, contestedIn } from "../contested.ts";
import type { Desk } from "../desk.ts";
import { feedRowOf, type FiledRow } from "./feed-entry-of.ts";
import { sharedIds, standingOf, type SharedIds } from "./shared-ids.ts";
import { knownArticles, type KnownArticle } from "../agenda/known-articles.ts";
import { askedOf } from "../find/asked-of.ts";
import { entriesOf, listArticles } from "../find/list-articles.ts";
import { isReadable, readEntry } from "../find/read-entries.ts";
import { askIndex } from "../keep-index/ask-index.ts";

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

/** The rows of these articles. A live one without an id or an address of its own is a Problem: it can be in no feed. */
export function rowsOf(desk: Desk, entries: Iterable<KnownArticle>): FeedRows {
  const { barred, problems: shared } = sharedAmongLive(desk);
  const contested = askIndex(desk, (index) => contestedIn(desk, index));
  const rows: FiledRow[] = [];
  const problems: Problem[] = [];
  for (const entry of entries) {
    const row = feedRowOf(desk, { path: entry.path, head: entry.article });
    if (row === undefined) continue;
    const rivals = isLive(row, desk.now) ? contested.get(row.path) : undefined;
    if (rivals !== undefined) {
      problems.push(contestedAddress(row.path, rivals));
      continue;
    }
    const { id, ...anonymous } = row;
    rows.push(barred.has(row.path) ? anonymous : row);
    if (!isLive(row, desk.now)) continue;
    const problem = shared.get(row.path) ?? (id === undefined ? withoutId(entry) : undefined);
    if (problem !== undefined) problems.push(problem);
  }
  return { rows, problems };
}

/** Of all articles: that of an article here may be claimed by one that is not asked for. */
function sharedAmongLive(desk: Desk): SharedIds {
  return askIndex(desk, (index) =>
    sharedIds(index, (path) => {
      const entry = readEntry(desk, path);
      return isReadable(entry) ? standingOf(entry.article, desk.now) : undefined;
    }),
  );
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
