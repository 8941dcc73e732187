// A query as it is typed, read in the newsroom's zone; `@name` is one of its saved queries.
import { StetError } from "../../base/stet-error.ts";
import { parseQuery, parseQueryText } from "../../query/parse-query.ts";
import type { Query, QueryContext } from "../../query/query.ts";
import { isWholeQuery } from "../../query/rebuild-query.ts";
import type { Desk } from "../desk.ts";
import { hasPlaceInQuery, savedQueries } from "./saved-queries.ts";

/**
 * The words of a command line as one query; no word is every article. Throws StetError usage/bad-query, which shows `-`
 * where a word begins with `!`: a command line has turned the one into the other, or the two are the same.
 */
export function readQuery(desk: Desk, words: readonly string[]): Query {
  const context = contextOf(desk);
  const typed = words.map((word) => word.replace(/^!(?=\S)/, "-"));
  try {
    return parseQuery(typed, context);
  } catch (error) {
    // An error in the whole would point into a text that nobody typed.
    if (error instanceof StetError && hasPlaceInQuery(error))
      for (const group of typed.filter(isWholeQuery)) parseQueryText(group, context);
    throw error;
  }
}

/**
 * A whole query in one text, as `-Q` and query files have it. An empty one is refused: an unset variable in a script
 * must not select everything.
 */
export function readQueryText(desk: Desk, text: string): Query {
  if (text.trim() === "")
    throw new StetError("usage", "bad-query", "the query is empty", { hint: "-Q status:draft" });
  return parseQueryText(text, contextOf(desk));
}

function contextOf(desk: Desk): QueryContext {
  const { settings, now, env } = desk;
  const named = env["STET_AUTHOR"] ?? "";
  const me = settings.authors.get(named)?.name ?? named;
  const context = {
    timezone: settings.timezone,
    now,
    ownFields: settings.fields,
    ...(me === "" ? {} : { me }),
  };
  return { ...context, saved: savedQueries(desk, context) };
}
