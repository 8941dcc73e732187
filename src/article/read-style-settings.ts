// The `style:` block of stet.yaml -> StyleSettings, for parse-settings.ts: the newsroom's own words and lengths.
import { nearest } from "../base/nearest.ts";
import { readLine, readLines, readMap, report, reportUnknownKeys, type FieldReader } from "./field-reader.ts";
import { HIGHEST_COUNT } from "./read-publish-settings.ts";
import { DEFAULT_STYLE, type StyleSettings } from "./settings.ts";
import { entryOf, type MapEntry, type MapNode, type YamlNode } from "./yaml/yaml-node.ts";

const KEYS = ["words", "banned", "headline", "summary"] as const;

/** The block's settings, with the default for each key that is absent or wrong. */
export function readStyleSettings(reader: FieldReader, node: YamlNode | undefined): StyleSettings {
  const map = node === undefined ? undefined : readMap(reader, node, "style");
  if (map === undefined) return DEFAULT_STYLE;
  reportUnknownKeys(reader, map, KEYS, (key) => nearest(key, KEYS)[0]);
  const words = entryOf(map, "words");
  const banned = entryOf(map, "banned");
  return {
    words: words === undefined ? DEFAULT_STYLE.words : readWords(reader, words),
    banned: banned === undefined ? DEFAULT_STYLE.banned : readLines(reader, banned.value, "banned"),
    headline: readMost(reader, map, "headline"),
    summary: readMost(reader, map, "summary"),
  };
}

function readWords(reader: FieldReader, { value }: MapEntry): Map<string, string> {
  const words = new Map<string, string>();
  for (const entry of readMap(reader, value, "words")?.entries ?? []) {
    const written = readLine(reader, entry.value, entry.key)?.trim() ?? "";
    const typed = entry.key.trim();
    if (written !== "" && written !== typed) words.set(typed, written);
    else refuse(reader, entry.keyStart, "words", `words says nothing new for "${typed}"`);
  }
  return words;
}

/** `headline: {max: 110}`. */
function readMost(reader: FieldReader, map: MapNode, key: "headline" | "summary"): number {
  const entry = entryOf(map, key);
  const inner = entry === undefined ? undefined : readMap(reader, entry.value, key);
  if (inner === undefined) return DEFAULT_STYLE[key];
  reportUnknownKeys(reader, inner, ["max"], () => "max");
  const max = entryOf(inner, "max");
  const line = max === undefined ? undefined : readLine(reader, max.value, "max");
  if (max === undefined || line === undefined) return DEFAULT_STYLE[key];
  const count = /^\d{1,6}$/.test(line) ? Number(line) : 0;
  if (count >= 1 && count <= HIGHEST_COUNT) return count;
  refuse(reader, max.value.start, key, `max is a whole number from 1 to ${HIGHEST_COUNT}`);
  return DEFAULT_STYLE[key];
}

function refuse(reader: FieldReader, offset: number, field: string, message: string): void {
  report(reader, offset, { code: "bad-config", field, message });
}
