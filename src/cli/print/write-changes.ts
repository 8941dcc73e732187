// What a verb did to each article, on stdout: the slugs of those that changed where a script reads them, or `--json`.
import type { Changed } from "../../desk/change/change-articles.ts";
import type { OptionDeclaration } from "../line/declaration.ts";
import type { Words } from "../line/words.ts";
import { print, type Session } from "../session.ts";
import { jsonRows } from "./json-rows.ts";
import { requireKeys } from "./one-object.ts";

/** Of every verb: an object for each article that was named, changed or not. */
export const CHANGES_AS_JSON: OptionDeclaration = {
  flags: "--json[=LIST]",
  description: "one JSON array: what became of each article",
};

type Told = Pick<Changed, "slug" | "path" | "change" | "said">;

/** Before anything is changed: throws StetError usage where `--json=LIST` names a key that is none. */
export function requireChangeKeys(words: Words): void {
  requireKeys(words, changeObject({ slug: "", path: "", change: "unchanged", said: "" }));
}

/** Nothing for a person at a terminal who did not ask for JSON. */
export async function writeChanges(words: Words, session: Session, changed: readonly Told[]): Promise<void> {
  const keys = words.text("json");
  if (keys !== undefined) return session.io.stdout.write(jsonRows(changed.map(changeObject), keys));
  if (session.io.stdout.isTerminal) return;
  for (const { slug, change } of changed) if (change === "changed") await print(session, slug);
}

function changeObject({ slug, path, change, said }: Told): Readonly<Record<string, unknown>> {
  return { slug, path, change, says: said === "" ? null : said };
}
