// The rows of a list in the one output that was asked for. Machine formats never cut, colour or cap anything.
import { StetError } from "../base/stet-error.ts";
import { visibleText } from "../base/visible-text.ts";
import { csvRecord } from "../formats/csv-record.ts";
import { LIST_FIELDS, rowOf, USUAL_FIELDS, type ListField } from "../desk/list-fields.ts";
import { requireListField } from "../desk/list-articles.ts";
import type { Desk } from "../desk/desk.ts";
import type { ArticleEntry } from "../desk/read-entries.ts";
import { cellText } from "./cell-text.ts";
import { print, remark, type Session } from "./session.ts";
import type { Words } from "./words.ts";

type Format = "table" | "rows" | "json" | "ndjson" | "csv" | "tsv" | "slugs" | "paths" | "ids" | "count";

export interface RowOutput {
  readonly format: Format;
  readonly fields: readonly ListField[];
  /** A table on a terminal: the only output that may be cut short. */
  readonly isForPeople: boolean;
  readonly end: "\n" | "\0";
  readonly bom: boolean;
  /** CSV cells exactly as they are, what a spreadsheet would run included. */
  readonly raw: boolean;
}

const PIPE_FIELDS: readonly ListField[] = ["slug", "state", "section", "updated", "headline"];
const TABLE_FIELDS: readonly ListField[] = ["state", "slug", "headline", "updated"];
const SINGLE = { slugs: "slug", paths: "path", ids: "id" } as const;

/** The output the options ask for. Throws StetError usage when they ask for two, or for a field that is none. */
export function chooseOutput(words: Words, { io }: Session): RowOutput {
  const withFields = (["json", "ndjson", "csv", "tsv"] as const).filter(
    (name) => words.text(name) !== undefined,
  );
  const plain = (["slugs", "paths", "ids", "count"] as const).filter((name) => words.flag(name));
  const asked: Format[] = [...withFields, ...plain];
  if (asked.length > 1) {
    throw new StetError(
      "usage",
      "usage",
      `--${asked[0] ?? ""} and --${asked[1] ?? ""} are two outputs; choose one`,
    );
  }
  refuseIdle(words, asked[0]);
  const usual = io.stdout.isTerminal ? "table" : "rows";
  const format = asked[0] ?? usual;
  const named = words.text(format) ?? words.text("fields") ?? "";
  return {
    format,
    fields: named === "" ? usualFields(format) : fieldsNamed(named),
    isForPeople: format === "table",
    end: words.flag("print0") ? "\0" : "\n",
    bom: words.flag("bom"),
    raw: words.flag("raw"),
  };
}

/** An option that would change nothing is a mistake in a script that nobody would notice. */
function refuseIdle(words: Words, format: Format | undefined): void {
  const idle =
    (words.flag("bom") || words.flag("raw")) && format !== "csv"
      ? "--bom and --raw go with --csv"
      : words.text("fields") !== undefined &&
          (format === "slugs" || format === "paths" || format === "ids" || format === "count")
        ? `-F does not go with --${format}`
        : words.flag("print0") && (format === "json" || format === "count")
          ? `-0 does not go with --${format}`
          : undefined;
  if (idle !== undefined) throw new StetError("usage", "usage", idle);
}

/** The fields a list names, `all` of them, or the usual ones for an empty list. */
export function fieldsNamed(list: string): readonly ListField[] {
  return list === "all" ? ALL_FIELDS : list.split(",").map(requireListField);
}

/** `all` is every field but the file itself, which holds the notes that leave the newsroom in no other output. */
const ALL_FIELDS: readonly ListField[] = LIST_FIELDS.filter((field) => field !== "raw");

function usualFields(format: Format): readonly ListField[] {
  if (format === "slugs" || format === "paths" || format === "ids") return [SINGLE[format]];
  if (format === "table") return TABLE_FIELDS;
  return format === "rows" ? PIPE_FIELDS : USUAL_FIELDS;
}

export interface Rows {
  readonly output: RowOutput;
  readonly entries: readonly ArticleEntry[];
  /** How many match, shown or not. */
  readonly total: number;
}

/** Writes the rows to stdout, one write per row. */
export async function writeRows(
  session: Session,
  desk: Desk,
  { output, entries, total }: Rows,
): Promise<void> {
  const { format, fields, end } = output;
  if (format === "count") return print(session, String(total));
  if (format === "table") return writeTable(session, desk, { output, entries, total });
  const write = (text: string): Promise<void> => session.io.stdout.write(text);
  if (format === "json") await write("[");
  if (format === "csv" || format === "tsv") {
    await write((output.bom ? "\uFEFF" : "") + lineOf(fields, output) + end);
  }
  for (const [index, entry] of entries.entries()) {
    const row = rowOf(desk, entry, fields);
    if (format === "json") await write(`${index === 0 ? "\n" : ",\n"}${JSON.stringify(row)}`);
    else if (format === "ndjson") await write(JSON.stringify(row) + end);
    else await write(lineOf(Object.values(row).map(cellText), output) + end);
  }
  if (format === "json") await write(entries.length === 0 ? "]\n" : "\n]\n");
}

function lineOf(cells: readonly string[], { format, raw }: RowOutput): string {
  if (format === "csv") return csvRecord(cells, { raw }).trimEnd();
  return cells.map(oneLine).join("\t");
}

/** A tab-separated cell: no tab or line break, and nothing that would steer the terminal it may end up on. */
function oneLine(cell: string): string {
  return visibleText(cell.replace(/[\t\r\n\0]+/g, " "));
}

async function writeTable(session: Session, desk: Desk, { output, entries, total }: Rows): Promise<void> {
  const { io } = session;
  if (entries.length > 0) {
    const { printTable } = await import("./print-table.ts");
    await io.stdout.write(
      printTable(desk, {
        entries,
        fields: output.fields,
        style: session.out,
        width: io.stdout.columns ?? 80,
      }),
    );
    await rememberRows(session, desk, entries);
  }
  const count = `${total} ${total === 1 ? "article" : "articles"}`;
  await remark(session, entries.length < total ? `${entries.length} of ${count} · -n 0 shows all` : count);
}

/** So that `stet edit 3` means the third line of this screen. */
async function rememberRows({ io }: Session, desk: Desk, entries: readonly ArticleEntry[]): Promise<void> {
  if (io.shellPid === undefined) return;
  const { rememberRows: remember } = await import("../newsroom/row-lists.ts");
  remember(
    { env: io.env, shellPid: io.shellPid },
    desk.root,
    entries.map(({ path }) => path),
  );
}
