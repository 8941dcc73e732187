// Where an output leads: from the folder the command was started in, and never into the newsroom's own files.
import { articlesFolder } from "../article/settings.ts";
import { resolve } from "../newsroom/paths.ts";
import type { OutputPlace } from "../newsroom/write/write-output.ts";
import { directoryOf } from "./line/directory-of.ts";
import type { Session } from "./session.ts";

/** The place of an output called `named`; `instead` is what an error proposes where it may not be written to. */
export async function placeOf(
  session: Session,
  named: string,
  instead = "write elsewhere: -o out/",
): Promise<OutputPlace> {
  const { root, settings } = await session.desk();
  return { from: directoryOf(session), named, guarded: { root, folder: articlesFolder(settings), instead } };
}

/** The place of a list of what was published: not in the site either. */
export async function placeOfChanged(session: Session, named: string): Promise<OutputPlace> {
  const { root, settings } = await session.desk();
  const place = await placeOf(session, named, "write elsewhere: --changed changed.txt");
  return { ...place, guarded: { ...place.guarded, site: resolve(root, settings.publish.to) } };
}
