// A template filled with a view: Mustache's tokens turned into steps once, and walked for every page. A name is looked
// for among what was put into a view, and never on a prototype.
import Mustache from "mustache";
import { escapeText } from "../../base/escape-html.ts";
import { StetError } from "../../base/stet-error.ts";
import type { Template, Templates } from "./templates.ts";
import { isPlain, isShared, type Markup, markup, markupOf, type View, type ViewValue } from "./view.ts";

/** The template `name` filled with `view`; `name` is one of the set, and the set was checked if it is not our own. */
export function fillTemplate(templates: Templates, name: string, view: View): Markup | "" {
  return markup(run(stepsOf(templates, name, ""), frameOf(view, undefined)));
}

/** A value that names are looked for in, and the one around it. */
interface Frame {
  readonly value: ViewValue;
  readonly around: Frame | undefined;
  /** Whether any name was looked for around it. */
  isLeft: boolean;
}

function frameOf(value: ViewValue, around: Frame | undefined): Frame {
  return { value, around, isLeft: false };
}

/** Text to print, or what makes it. */
type Step = string | ((frame: Frame) => string);

function run(steps: readonly Step[], frame: Frame): string {
  let html = "";
  for (const step of steps) html += typeof step === "string" ? step : step(frame);
  return html;
}

const compiled = new WeakMap<Templates, Map<string, readonly Step[]>>();

/** Steps of a template whose lines all begin with `indent`, kept for the next page. */
function stepsOf(templates: Templates, name: string, indent: string): readonly Step[] {
  const known = compiled.get(templates) ?? new Map<string, readonly Step[]>();
  compiled.set(templates, known);
  const key = `${indent}>${name}`;
  const steps = known.get(key) ?? compile(Mustache.parse(indented(templateNamed(templates, name), indent)));
  known.set(key, steps);
  return steps;

  function compile(tokens: unknown): Step[] {
    return Array.isArray(tokens) ? tokens.flatMap((token) => stepOf(token, templates, compile)) : [];
  }
}

function templateNamed(templates: Templates, name: string): Template {
  const template = templates.get(name);
  if (template === undefined) throw new StetError("invalid", "bad-template", `there is no template ${name}`);
  return template;
}

/** As Mustache indents what stands in a line of its own; what is called within a line begins as it is. */
function indented({ text }: Template, indent: string): string {
  if (indent === "") return text;
  const isWithin = indent.startsWith(WITHIN);
  const blanks = indent.replace(/[^ \t]/g, "");
  const lines = text.split("\n");
  return lines.map((line, at) => (line !== "" && (at > 0 || !isWithin) ? blanks + line : line)).join("\n");
}

const WITHIN = "+";

/** Mustache's tokens: kind, words, start, end; then what a section holds, or how a call of a template is indented. */
function stepOf(token: unknown, templates: Templates, compile: (tokens: unknown) => Step[]): Step[] {
  if (!Array.isArray(token)) return [];
  const [kind, words, , , fourth, tag, hasText] = token;
  const name = String(words);
  switch (kind) {
    case "text":
      return [name];
    case "name":
      return [valueStep(name)];
    case "#":
      return [sectionStep(name, compile(fourth))];
    case "^":
      return [invertedStep(name, compile(fourth))];
    case ">": {
      const blanks = tag === 0 && typeof fourth === "string" ? fourth : "";
      const indent = blanks !== "" && hasText === true ? WITHIN + blanks : blanks;
      let steps: readonly Step[] | undefined;
      return [(frame) => run((steps ??= stepsOf(templates, name, indent)), frame)];
    }
    default:
      // Comments, and changed delimiters, which parsing has obeyed.
      return [];
  }
}

function valueStep(name: string): Step {
  const find = finder(name);
  return (frame) => printed(find(frame));
}

function sectionStep(name: string, steps: readonly Step[]): Step {
  const find = finder(name);
  const within = insideStep(steps);
  return (frame) => {
    const value = find(frame);
    if (typeof value !== "object" && !value) return "";
    if (value === undefined || value === true) return run(steps, frame);
    if (!isList(value)) return within(value, frame);
    let html = "";
    for (const item of value) html += within(item, frame);
    return html;
  };
}

/** Fills a section with a value. What it makes of one that many pages have, out of nothing but that, is kept for them. */
function insideStep(steps: readonly Step[]): (value: ViewValue, around: Frame) => string {
  const kept = new WeakMap<object, string>();
  return (value, around) => {
    const frame = frameOf(value, around);
    if (typeof value !== "object" || !isShared(value)) return run(steps, frame);
    const known = kept.get(value);
    if (known !== undefined) return known;
    const html = run(steps, frame);
    if (!frame.isLeft) kept.set(value, html);
    return html;
  };
}

function invertedStep(name: string, steps: readonly Step[]): Step {
  const find = finder(name);
  return (frame) => {
    const value = find(frame);
    const isThere = typeof value === "object" ? !isList(value) || value.length > 0 : Boolean(value);
    return isThere ? "" : run(steps, frame);
  };
}

function isList(value: ViewValue): value is readonly ViewValue[] {
  return Array.isArray(value);
}

type Finder = (frame: Frame) => ViewValue | undefined;

/** Looks for a name in the innermost value that has it; of a dotted one, that has all of it. */
function finder(name: string): Finder {
  if (name === ".") return ({ value }) => value;
  if (!name.includes(".")) return (frame) => findIn(frame, (value) => ownValue(value, name));
  const parts = name.split(".");
  return (frame) =>
    findIn(frame, (value) => {
      let found: ViewValue | undefined = value;
      for (const part of parts) {
        found = found === undefined ? undefined : (ownValue(found, part) ?? ownOfText(found, part));
      }
      return found;
    });
}

function findIn(frame: Frame, look: (value: ViewValue) => ViewValue | undefined): ViewValue | undefined {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.around) {
    const found = look(at.value);
    if (found !== undefined) return found;
    at.isLeft = true;
  }
  return undefined;
}

function ownValue(value: ViewValue, name: string): ViewValue | undefined {
  return isGroup(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The end of a dotted name may ask a text for its length or a letter. */
function ownOfText(value: ViewValue, name: string): ViewValue | undefined {
  if (typeof value !== "string") return undefined;
  return name === "length" ? value.length : /^\d+$/.test(name) ? value[Number(name)] : undefined;
}

function isGroup(value: ViewValue): value is View {
  return typeof value === "object";
}

/** A group of values where a text is wanted prints nothing, as an unknown name does. */
function printed(value: ViewValue | undefined): string {
  if (typeof value === "string") return escapeText(value);
  const html = markupOf(value);
  return html ?? (isPlain(value) ? escapeText(String(value)) : "");
}
