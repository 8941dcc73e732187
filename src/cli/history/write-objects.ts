// Objects that come one after another, as they come: `--json` one array, `--ndjson` a line each.
import { jsonText } from "../../base/json-text.ts";
import { pickKeys } from "../print/pick-keys.ts";
import type { Session } from "../session.ts";
import type { Words } from "../line/words.ts";

type JsonObject = Readonly<Record<string, unknown>>;
type Objects = Iterable<JsonObject> | AsyncIterable<JsonObject>;

/** True when one of the two was asked for, and written; with no object `--json` is `[]`. */
export async function writeObjects(words: Words, { io }: Session, objects: () => Objects): Promise<boolean> {
  const [array, lines] = [words.text("json"), words.text("ndjson")];
  const keys = array ?? lines;
  if (keys === undefined) return false;
  let count = 0;
  for await (const object of objects()) {
    const line = jsonText(pickKeys(object, keys));
    const lead = count === 0 ? "[\n" : ",\n";
    await io.stdout.write(array === undefined ? `${line}\n` : lead + line);
    count++;
  }
  if (array !== undefined) await io.stdout.write(count === 0 ? "[]\n" : "\n]\n");
  return true;
}
