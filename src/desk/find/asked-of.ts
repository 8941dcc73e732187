// An article as the plain matcher of queries looks at it: what no index answers, and what is asked once more by the file.
import type { Article } from "../../article/article.ts";
import type { IndexedFile } from "../../index/read-rows.ts";
import { matchesQuery, type Asked } from "../../query/matches-query.ts";
import type { Desk } from "../desk.ts";
import { permalinkOf } from "../permalink.ts";
import { readEntry, type Chosen, type Entry } from "./read-entries.ts";

/** `article` is absent for a file that holds none. */
export function askedOfArticle({ settings, now }: Desk, article: Article | undefined): Asked {
  const url = article === undefined ? undefined : permalinkOf(settings, article);
  return { article, at: now, timezone: settings.timezone, ...(url === undefined ? {} : { url }) };
}

/** The article of a row; its body is read only where the query comes to it. */
export function askedOf(desk: Desk, { path, head }: IndexedFile): Asked {
  if (head === undefined) return askedOfArticle(desk, undefined);
  const article: Article = Object.defineProperty({ ...head, body: "" }, "body", {
    get: () => readEntry(desk, path).article?.body ?? "",
  });
  return askedOfArticle(desk, article);
}

/** False where the query that chose an article does not mean what its file says now: somebody was faster. */
export function isStillChosen(desk: Desk, { by }: Chosen, { article }: Entry): boolean {
  return by === undefined || matchesQuery(askedOfArticle(desk, article), by.node);
}
