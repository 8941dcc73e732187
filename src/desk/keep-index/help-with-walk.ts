// Who helps with a walk: the system's `find` where it is GNU's, else a second thread; nobody in a small newsroom.
import type { StoredFolders } from "../../index/folders.ts";
import type { Desk } from "../desk.ts";
import { askFind } from "./ask-find.ts";
import type { WalkHelp } from "./walk-help.ts";
import { walkThread } from "./walk-thread.ts";

/** Starting two programs takes 8 ms, as long as this thread needs for so many files. */
const WORTH_PROGRAMS = 4_000;

/** What is known of the folders before they are walked. */
export function helpWithWalk(desk: Desk, stored: StoredFolders): WalkHelp {
  const found = stored.files < WORTH_PROGRAMS ? undefined : askFind(desk, stored);
  return found ?? walkThread(desk, stored);
}
