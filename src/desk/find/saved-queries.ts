// The newsroom's saved queries, each read by itself: whatever its text holds, `@name` is one operand of the query that calls it.
import { caretUnder } from "../../base/code-frame.ts";
import { nearest } from "../../base/nearest.ts";
import { StetError } from "../../base/stet-error.ts";
import { LIMITS } from "../../article/limits.ts";
import { readSettingsFile } from "../../newsroom/read/read-settings-file.ts";
import { parseQueryText } from "../../query/parse-query.ts";
import type { Query, QueryContext } from "../../query/query.ts";
import type { Desk } from "../desk.ts";
import { placeInFile, readSource } from "../place-in-file.ts";

/** What `@name` stands for in queries of this context. Throws StetError usage/bad-query, placed in stet.yaml where the saved query is at fault. */
export function savedQueries(desk: Desk, context: QueryContext): NonNullable<QueryContext["saved"]> {
  const known = new Map<string, Query>();
  const within = (names: readonly string[]): NonNullable<QueryContext["saved"]> => {
    return (name, depth) => {
      if (names.includes(name)) throw endless([...names, name]);
      const key = `${name} ${depth}`;
      const query = known.get(key) ?? readSaved(name, depth, [...names, name]);
      known.set(key, query);
      return query;
    };
  };
  const readSaved = (name: string, depth: number, names: readonly string[]): Query => {
    const text = requireKnown(desk, name);
    return inSettings(desk, name, () => {
      requireWords(name, text);
      return requireShort(name, parseQueryText(text, { ...context, saved: within(names) }, depth));
    });
  };
  return within([]);
}

function requireKnown({ settings: { queries } }: Desk, name: string): string {
  const text = queries.get(name);
  if (text === undefined) throw unknown(name, [...queries.keys()]);
  return text;
}

function requireWords(name: string, text: string): void {
  if (text.trim() !== "") return;
  throw new StetError("usage", "bad-query", `the saved query @${name} is empty`, {
    hint: `queries: {${name}: "is:live"} in stet.yaml`,
  });
}

function unknown(name: string, names: readonly string[]): StetError {
  const [near] = nearest(name, names);
  const known = names.map((each) => `@${each}`).join(" ");
  const others = known === "" ? "queries: in stet.yaml names them" : `there are ${known}`;
  return new StetError("usage", "bad-query", `stet.yaml has no saved query "${name}"`, {
    hint: near === undefined ? others : `did you mean @${near}?`,
  });
}

function endless(names: readonly string[]): StetError {
  const way = names.map((name) => `@${name}`).join(" > ");
  return new StetError("usage", "bad-query", `the saved queries come back to themselves: ${way}`, {
    hint: "queries: in stet.yaml",
  });
}

/** Of queries that call each other twice, a few make one without end. */
const LONGEST = 100_000;

function requireShort(name: string, query: Query): Query {
  if (query.canonical.length <= LONGEST) return query;
  throw new StetError("usage", "bad-query", `with all that it calls, the saved query @${name} is too long`, {
    hint: "queries: in stet.yaml",
  });
}

/** What `read` gives; its error is shown where stet.yaml has the query. */
function inSettings(desk: Desk, name: string, read: () => Query): Query {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof StetError) || error.details.where?.file !== undefined) throw error;
    throw placed(desk, name, error);
  }
}

/** True for an error that points into the text of a query, and not into stet.yaml already. */
export function hasPlaceInQuery({ details: { where } }: StetError): boolean {
  return where?.column !== undefined && where.file === undefined;
}

/** An error without a place is one of the query as a whole, and names it. */
function placed(desk: Desk, name: string, { kind, code, message, details }: StetError): StetError {
  const source = readSource("stet.yaml", readSettingsFile(desk.root), LIMITS);
  const way = ["queries", name] as const;
  const at = details.where?.column;
  const place = at === undefined ? { way } : { way, at: at - 1 };
  const { line, column, source: text } = placeInFile(source, place);
  return new StetError(kind, code, at === undefined ? message : `${message}, in the saved query @${name}`, {
    ...details,
    where: { file: source.path, line, column },
    detail: caretUnder(line, column, text),
  });
}
