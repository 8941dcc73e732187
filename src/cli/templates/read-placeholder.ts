// What stands in the braces of a template: a field with its filters, or one of if, else and end.
import { badTemplate, knownNames } from "./bad-template.ts";
import { unescaped } from "./escapes.ts";
import { FILTERS } from "./filters.ts";
import type { Step } from "./template.ts";

export type Placeholder =
  | {
      readonly kind: "field";
      readonly fields: readonly [string, ...string[]];
      readonly steps: readonly Step[];
    }
  | { readonly kind: "if"; readonly field: string }
  | { readonly kind: "else" }
  | { readonly kind: "end" };

/** Where reading has come to; `at` moves on. */
interface Reading {
  readonly template: string;
  readonly fields: readonly string[];
  at: number;
}

const NAME = /\s*([A-Za-z_][\w.-]*)\s*/y;
const QUOTED = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*/sy;
const BARE = /[^|{}]*/y;

/** Reads from the opening brace at `at` to behind the closing one. Throws StetError usage/bad-template with a caret. */
export function readPlaceholder(start: Readonly<Reading>): { placeholder: Placeholder; end: number } {
  const reading: Reading = { ...start, at: start.at + 1 };
  const word = readName(reading, "a field goes here; {{ is a brace in the text");
  const placeholder = readRest(reading, word);
  if (reading.template[reading.at] !== "}") throw unexpected(reading, start.at);
  return { placeholder, end: reading.at + 1 };
}

function readRest(reading: Reading, word: Word): Placeholder {
  if (word.name === "else" || word.name === "end") return { kind: word.name };
  if (word.name !== "if") return readField(reading, word);
  const field = readName(reading, "{if} needs a field, as {if embargo}");
  return { kind: "if", field: requireField(reading, field) };
}

function unexpected({ template, at }: Reading, opened: number): Error {
  if (at >= template.length) return badTemplate(template, opened, "this brace is never closed", "write }");
  return badTemplate(template, at, "a | or } is missing here", "{headline|trunc:40|bold}");
}

interface Word {
  readonly name: string;
  readonly start: number;
}

function readName(reading: Reading, missing: string): Word {
  NAME.lastIndex = reading.at;
  const match = NAME.exec(reading.template);
  const name = match?.[1] ?? "";
  if (match === null) throw badTemplate(reading.template, reading.at, "a name is missing here", missing);
  const start = reading.at + match[0].indexOf(name);
  reading.at += match[0].length;
  return { name, start };
}

function requireField({ template, fields }: Reading, { name, start }: Word): string {
  if (fields.includes(name)) return name;
  throw badTemplate(template, start, `"${name}" is no field`, knownNames(name, fields, "fields"));
}

function readField(reading: Reading, word: Word): Placeholder {
  const fields: [string, ...string[]] = [requireField(reading, word)];
  const steps: Step[] = [];
  while (reading.template[reading.at] === "|") {
    reading.at++;
    const { step, field } = readFilter(reading);
    steps.push(step);
    if (field !== undefined) fields.push(field);
  }
  return { kind: "field", fields, steps };
}

function readFilter(reading: Reading): { step: Step; field?: string } {
  const { name, start } = readName(reading, "a filter goes here, as bold");
  const filter = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
  if (filter === undefined) {
    const hint = knownNames(name, Object.keys(FILTERS), "filters");
    throw badTemplate(reading.template, start, `"${name}" is no filter`, hint);
  }
  const argument = readArgument(reading);
  const step = filter.make(argument?.name);
  if (step === undefined) {
    const at = argument?.start ?? start;
    const message = argument === undefined ? `${name} needs more` : `${name} cannot take "${argument.name}"`;
    throw badTemplate(reading.template, at, message, filter.usage);
  }
  return filter.takesField === true && argument !== undefined
    ? { step, field: requireField(reading, argument) }
    : { step };
}

/** What stands behind the colon: quoted with its escapes resolved, else up to the next `|` or `}` without blanks around it. */
function readArgument(reading: Reading): Word | undefined {
  const { template } = reading;
  if (template[reading.at] !== ":") return undefined;
  const start = reading.at + 1;
  QUOTED.lastIndex = start;
  const quoted = QUOTED.exec(template);
  if (quoted !== null) {
    reading.at = start + quoted[0].length;
    return { name: unescaped(quoted[1] ?? quoted[2] ?? ""), start };
  }
  BARE.lastIndex = start;
  const bare = BARE.exec(template)?.[0] ?? "";
  if (/^\s*["']/.test(bare))
    throw badTemplate(template, start, "this quote is never closed", '{tags|join:", "}');
  reading.at = start + bare.length;
  return { name: bare.trim(), start };
}
