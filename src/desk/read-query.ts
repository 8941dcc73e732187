// A query as it is typed, with the newsroom's saved queries put in for `@name`, and read in the newsroom's zone.
import { nearest } from "../base/nearest.ts";
import { StetError } from "../base/stet-error.ts";
import { parseQuery, parseQueryText } from "../query/parse-query.ts";
import type { Query, QueryContext } from "../query/query.ts";
import type { Desk } from "./desk.ts";

/** The words of a command line as one query; no word is every article. Throws StetError usage/bad-query. */
export function readQuery(desk: Desk, words: readonly string[]): Query {
  return parseQuery(
    words.map((word) => savedQuery(desk, word) ?? word),
    contextOf(desk),
  );
}

/**
 * A whole query in one text, as `-Q` and query files have it. An empty one is refused: an unset variable in a script
 * must not select everything.
 */
export function readQueryText(desk: Desk, text: string): Query {
  if (text.trim() === "")
    throw new StetError("usage", "bad-query", "the query is empty", { hint: "-Q status:draft" });
  return parseQueryText(
    text.replace(
      /(^|[\s(!-])(@[\w-]+)(?=[\s)]|$)/g,
      (_, before: string, name: string) => before + (savedQuery(desk, name) ?? name),
    ),
    contextOf(desk),
  );
}

function contextOf({ settings, now, env }: Desk): QueryContext {
  const me = env["STET_AUTHOR"] ?? "";
  return { timezone: settings.timezone, now, ownFields: settings.fields, ...(me === "" ? {} : { me }) };
}

/** `@hot` as stet.yaml's queries have it, in parentheses; undefined for a word that is no `@name`. */
function savedQuery({ settings }: Desk, word: string): string | undefined {
  const name = /^[!-]?@([\w-]+)$/.exec(word)?.[1];
  if (name === undefined) return undefined;
  const saved = settings.queries.get(name);
  const sign = word.startsWith("@") ? "" : "-";
  if (saved !== undefined) return `${sign}( ${saved} )`;
  const near = nearest(name, settings.queries.keys())[0];
  const known = [...settings.queries.keys()].map((key) => `@${key}`).join(" ");
  throw new StetError("usage", "bad-query", `stet.yaml has no saved query "${name}"`, {
    hint:
      near === undefined
        ? known === ""
          ? "queries: in stet.yaml names them"
          : `there are ${known}`
        : `did you mean @${near}?`,
  });
}
