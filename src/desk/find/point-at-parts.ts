// Where a query was put together of saved queries and words, an error in the whole would point into a text that nobody
// typed: then each part is read by itself, and the first that cannot be read says so.
import { StetError } from "../../base/stet-error.ts";
import { parseQueryText } from "../../query/parse-query.ts";
import type { Query, QueryContext } from "../../query/query.ts";
import type { Desk } from "../desk.ts";

/** The parts of a query: the texts as they were typed, and the context they are read in. */
export interface Parts {
  readonly desk: Desk;
  readonly typed: readonly string[];
  readonly context: QueryContext;
}

/** What `read` gives; throws its error, or that of the part it is about. */
export function pointingAtParts(parts: Parts, read: () => Query): Query {
  try {
    return read();
  } catch (error) {
    if (hasPlace(error)) for (const text of parts.typed) requirePart(parts, text);
    throw error;
  }
}

/** An error that says which saved queries there are, or that they never end, points at nothing. */
function hasPlace(error: unknown): error is StetError {
  return error instanceof StetError && error.details.where?.column !== undefined;
}

/** To the parser `@name` is a word: what is behind it is read first, by itself. */
function requirePart({ desk, context }: Parts, text: string): void {
  const read = new Set<string>();
  const requireSaved = (within: string): void => {
    for (const name of savedNamesIn(within)) {
      const saved = desk.settings.queries.get(name);
      if (saved === undefined || read.has(name)) continue;
      read.add(name);
      if (saved.trim() === "") throw emptyQuery(name);
      requireSaved(saved);
      requireReadable(saved, context, name);
    }
  };
  requireSaved(text);
  parseQueryText(text, context);
}

/** The names that `text` calls, without their `@`. */
function savedNamesIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/(?:^|[\s(!-])@([\p{L}\p{N}_-]+)(?=[\s)]|$)/gu), ([, name = ""]) => name);
}

function requireReadable(saved: string, context: QueryContext, name: string): void {
  try {
    parseQueryText(saved, context);
  } catch (error) {
    if (!hasPlace(error)) throw error;
    const message = `${error.message}, in the saved query @${name}`;
    throw new StetError(error.kind, error.code, message, { ...error.details, where: {} });
  }
}

function emptyQuery(name: string): StetError {
  return new StetError("usage", "bad-query", `the saved query @${name} is empty`, {
    hint: `queries: {${name}: "is:live"} in stet.yaml`,
  });
}
