// Where a place in a value of a YAML file stands in the file: for whatever is said of single words in it.
import type { Limits } from "../article/limits.ts";
import { readTopLevel } from "../article/read-top-level.ts";
import { nodeOn, placeInSource } from "../article/yaml/place-in-source.ts";
import { positionAt, type TextPosition } from "../article/yaml/text-position.ts";
import type { MapNode, YamlNode } from "../article/yaml/yaml-node.ts";

/**
 * A way of keys and list positions in the file, as `["image", "alt"]`, and an offset in the text there; without one the
 * value as a whole. Where the way leads nowhere, what is there of it is meant.
 */
export interface Place {
  readonly way: readonly [string, ...(string | number)[]];
  readonly at?: number;
}

/** A file's text and tree, for places in it. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly root: MapNode | undefined;
}

/** Reads a file's text for places in it. */
export function readSource(path: string, text: string, limits: Limits): Source {
  return { path, text, root: readTopLevel({ text, problems: [] }, limits) };
}

/** The line and column of a place. */
export function placeInFile(source: Source, place: Place): TextPosition {
  return positionAt(source.text, offsetOf(source, nodeAt(source, place), place));
}

/** What stands at a place; undefined where the file could not be read at all. */
export function nodeAt({ root }: Source, { way }: Place): YamlNode | undefined {
  return root === undefined ? undefined : nodeOn(root, way);
}

/** The offset of a place whose node is known. */
export function offsetOf({ text }: Source, node: YamlNode | undefined, { way, at }: Place): number {
  if (node === undefined) return 0;
  if (at === undefined || node.kind !== "text") return node.start;
  // The reader takes the blanks off a headline.
  const said = way[0] === "headline" ? node.text.trim() : node.text;
  return placeInSource(text, node, said, at);
}
