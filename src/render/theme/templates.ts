// Templates: logic-less Mustache, checked before use. Text is escaped always; HTML that the renderers made is printed as
// it is, so no template needs the tag that escapes nothing, and none may have it.
import Mustache from "mustache";
import { nearest } from "../../base/nearest.ts";
import { StetError } from "../../base/stet-error.ts";

/** One template; `file` is what errors call it. */
export interface Template {
  readonly file: string;
  readonly text: string;
}

/** By name, as `{{> teaser}}` calls them: there is no way to a file that was not put in. */
export type Templates = ReadonlyMap<string, Template>;

/** A Mustache token: its kind, what it says, where it starts and ends, and for sections what they hold. */
type Token = readonly [kind: string, text: string, start: number, end: number, children?: unknown];

/**
 * Throws StetError `bad-template` with file, line and column unless every template can be parsed, escapes everything,
 * calls only templates of the set, uses only names in `names` (any last part of a dotted name), and never itself.
 */
export function checkTemplates(templates: Templates, names: ReadonlySet<string>): void {
  const calls = new Map<string, string[]>();
  for (const [name, template] of templates) {
    const tokens = [...allTokens(parseTemplate(template))];
    for (const token of tokens) checkToken(token, template, { templates, names });
    calls.set(
      name,
      tokens.filter(([kind]) => kind === ">").map(([, called]) => called),
    );
  }
  refuseCycles(calls, templates);
}

function parseTemplate(template: Template): readonly unknown[] {
  try {
    return Mustache.parse(template.text);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw faultIn(template, placeOf(message, template.text), ...inWords(message));
  }
}

/** What mustache complains of, and what to do. */
function inWords(message: string): [problem: string, hint?: string] {
  const [, kind, name = ""] = /^(Unclosed|Unopened) (?:section "(.*)"|tag)/.exec(message) ?? [];
  if (kind === undefined) return [message.replace(/ at \d+$/, "").trim()];
  if (name === "") return ["this {{ is never closed", "write }} behind the name"];
  if (kind === "Unclosed") return [`the section ${name} is never closed`, `{{/${name}}} closes it`];
  return [`{{/${name}}} closes what is not open`, `{{#${name}}} opens it`];
}

/** Mustache counts an unclosed tag or section from where it gave up, the end of the text; its start says more. */
function placeOf(message: string, text: string): number {
  const [, kind, name = "", at = ""] = /^(\w+) (?:section "(.*)"|tag) at (\d+)$/.exec(message) ?? [];
  if (kind !== "Unclosed") return Number(at || /\d+$/.exec(message)?.[0] || 0);
  if (name === "") return Math.max(0, text.lastIndexOf("{{"));
  const openings = [...text.matchAll(/\{\{[#^]\s*([^\s}]*)/g)].filter(([, opened]) => opened === name);
  return openings.at(-1)?.index ?? Number(at);
}

function* allTokens(tokens: readonly unknown[]): Generator<Token> {
  for (const token of tokens) {
    if (!isToken(token)) continue;
    yield token;
    if (Array.isArray(token[4])) yield* allTokens(token[4]);
  }
}

function isToken(token: unknown): token is Token {
  return Array.isArray(token) && typeof token[0] === "string" && typeof token[1] === "string";
}

interface Known {
  readonly templates: Templates;
  readonly names: ReadonlySet<string>;
}

function checkToken([kind, text, start]: Token, template: Template, { templates, names }: Known): void {
  if (kind === "&") {
    const problem = `{{{${text}}}} would print text as HTML`;
    throw faultIn(template, start, problem, `write {{${text}}}: what is HTML already stays HTML`);
  }
  if (kind === ">" && !templates.has(text)) {
    throw faultIn(template, start, `there is no template ${text}`, suggestion(text, templates.keys()));
  }
  if (["name", "#", "^"].includes(kind) && !isKnown(text, names)) {
    throw faultIn(template, start, `no page has a value ${text}`, suggestion(text, names));
  }
}

/** Below `x` lie the newsroom's own fields, whose names are its own. */
function isKnown(dotted: string, names: ReadonlySet<string>): boolean {
  const parts = dotted.split(".");
  const own = parts.indexOf("x");
  return dotted === "." || parts.slice(0, own === -1 ? parts.length : own).every((part) => names.has(part));
}

function suggestion(typed: string, known: Iterable<string>): string | undefined {
  const near = nearest(typed, known, 1)[0];
  return near === undefined ? undefined : `did you mean ${near}?`;
}

/** Depth first; what was left once without coming back to itself is never entered again. */
function refuseCycles(calls: ReadonlyMap<string, readonly string[]>, templates: Templates): void {
  const left = new Set<string>();
  const enter = (name: string, path: readonly string[]): void => {
    if (left.has(name)) return;
    for (const called of calls.get(name) ?? []) {
      const above = [...path, name];
      if (above.includes(called)) throw cycleFault(name, [...above, called], templates);
      enter(called, above);
    }
    left.add(name);
  };
  for (const name of templates.keys()) enter(name, []);
}

function cycleFault(name: string, circle: readonly string[], templates: Templates): StetError {
  const template = templates.get(name) ?? { file: name, text: "" };
  const place = template.text.search(new RegExp(`\\{\\{>\\s*${circle.at(-1)}\\s*\\}\\}`));
  return faultIn(template, Math.max(0, place), `the template comes back to itself: ${circle.join(" > ")}`);
}

function faultIn(template: Template, offset: number, problem: string, hint?: string): StetError {
  const before = template.text.slice(0, offset).split("\n");
  const where = { file: template.file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return new StetError("invalid", "bad-template", problem, {
    where,
    ...(hint === undefined ? {} : { hint }),
  });
}
