// Tests of texts that no index lists (a part of a headline), as a function of SQL: the database goes through the rows that
// the rest of a query leaves, and hands over a text of each.
import { fold } from "../query/fold-text.ts";
import { testFor } from "../query/text-test.ts";
import type { QueryField, TextTest } from "../query/query.ts";
import type { Database } from "../database/open-database.ts";

/** What the text is in a row, as JSON: SQLite's own texts hold no half of a surrogate pair. */
const SOURCES: Readonly<Partial<Record<QueryField, string>>> = {
  headline: "head -> 'headline'",
  summary: "head -> 'summary'",
};

const PASSES = "stet_passes";

/** A condition over a row of `file`, never NULL, with its parameters; undefined for a field that rows do not have. 4 us a row. */
export function lookAtText(
  field: QueryField,
  test: TextTest,
): { readonly sql: string; readonly params: readonly string[] } | undefined {
  const source = SOURCES[field];
  return source === undefined
    ? undefined
    : { sql: `${PASSES}(?, ${source})`, params: [JSON.stringify(test)] };
}

/** Gives the function to a connection. */
export function addTextTests(database: Database): void {
  const tests = new Map<string, (folded: string) => boolean>();
  database.function(PASSES, { deterministic: true, directOnly: true }, (asked: unknown, json: unknown) => {
    if (typeof asked !== "string" || typeof json !== "string") return 0;
    const isPassed = tests.get(asked) ?? testFor(JSON.parse(asked));
    tests.set(asked, isPassed);
    const text = textIn(json);
    return text !== "" && isPassed(fold(text)) ? 1 : 0;
  });
}

/** What SQLite hands over as JSON is whole, and nearly always the text between its quotes. */
function textIn(json: string): string {
  if (!json.includes("\\")) return json.slice(1, -1);
  const text: unknown = JSON.parse(json);
  return typeof text === "string" ? text : "";
}
