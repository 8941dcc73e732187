// The parts of an article file that are lists of maps or a map: authors, the lead image, corrections.
import { nearest } from "../base/nearest.ts";
import type { Author, Correction, Image } from "./article.ts";
import {
  readLine,
  readList,
  readMap,
  readText,
  report,
  reportEmptyItem,
  reportUnknownKeys,
  rewritten,
  type FieldReader,
} from "./field-reader.ts";
import { printLine } from "./yaml/print-scalar.ts";
import { readInstant } from "./read-moments.ts";
import { entryOf, type MapNode, type YamlNode } from "./yaml/yaml-node.ts";

const AUTHOR_KEYS = ["name", "email", "url", "role"] as const;
/** What an image is made of. */
export const IMAGE_KEYS = ["src", "alt", "caption", "credit"] as const;
const CORRECTION_KEYS = ["at", "text"] as const;

/** The byline in order: a name, a key of `known`, or a map whose `name` may be such a key too. */
export function readAuthors(
  reader: FieldReader,
  node: YamlNode,
  known: ReadonlyMap<string, Author>,
): Author[] {
  const authors: Author[] = [];
  for (const item of readList(reader, node, "authors")) {
    const author =
      item.kind === "map" ? readAuthorMap(reader, item, known) : readAuthorName(reader, item, known);
    if (author !== undefined) authors.push(author);
  }
  return authors;
}

function readAuthorName(
  reader: FieldReader,
  node: YamlNode,
  known: ReadonlyMap<string, Author>,
): Author | undefined {
  const name = readLine(reader, node, "authors");
  if (name !== undefined && name !== "") return known.get(name) ?? { name };
  if (node.kind === "text" || node.kind === "empty") reportEmptyItem(reader, node, "authors");
  return undefined;
}

/** One author written as a map, in an article or in stet.yaml's authors table. */
export function readAuthorMap(
  reader: FieldReader,
  map: MapNode,
  known: ReadonlyMap<string, Author>,
): Author | undefined {
  reportUnknownKeys(reader, map, AUTHOR_KEYS, (key) => nearest(key, AUTHOR_KEYS)[0]);
  const lines = readKeys(reader, map, AUTHOR_KEYS);
  if (lines.name === undefined) {
    report(reader, map.start, { field: "authors", message: "an author needs a name" });
    return undefined;
  }
  return { ...known.get(lines.name), ...lines, name: known.get(lines.name)?.name ?? lines.name };
}

/** The lead image; `src` is the one key it must have. */
export function readImage(reader: FieldReader, node: YamlNode): Image | undefined {
  if (node.kind === "text") {
    const correction = rewritten(reader, node, `{src: ${printLine(node.text)}}`);
    report(reader, node.start, { field: "image", message: "image must be a mapping of keys", ...correction });
    return undefined;
  }
  const map = readMap(reader, node, "image");
  if (map === undefined) return undefined;
  reportUnknownKeys(reader, map, IMAGE_KEYS, (key) => nearest(key, IMAGE_KEYS)[0]);
  const lines = readKeys(reader, map, IMAGE_KEYS);
  if (lines.src === undefined) {
    report(reader, map.start, {
      field: "image",
      message: "an image needs src, the path or URL of the picture",
    });
    return undefined;
  }
  return { ...lines, src: lines.src };
}

function readKeys<Key extends string>(
  reader: FieldReader,
  map: MapNode,
  keys: readonly Key[],
): { [key in Key]?: string } {
  const lines: { [key in Key]?: string } = {};
  for (const key of keys) {
    const entry = entryOf(map, key);
    const line = entry === undefined ? undefined : readLine(reader, entry.value, key);
    if (line !== undefined && line !== "") lines[key] = line;
  }
  return lines;
}

/** The corrections in the order of the file. */
export function readCorrections(reader: FieldReader, node: YamlNode, timezone: string): Correction[] {
  const corrections: Correction[] = [];
  for (const item of readList(reader, node, "corrections")) {
    const map = readMap(reader, item, "corrections");
    if (map === undefined) continue;
    reportUnknownKeys(reader, map, CORRECTION_KEYS, (key) => nearest(key, CORRECTION_KEYS)[0]);
    const at = entryOf(map, "at");
    const text = entryOf(map, "text");
    const instant = at === undefined ? undefined : readInstant(reader, at.value, "at", timezone);
    const words = text === undefined ? undefined : readText(reader, text.value, "text");
    if (instant !== undefined && words !== undefined)
      corrections.push({ at: instant, text: words.replace(/\n$/, "") });
    else if (at === undefined || text === undefined) {
      report(reader, map.start, { field: "corrections", message: "a correction needs at and text" });
    }
  }
  return corrections;
}
