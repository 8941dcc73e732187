// The step that follows a change of what readers have: it reaches them only when the site is published.
import { isLive } from "../article/state.ts";
import { tell, type Session } from "./session.ts";
import { symbols } from "./style.ts";

/** Says `stet publish` where a change concerns the site and there is one. */
export async function tellOfSite(session: Session, concerns: boolean): Promise<void> {
  const { settings } = await session.desk();
  if (concerns && settings.url !== undefined)
    await tell(session, `${symbols(session.err).next} stet publish`);
}

/** True where a file among these is live as it is now. Reads up to the first that is; none where nobody is told. */
export async function isAnyLive(session: Session, paths: Iterable<string>): Promise<boolean> {
  if (!session.io.stderr.isTerminal) return false;
  const [desk, { readEntry }] = await Promise.all([session.desk(), import("../desk/find/read-entries.ts")]);
  for (const path of paths) {
    const { article } = readEntry(desk, path);
    if (article !== undefined && isLive(article, desk.now)) return true;
  }
  return false;
}
