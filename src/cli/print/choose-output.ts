// The one output that the options of a command ask for; two of them, or one that changes nothing, are refused.
import { StetError } from "../../base/stet-error.ts";
import { requireField } from "../../desk/find/list-articles.ts";
import type { RowField } from "../../desk/find/list-fields.ts";
import type { RowKind } from "./row-kinds.ts";
import type { Session } from "../session.ts";
import type { Template } from "../templates/template.ts";
import type { Words } from "../line/words.ts";

type Format =
  | "table"
  | "hits"
  | "rows"
  | "json"
  | "ndjson"
  | "csv"
  | "tsv"
  | "format"
  | "slugs"
  | "paths"
  | "ids"
  | "count";

export interface RowOutput {
  readonly format: Format;
  readonly fields: readonly RowField[];
  /** For a person on a terminal: the only output that may be cut short. */
  readonly isForPeople: boolean;
  readonly end: "\n" | "\0";
  readonly bom: boolean;
  /** CSV cells exactly as they are, what a spreadsheet would run included. */
  readonly raw: boolean;
  /** Of `--format`. */
  readonly template?: Template;
  /** The expression that the array of JSON goes through. */
  readonly jq?: string;
}

const SINGLE = { slugs: "slug", paths: "path", ids: "id" } as const;

/** Throws StetError usage where the options ask for two outputs, for a field that is none, or for a template or nothing. */
export async function chooseOutput(words: Words, { io }: Session, kind: RowKind): Promise<RowOutput> {
  const asked = formatsAsked(words);
  refuseTwo(asked);
  refuseIdle(words, asked[0]);
  const usual = io.stdout.isTerminal ? (words.text("fields") === undefined ? kind.view : "table") : "rows";
  const jq = words.text("jq");
  const format = asked[0] ?? (jq === undefined ? usual : "json");
  const own = words.text(format) ?? "";
  const named = own === "" ? (words.text("fields") ?? "") : own;
  const output = {
    format,
    isForPeople: format === "table" || format === "hits",
    end: words.flag("print0") ? "\0" : "\n",
    bom: words.flag("bom"),
    raw: words.flag("raw"),
    ...(jq === undefined ? {} : { jq }),
  } as const;
  if (format !== "format") return { ...output, fields: fieldsOf(named, format, kind) };
  const { parseTemplate } = await import("../templates/parse-template.ts");
  const template = parseTemplate(named, kind.fields);
  return { ...output, fields: template.fields.map((name) => requireField(name, kind.fields)), template };
}

function formatsAsked(words: Words): Format[] {
  const withValue = (["json", "ndjson", "csv", "tsv", "format"] as const).filter(
    (name) => words.text(name) !== undefined,
  );
  const plain = (["slugs", "paths", "ids", "count"] as const).filter((name) => words.flag(name));
  const asked = [...withValue, ...plain];
  const other = asked.find((name) => name !== "json");
  if (words.text("jq") === undefined || other === undefined) return asked;
  throw new StetError("usage", "usage", `--jq goes with --json, not with --${other}`);
}

function refuseTwo([first, second]: readonly Format[]): void {
  if (first === undefined || second === undefined) return;
  throw new StetError("usage", "usage", `--${first} and --${second} are two outputs; choose one`);
}

/** An option that would change nothing is a mistake in a script that nobody would notice. */
function refuseIdle(words: Words, format: Format | undefined): void {
  const idle = idleOption(words, format);
  if (idle !== undefined) throw new StetError("usage", "usage", idle);
}

function idleOption(words: Words, format: Format | undefined): string | undefined {
  const isPlain = format === "slugs" || format === "paths" || format === "ids" || format === "count";
  if ((words.flag("bom") || words.flag("raw")) && format !== "csv") return "--bom and --raw go with --csv";
  if (words.text("fields") !== undefined && (isPlain || format === "format"))
    return `-F does not go with --${format}`;
  if (words.text("fields") !== undefined && format !== undefined && words.text(format) !== "")
    return `-F and --${format}=LIST both name the fields; choose one`;
  if (!words.flag("print0")) return undefined;
  if (format === "format") return String.raw`-0 does not go with --format; end the template with \0`;
  if (words.text("jq") !== undefined) return "-0 does not go with --jq";
  return format === "json" || format === "count" ? `-0 does not go with --${format}` : undefined;
}

/** The fields a list names, `all` of them, or the usual ones for an empty list. */
export function fieldsNamed(list: string, known: readonly RowField[]): readonly RowField[] {
  // `all` is every field but the file itself, which holds the notes that leave the newsroom in no other output.
  if (list === "all") return known.filter((field) => field !== "raw");
  return list.split(",").map((name) => requireField(name, known));
}

function fieldsOf(named: string, format: Format, kind: RowKind): readonly RowField[] {
  if (format === "slugs" || format === "paths" || format === "ids") return [SINGLE[format]];
  if (named !== "") return fieldsNamed(named, kind.fields);
  if (format === "table" || format === "hits") return kind.table;
  return format === "rows" ? kind.rows : kind.objects;
}
