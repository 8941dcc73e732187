// What `stet publish` says: the plan of a dry run on stdout, what came of a run on stderr.
import { describeDistance } from "../../base/describe-moment.ts";
import { visibleText } from "../../base/visible-text.ts";
import type { Published } from "../../desk/site/publish-request.ts";
import { ADD_VERBOSE, reportProblems } from "../report-error.ts";
import { print, remark, tell, type Session } from "../session.ts";
import { hangLine } from "./hang-text.ts";

/** The plan of a dry run, on stdout: it is what was asked for. */
export async function printPlan(session: Session, published: Published): Promise<void> {
  for (const line of fileLines(published)) await print(session, line);
}

/** A line for each file that is written (`+`), written anew (`~`) or removed (`-`). */
function fileLines({ added, rewritten, removed }: Published): string[] {
  return [
    ...added.map((path) => `+ ${path}`),
    ...rewritten.map((path) => `~ ${path}`),
    ...removed.map((path) => `- ${path}`),
  ].map((line) => visibleText(line));
}

/** What was done, what readers had to wait for, and what is wrong, on stderr. */
export async function reportPublished(session: Session, published: Published): Promise<void> {
  const { added, rewritten, removed, outcome, late, withoutId, lostPictures, problems, failure } = published;
  // What the command ends with is told at its end.
  await reportProblems(
    session,
    problems.filter(({ message }) => message !== failure?.message),
    // What stands in the way on the site is no fault of an article: check does not know it.
    outcome === "planned" ? ADD_VERBOSE : "stet publish -v",
  );
  if (outcome === "skipped") return tell(session, "another stet is publishing; nothing was done");
  const lost = lostPictures.length > 0 ? [lostLine(lostPictures)] : [];
  for (const line of [...lateLines(session, late), ...lost])
    await session.io.stderr.write(`${hangLine(line, session.err.columns)}\n`);
  if (withoutId.length > 0) {
    await tell(
      session,
      `in no feed, for want of an id: ${withoutId.slice(0, 3).join(", ")}: stet check --fix`,
    );
  }
  if (session.globals.flag("verbose") && outcome !== "planned")
    for (const line of fileLines(published)) await remark(session, line);
  const counts = [`${added.length} added`, `${rewritten.length} rewritten`, `${removed.length} removed`].join(
    ", ",
  );
  await tell(
    session,
    outcome === "planned" ? `would be: ${counts}` : `${counts} in ${await placeOfSite(session)}`,
  );
}

/** As many as a mail of cron's can take. */
const MOST_SHOWN = 10;

/** Told with `-q` too: readers had to wait, and whoever runs stet from cron hears of it by this alone. */
function lateLines(session: Session, late: Published["late"]): string[] {
  const shown = session.globals.flag("verbose") ? late : late.slice(0, MOST_SHOWN);
  const lines = shown.map((each) => `${each.slug} ${lateness(each, session.now)}`);
  const more = late.length - shown.length;
  return more === 0 ? lines : [...lines, `and ${more} more are late: -v names them`];
}

function lateness({ due, expired, wasOut = false }: Published["late"][number], now: number): string {
  const wasDue = `it was due ${describeDistance(now, due)}`;
  if (expired === undefined) return `is late: ${wasDue}`;
  const end = `expired ${describeDistance(now, expired)}`;
  return wasOut ? `came down late: it ${end}` : `never went out: ${wasDue} and ${end}`;
}

/** Told with `-q` too, as readers see where it should be; once, for no run after this one tells it again. */
function lostLine(paths: readonly string[]): string {
  const shown = paths
    .slice(0, MOST_SHOWN)
    .map((path) => visibleText(path))
    .join(", ");
  const more = paths.length - MOST_SHOWN;
  return `on pages, and not in the newsroom: ${shown}${more > 0 ? `, and ${more} more` : ""}: stet check`;
}

/** The folder of the site as stet.yaml names it. */
async function placeOfSite(session: Session): Promise<string> {
  const { settings } = await session.desk();
  return visibleText(`${settings.publish.to}/`);
}
