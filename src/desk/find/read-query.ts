// A query as it is typed, with the newsroom's saved queries put in for `@name`, and read in the newsroom's zone.
import { nearest } from "../../base/nearest.ts";
import { StetError } from "../../base/stet-error.ts";
import { parseQuery, parseQueryText } from "../../query/parse-query.ts";
import type { Query, QueryContext } from "../../query/query.ts";
import { rebuildQuery } from "../../query/rebuild-query.ts";
import type { Desk } from "../desk.ts";
import { pointingAtParts } from "./point-at-parts.ts";

/**
 * The words of a command line as one query; no word is every article. Throws StetError usage/bad-query, which shows `-`
 * where a word begins with `!`: a command line has turned the one into the other, or the two are the same.
 */
export function readQuery(desk: Desk, words: readonly string[]): Query {
  const context = contextOf(desk);
  const asTyped = words.map((word) => word.replace(/^!(?=\S)/, "-"));
  const typed = [...asTyped.filter(isGroup), rebuildQuery(asTyped)];
  return pointingAtParts({ desk, typed, context }, () =>
    parseQuery(
      words.map((word) => savedQuery(desk, word) ?? word),
      context,
    ),
  );
}

/**
 * A whole query in one text, as `-Q` and query files have it. An empty one is refused: an unset variable in a script
 * must not select everything.
 */
export function readQueryText(desk: Desk, text: string): Query {
  if (text.trim() === "")
    throw new StetError("usage", "bad-query", "the query is empty", { hint: "-Q status:draft" });
  const context = contextOf(desk);
  return pointingAtParts({ desk, typed: [text], context }, () =>
    parseQueryText(withSaved(desk, text, []), context),
  );
}

/** True for a word of the command line that is a query of its own, as `a OR b`. */
function isGroup(word: string): boolean {
  return rebuildQuery([word]) === `( ${word} )`;
}

/** `within` are the saved queries that the text stands in. */
function withSaved(desk: Desk, text: string, within: readonly string[]): string {
  return text.replace(
    /(^|[\s(!-])(@[\p{L}\p{N}_-]+)(?=[\s)]|$)/gu,
    (_, before: string, name: string) => before + (savedQuery(desk, name, within) ?? name),
  );
}

function endless(names: readonly string[]): StetError {
  const way = names.map((name) => `@${name}`).join(" > ");
  return new StetError("usage", "bad-query", `the saved queries come back to themselves: ${way}`, {
    hint: "queries: in stet.yaml",
  });
}

function contextOf({ settings, now, env }: Desk): QueryContext {
  const me = env["STET_AUTHOR"] ?? "";
  return { timezone: settings.timezone, now, ownFields: settings.fields, ...(me === "" ? {} : { me }) };
}

/** `@hot` as stet.yaml's queries have it, in parentheses; undefined for a word that is no `@name`. */
function savedQuery(desk: Desk, word: string, within: readonly string[] = []): string | undefined {
  const { settings } = desk;
  const name = /^[!-]?@([\p{L}\p{N}_-]+)$/u.exec(word)?.[1];
  if (name === undefined) return undefined;
  const saved = settings.queries.get(name);
  const sign = word.startsWith("@") ? "" : "-";
  if (within.includes(name)) throw endless([...within, name]);
  if (saved !== undefined) return `${sign}( ${withSaved(desk, saved, [...within, name])} )`;
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
