// The rows that the feeds and sitemaps of a query are planned from: what matches, and the killed articles that would.
import { isLive } from "../article/state.ts";
import type { Problem } from "../base/problem.ts";
import { matchesQuery } from "../query/matches-query.ts";
import type { Query } from "../query/query.ts";
import type { Desk } from "./desk.ts";
import { feedRowOf, type FiledRow } from "./feed-entry-of.ts";
import { mintId } from "./mint-id.ts";
import { permalinkOf } from "./permalink.ts";
import { isReadable, readEntries, type ArticleEntry } from "./read-entries.ts";

/** Rows, and what was wrong with the files and articles that gave none. */
export interface FeedRows {
  readonly rows: readonly FiledRow[];
  readonly problems: readonly Problem[];
}

/** The rows of every article the query matches. A killed one is asked as if it were published still. */
export function matchingRows(desk: Desk, { node }: Query): FeedRows {
  const problems: Problem[] = [];
  const matching = function* (): Generator<ArticleEntry, void, undefined> {
    for (const entry of readEntries(desk)) {
      if (!isReadable(entry)) problems.push(...entry.problems.filter(({ severity }) => severity === "error"));
      else if (matchesQuery(askedOf(desk, entry), node)) yield entry;
    }
  };
  const { rows, problems: further } = rowsOf(desk, matching());
  return { rows, problems: [...problems, ...further] };
}

/** The rows of these articles. A live one without an id is a Problem: it can be in no feed. */
export function rowsOf(desk: Desk, entries: Iterable<ArticleEntry>): FeedRows {
  const rows: FiledRow[] = [];
  const problems: Problem[] = [];
  for (const entry of entries) {
    const row = feedRowOf(desk, { path: entry.path, head: entry.article });
    if (row === undefined) continue;
    rows.push(row);
    if (row.id === undefined && isLive(row, desk.now)) problems.push(withoutId(desk, entry));
  }
  return { rows, problems };
}

function askedOf({ settings, now }: Desk, { article }: ArticleEntry): Parameters<typeof matchesQuery>[0] {
  const url = permalinkOf(settings, article);
  const asked = article.status === "killed" ? { ...article, status: "published" as const } : article;
  return { article: asked, at: now, timezone: settings.timezone, ...(url === undefined ? {} : { url }) };
}

function withoutId({ now, random }: Desk, { path }: ArticleEntry): Problem {
  return {
    severity: "error",
    code: "schema",
    file: path,
    field: "id",
    message: "the article has no id, so that no feed can hold it",
    hint: `add the line: id: ${mintId(now, random(10))}`,
  };
}
