// `--json` of commands that answer with one object, for what they did.
import { jsonText } from "../../base/json-text.ts";
import { print, type Session } from "../session.ts";
import type { Words } from "../line/words.ts";
import { pickKeys } from "./pick-keys.ts";

type JsonObject = Readonly<Record<string, unknown>>;

/** Before anything is done: throws StetError usage where `--json=LIST` names a key that an object of this shape has not. */
export function requireKeys(words: Words, shape: JsonObject): void {
  pickKeys(shape, words.text("json") ?? "");
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
