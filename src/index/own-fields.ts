// The newsroom's own fields (`x:`) as the index has them: which there are, and how an article writes a value.
import { fold } from "../query/fold-text.ts";
import { ownValue, textOfValue } from "../query/own-value.ts";
import { prepared, reading, type Index } from "./open-index.ts";
import { readHead } from "./read-rows.ts";

/** Every own field that any article has, as queries name it (`x.series.name`), with the number of articles. */
export function ownFieldCounts(index: Index): ReadonlyMap<`x.${string}`, number> {
  const sql = `SELECT field, count(DISTINCT file) AS files FROM term WHERE field >= 'x.' AND field < 'x/' GROUP BY field`;
  return reading(
    index,
    () =>
      new Map(
        prepared(index, sql)
          .all()
          .flatMap(({ field, files }) => (isOwnField(field) ? [[field, Number(files)] as const] : [])),
      ),
  );
}

function isOwnField(field: unknown): field is `x.${string}` {
  return typeof field === "string" && field.startsWith("x.");
}

/** A folded value as one of the articles that have it writes it. */
export function ownSpelling(index: Index, field: `x.${string}`, value: string): string {
  const sql = "SELECT head FROM term JOIN file ON file.id = term.file WHERE field = ? AND value = ? LIMIT 1";
  const [row] = reading(index, () => prepared(index, sql).all(field, value));
  const head = readHead(row?.["head"]);
  const written = head === undefined ? undefined : textOfValue(ownValue(head.x, field.slice(2)));
  return written !== undefined && fold(written) === value ? written : value;
}
