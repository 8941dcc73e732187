// The trap of `stet list updated>2025-01-01`: the shell takes `>2025-01-01` for itself, and stet is asked for articles
// with the word "updated". Caught before the command runs (cli.md 1.3).
import { StetError } from "../base/stet-error.ts";
import { redirectedFile } from "../newsroom/person/redirected-file.ts";
import { fieldNamed } from "../query/query-field.ts";
import { QUERY_FIELDS } from "../query/query.ts";
import { readPeriod } from "../query/read-period.ts";
import type { Io } from "./io.ts";
import type { ParsedLine } from "./line/program.ts";
import { typedWord } from "./typed-word.ts";

/**
 * Throws StetError usage/redirect-trap when stdout is a file of the working directory named like a date or a number,
 * and a word of the query is the bare name of a field that is compared with one: any word, because a redirection may
 * stand anywhere in a line. The file stays: it may be the user's own, cut to nothing by the shell, or shared with other
 * commands that still write to it.
 */
export function refuseRedirect(
  { declaration, words }: ParsedLine,
  io: Pick<Io, "stdout" | "cwd" | "now">,
): void {
  const { descriptor } = io.stdout;
  if (descriptor === undefined || io.stdout.isTerminal) return;
  const asked = words.text("query");
  const query = [
    ...(declaration.takesQuery === true ? words.args : []),
    ...(asked === undefined ? [] : [asked]),
  ];
  for (const word of query) {
    const kinds = kindsOf(word);
    if (kinds.length === 0) continue;
    const isSuspect = (name: string): boolean => isValue(valueIn(name), kinds, io.now());
    const name = redirectedFile(descriptor, io.cwd, isSuspect);
    if (name !== undefined) throw trapped(name, word, { declaration, words });
  }
}

type Kind = "moment" | "number";

/** What the field that `word` names is compared with; nothing for any other word. */
function kindsOf(word: string): readonly Kind[] {
  const field = fieldNamed(word.replace(/^[!-]/, ""));
  if (field === undefined || field === "is" || field === "has") return [];
  // The newsroom says what a field of its own is; it is not open yet.
  if (field.startsWith("x.")) return ["moment", "number"];
  const comparisons: Readonly<Record<string, string>> = QUERY_FIELDS;
  const kind = comparisons[field];
  return kind === "moment" || kind === "number" ? [kind] : [];
}

/** `updated>=2025` leaves a file named `=2025`. */
function valueIn(name: string): string {
  return name.replace(/^=/, "");
}

function isValue(text: string, kinds: readonly Kind[], now: number): boolean {
  const ends = text.split("..").filter((end) => end !== "");
  const reads: Readonly<Record<Kind, (end: string) => boolean>> = {
    moment: (end) => readPeriod(end, { timezone: "UTC", now }) !== undefined,
    number: (end) => /^-?\d+(?:\.\d+)?$/.test(end),
  };
  return ends.length > 0 && kinds.some((kind) => ends.every(reads[kind]));
}

function trapped(
  name: string,
  word: string,
  { declaration, words }: Pick<ParsedLine, "declaration" | "words">,
): StetError {
  const value = valueIn(name);
  const term = `${word.replace(/^!/, "-")}:${value}${value.includes("..") ? "" : ".."}`;
  const others = words.args.map((arg) => (arg === word ? term : typedWord(arg)));
  const hint =
    declaration.takesQuery === true ? `stet ${declaration.name} ${others.join(" ")}` : `-Q ${term}`;
  return new StetError("usage", "redirect-trap", `the shell took ">" and is writing to the file "${name}"`, {
    detail: "  nothing was written to it; remove it if it is not one of yours",
    hint,
  });
}
