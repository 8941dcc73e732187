// `--json` of commands that answer with one object, for what they did; and what every `--json=LIST` may name.
import { jsonText } from "../../base/json-text.ts";
import { print, type Session } from "../session.ts";
import type { Words } from "../line/words.ts";
import { pickKeys } from "./pick-keys.ts";

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Before anything is done, and where there may be no object to say so: throws StetError usage where `--json=LIST` or
 * `--ndjson=LIST` names a key that an object of this shape has not.
 */
export function requireKeys(words: Words, shape: JsonObject): void {
  pickKeys(shape, words.text("json") ?? words.text("ndjson") ?? "");
}

/** Prints the object, or the keys of it that were asked for, and is true; false where nobody asked for JSON. */
export async function writeOneObject(
  words: Words,
  session: Session,
  object: () => JsonObject,
): Promise<boolean> {
  const keys = words.text("json");
  if (keys === undefined) return false;
  await print(session, jsonText(pickKeys(object(), keys)));
  return true;
}
