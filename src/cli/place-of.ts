// Where `-o` leads: from the folder the command was started in, and never into the newsroom's own files.
import { articlesFolder } from "../article/settings.ts";
import type { OutputPlace } from "../newsroom/write/write-output.ts";
import { directoryOf } from "./line/directory-of.ts";
import type { Session } from "./session.ts";

/** The place of an output called `named`. */
export async function placeOf(session: Session, named: string): Promise<OutputPlace> {
  const { root, settings } = await session.desk();
  return { from: directoryOf(session), named, guarded: { root, folder: articlesFolder(settings) } };
}
