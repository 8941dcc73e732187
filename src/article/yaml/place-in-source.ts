// Where in a file a place in one of its values stands: the way back from a text as it reads to the text as written,
// for findings about single words (stet check). White space is what YAML folds and indents, so the rest is counted.
import { lineEnd } from "./text-position.ts";
import type { TextNode, YamlNode } from "./yaml-node.ts";

/** What stands at the end of a way of keys and list positions; where that is not there, what is there of the way. */
export function nodeOn(root: YamlNode, way: readonly (string | number)[]): YamlNode {
  const [step, ...rest] = way;
  if (step === undefined) return root;
  const next =
    root.kind === "map"
      ? root.entries.find(({ key }) => key === step)?.value
      : root.kind === "list"
        ? root.items[Number(step)]
        : undefined;
  return next === undefined ? root : nodeOn(next, rest);
}

/**
 * The offset in `text` of the character at `at` in the value `said` of `node`, or of the next one that is no white
 * space, the end of the value where there is none. `said` is the node's text, but for white space at its ends. O(value).
 */
export function placeInSource(text: string, node: YamlNode, said: string, at: number): number {
  if (node.kind !== "text" || node.isAlias) return node.start;
  let ahead = countVisible(said.slice(0, at));
  let end = node.start;
  for (const unit of visibleUnits(text, node)) {
    if (ahead < unit.length) return unit.start;
    ahead -= unit.length;
    end = unit.end;
  }
  return end;
}

function countVisible(text: string): number {
  return text.replace(/[ \t\r\n]/g, "").length;
}

/** One character as written, an escape perhaps; `length` is what it counts for in the value. */
interface Unit {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

const DOUBLE = /\\(?:x..|u.{4}|U.{8}|\r?\n|.)|[^\s]|[^ \t\r\n]/gs;
const SINGLE = /''|[^ \t\r\n]/g;
const VERBATIM = /[^ \t\r\n]/g;

function* visibleUnits(text: string, node: TextNode): Generator<Unit> {
  const isQuoted = node.style === "double" || node.style === "single";
  const from = node.style === "block" ? lineEnd(text, node.start) : node.start + (isQuoted ? 1 : 0);
  const pattern = node.style === "double" ? DOUBLE : node.style === "single" ? SINGLE : VERBATIM;
  for (const { 0: unit, index } of text.slice(from, node.end).matchAll(pattern)) {
    const length = node.style === "double" ? lengthOfEscape(unit) : 1;
    if (length > 0) yield { start: from + index, end: from + index + unit.length, length };
  }
}

/** What an escape adds to the count: white space nothing, a character beyond the first plane two units. */
function lengthOfEscape(unit: string): number {
  if (!unit.startsWith("\\")) return 1;
  if (/^\\(?:[nrt \t]|\r?\n|x(?:09|0[aAdD]|20)|u00(?:09|0[aAdD]|20))$/.test(unit)) return 0;
  return unit.startsWith("\\U") && Number.parseInt(unit.slice(2), 16) > 0xffff ? 2 : 1;
}
