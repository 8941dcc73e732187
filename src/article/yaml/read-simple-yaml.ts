// The fast way to read YAML: the plain layout that nearly every article has, to the tree that read-yaml.ts would make
// of it, some ten times as fast and without loading the library. Whenever a text could mean anything else it gives up,
// and the library reads: that one is the truth, and a differential fuzz holds this one to it.
import type { Limits } from "../limits.ts";
import { readBlockMap } from "./simple-block.ts";
import { NONE, startReading } from "./simple-lines.ts";
import { entryOf, type MapNode, type TextNode } from "./yaml-node.ts";

/**
 * The very tree `readYaml` gives for `text`, where that has no findings; undefined whenever this reader is not sure, or
 * the text comes near one of `limits`. It reads block maps and lists by indentation, brackets and text on one line,
 * blocks of text and comments; no tabs, anchors, tags, documents, or text over several lines. O(text).
 */
export function readSimpleYaml(text: string, limits: Limits): MapNode | undefined {
  if (UNUSUAL.test(text) || limits.depth < INDICATORS_ON_LINE) return undefined;
  const reader = startReading(text, limits);
  if (reader.indent !== 0) return undefined;
  const root = readBlockMap(reader, 0);
  if (root === undefined || reader.indent !== NONE) return undefined;
  const isInside = reader.parts * TOKENS_OF_PART <= limits.tokens && isInLimits(text, root, limits);
  return isInside ? root : undefined;
}

/** Control characters but the tab, the line feed and U+0085, byte order marks, and what is no character. */
const UNUSUAL = /[\0-\u0008\v-\u001F\u007F-\u0084\u0086-\u009F\uFEFF\uFFFE\uFFFF]/;

/** A dash and a colon. */
const INDICATORS_ON_LINE = 2;

/** The most tokens the library makes of one line, key or value. */
const TOKENS_OF_PART = 8;

/** The library's scan counts the text of the body by itself (scan-yaml.ts). */
function isInLimits(text: string, root: MapNode, limits: Limits): boolean {
  const body = entryOf(root, "body")?.value;
  const length = body?.kind === "text" ? body.end - startOfText(text, body) : 0;
  const isQuoted = body?.kind === "text" && (body.style === "single" || body.style === "double");
  return text.length - length <= limits.headerCharacters && !(isQuoted && length > limits.quotedCharacters);
}

function startOfText(text: string, { style, start, end }: TextNode): number {
  if (style !== "block") return start;
  const lineBreak = text.indexOf("\n", start);
  return lineBreak === -1 ? end : lineBreak + 1;
}
