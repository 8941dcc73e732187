// Rows of JSON that are no articles, in the form of `stet list --json`: one array, one object a line.
import { jsonText } from "../../base/json-text.ts";
import { pickKeys } from "./pick-keys.ts";

/** The array as text, ending in a line break; `keys` (`tag,live`) are those to keep, all of them when it is empty. */
export function jsonRows(objects: readonly Readonly<Record<string, unknown>>[], keys: string): string {
  const lines = objects.map((object) => `\n${jsonText(pickKeys(object, keys))}`);
  return lines.length === 0 ? "[]\n" : `[${lines.join(",")}\n]\n`;
}
