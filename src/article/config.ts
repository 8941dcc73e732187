// A person's own configuration: the keys it may have, its text -> values, and edits that keep its comments. The newsroom's
// settings are stet.yaml's (settings.ts); nothing there, or in any file that comes with a newsroom, names a program.
import { StetError } from "../base/stet-error.ts";
import type { Problem } from "../base/problem.ts";
import { frameOf } from "../base/code-frame.ts";
import { guessFor } from "../base/nearest.ts";
import { editArticle, type FieldEdit } from "./edit-article.ts";
import type { FieldPath } from "./field-edit.ts";
import { report, type FieldReader } from "./field-reader.ts";
import { LIMITS } from "./limits.ts";
import { readTopLevel } from "./read-top-level.ts";
import { printLine } from "./yaml/print-scalar.ts";
import { plainValue, type MapNode } from "./yaml/yaml-node.ts";

/** `user` is for all newsrooms of a person, `local` for one checkout of one newsroom. */
export type ConfigLevel = "user" | "local";

export interface ConfigKey {
  readonly name: string;
  /** What it is for, in a few words. */
  readonly summary: string;
  /** The environment variable that stands before it. */
  readonly variable: string;
  /** Only a person's own file may have it: it names a program, or a place outside the newsroom. */
  readonly isUserOnly: boolean;
  readonly values?: readonly string[];
  readonly pattern?: RegExp;
}

const text = (name: string, summary: string, variable: string): ConfigKey => ({
  name,
  summary,
  variable,
  isUserOnly: false,
});
const own = (key: ConfigKey): ConfigKey => ({ ...key, isUserOnly: true });

/** Every key, in the order they are listed. */
export const CONFIG_KEYS: readonly ConfigKey[] = [
  text("author", "whose articles is:mine means", "STET_AUTHOR"),
  own(text("editor", "the program stet edit opens", "STET_EDITOR")),
  own(text("pager", "the program long texts are shown in; cat for none", "STET_PAGER")),
  { ...text("color", "colour in the output", "STET_COLOR"), values: ["auto", "always", "never"] },
  { ...text("ascii", "no symbols beyond ASCII", "STET_ASCII"), values: ["true", "false"] },
  { ...text("accessible", "plain lines that nothing redraws", "ACCESSIBLE"), values: ["true", "false"] },
  { ...text("lock-timeout", "seconds to wait for another stet", "STET_LOCK_TIMEOUT"), pattern: /^\d{1,9}$/ },
  own(text("default_store", "the newsroom where none is found above", "STET_DEFAULT_STORE")),
  own(text("publish.hubs", "WebSub hubs told of new feeds, apart by commas", "STET_PUBLISH_HUBS")),
  own(text("publish.hook", "the program run after a publish", "STET_PUBLISH_HOOK")),
  own({
    ...text("publish.hook-timeout", "seconds the hook may take; 0 for ever", "STET_PUBLISH_HOOK_TIMEOUT"),
    pattern: /^\d{1,6}$/,
  }),
];

/** The key of a name. Throws StetError usage, with the nearest one, or of `others`, where there is none. */
export function configKey(name: string, others: readonly string[] = []): ConfigKey {
  const key = CONFIG_KEYS.find((each) => each.name === name);
  if (key !== undefined) return key;
  const names = [...CONFIG_KEYS.map((each) => each.name), ...others.filter((other) => other !== name)];
  const { question, details } = guessFor(name, names);
  throw new StetError("usage", "bad-config", `"${name}" is not a key of the configuration${question}`, {
    hint: `keys: ${names.join(" ")}`,
    candidates: [],
    ...details,
  });
}

/** Why a key cannot have a value; undefined where it can. */
export function configFault({ name, values, pattern }: ConfigKey, value: string): string | undefined {
  if (/[\0\n\r]/.test(value) || value.trim() === "") return `${name} takes one line of text`;
  if (values !== undefined && !values.includes(value)) return `${name} is one of ${values.join(", ")}`;
  return pattern === undefined || pattern.test(value) ? undefined : `${name} is a whole number`;
}

export interface ConfigReading {
  /** By key; lists are joined with commas. */
  readonly values: ReadonlyMap<string, string>;
  /** All of them warnings: nobody is kept from work by a preference. */
  readonly problems: readonly Problem[];
}

/** Reads one configuration file. A key it may not have at `level`, or a value that does not fit, is passed over. Never throws. */
export function readConfig(text: string, level: ConfigLevel, file: string): ConfigReading {
  const values = new Map<string, string>();
  if (isBare(text)) return { values, problems: [] };
  const reader: FieldReader = { text, file, problems: [] };
  const map = readTopLevel(reader, LIMITS);
  for (const { name, value, start } of map === undefined ? [] : leavesOf(map)) {
    const fault = faultOf(name, value, level);
    if (fault === undefined) values.set(name, value);
    else report(reader, start, { code: "bad-config", ...fault });
  }
  return { values, problems: reader.problems.map((problem) => ({ ...problem, severity: "warning" })) };
}

interface Leaf {
  readonly name: string;
  readonly value: string;
  readonly start: number;
}

/** `publish: {hook: x}` is the leaf `publish.hook`. */
function leavesOf(map: MapNode, prefix = ""): readonly Leaf[] {
  return map.entries.flatMap(({ key, keyStart: start, value }): readonly Leaf[] => {
    const name = prefix + key;
    if (value.kind === "map") return leavesOf(value, `${name}.`);
    if (value.kind === "text") return [{ name, value: value.text.trim(), start }];
    return [{ name, value: value.kind === "list" ? String(plainValue(value)) : "", start }];
  });
}

function faultOf(
  name: string,
  value: string,
  level: ConfigLevel,
): { message: string; hint?: string } | undefined {
  const key = CONFIG_KEYS.find((each) => each.name === name);
  const place = level === "local" ? " --local" : "";
  if (key === undefined) {
    const { question } = guessFor(
      name,
      CONFIG_KEYS.map((each) => each.name),
    );
    return {
      message: `"${name}" is not a key of the configuration${question}`,
      hint: `stet config unset ${name}${place}`,
    };
  }
  if (key.isUserOnly && level !== "user") {
    const message = `${name} is honoured only from your own configuration, never from a newsroom's folder`;
    return { message, hint: `stet config unset ${name}${place}` };
  }
  const message = configFault(key, value);
  return message === undefined ? undefined : { message, hint: `stet config unset ${name}${place}` };
}

/** The keys that a file has, inner ones as `publish.hook`; none of a text that cannot be read. */
export function keysIn(text: string): ReadonlySet<string> {
  if (isBare(text)) return new Set();
  const map = readTopLevel({ text, file: "", problems: [] }, LIMITS);
  return new Set(map === undefined ? [] : leavesOf(map).map(({ name }) => name));
}

/** Throws StetError invalid/bad-config, with the line, for a text that no key can be changed in; `file` is how it is named. */
export function requireReadable(text: string, file: string): void {
  if (isBare(text)) return;
  const reader: FieldReader = { text, file, problems: [] };
  const map = readTopLevel(reader, LIMITS);
  const wrong = reader.problems.find(({ severity }) => severity === "error");
  if (map !== undefined || wrong === undefined) return;
  const { message, line, column = 1 } = wrong;
  throw new StetError("invalid", "bad-config", message, {
    where: { file, ...(line === undefined ? {} : { line, column }) },
    ...frameOf(wrong),
    hint: `mend that line of ${file} by hand; nothing was changed`,
  });
}

/** The text with a key set, or taken out where `value` is undefined; every other byte stays. Throws StetError invalid. */
export function editConfig(text: string, name: string, value: string | undefined): string {
  const [first = "", ...rest] = name.split(".");
  const path: FieldPath = [first, ...rest];
  if (isBare(text)) return value === undefined ? text : text + newLines(path, value);
  if (value !== undefined) return editArticle(text, [{ kind: "set", path, value }]);
  // The last key cannot be cut out of a mapping that would then be none.
  const marker: FieldEdit = { kind: "set", path: [MARKER], value: "1" };
  const cleared = editArticle(editArticle(text, [marker]), [{ kind: "clear", path }]);
  return cleared.replace(new RegExp(`^${MARKER}: .*(?:\\r?\\n|$)`, "m"), "");
}

const MARKER = "stet-edits-this";

/** True for a file of blank lines and comments. */
function isBare(text: string): boolean {
  return /^(?:\uFEFF)?(?:[ \t]*(?:#.*)?(?:\r?\n|$))*$/.test(text);
}

function newLines(path: FieldPath, value: string): string {
  return path
    .map(
      (key, depth) =>
        `${"  ".repeat(depth)}${key}:${depth === path.length - 1 ? ` ${printLine(value)}` : ""}\n`,
    )
    .join("");
}
