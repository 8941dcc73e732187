// The desk's verbs on the command line: select, ask before many, change, print the slug of each article changed where a
// script reads it, and tell a person what each one became.
import { stateAt } from "../article/state.ts";
import type { Changed, ChangeResult } from "../desk/change-articles.ts";
import type { Desk } from "../desk/desk.ts";
import type { Entry } from "../desk/read-entries.ts";
import type { OptionDeclaration } from "./declaration.ts";
import { describeState } from "./describe-state.ts";
import { EXIT } from "./exit-codes.ts";
import { describeError, reportProblems } from "./report-error.ts";
import { confirmMany, PREFIX_OPTION, QUERY_OPTION, selectMany } from "./select.ts";
import { print, tell, type Session } from "./session.ts";
import { symbols } from "./style.ts";
import type { Words } from "./words.ts";

export const DRY_RUN_OPTION: OptionDeclaration = {
  flags: "--dry-run",
  description: "check everything, write nothing",
};

/** The options of every verb that takes several articles. */
export const MANY_OPTIONS: readonly OptionDeclaration[] = [
  QUERY_OPTION,
  PREFIX_OPTION,
  { flags: "-0, --print0", description: "names on stdin end with NUL" },
  DRY_RUN_OPTION,
];

/** What a verb does with what was selected. */
export interface Verb {
  readonly selectors: readonly string[];
  readonly change: (desk: Desk, entries: readonly Entry[], options: { dryRun: boolean }) => ChangeResult;
  /** Told of a changed article; without it, its states before and after. */
  readonly says?: (desk: Desk, changed: Changed) => string;
}

/** Changes every article that the words select; returns the exit code. */
export async function changeMany(session: Session, words: Words, verb: Verb): Promise<number> {
  const entries = await selectMany(session, words, verb.selectors, { isChange: true });
  const dryRun = words.flag("dry-run");
  if (!dryRun) await confirmMany(session, entries, session.command);
  const desk = await session.desk();
  const result = verb.change(desk, entries, { dryRun });
  return reportChanges(session, result, { dryRun, says: verb.says ?? describeMove });
}

/** What reportChanges says of each changed article. */
export interface Reporting {
  readonly dryRun: boolean;
  readonly says: NonNullable<Verb["says"]>;
}

/** Prints and tells what became of the articles; returns the exit code, partial when some failed. */
export async function reportChanges(
  session: Session,
  { changed, failures }: ChangeResult,
  { dryRun, says }: Reporting,
): Promise<number> {
  const desk = await session.desk();
  const sign = dryRun ? "~" : session.err.green(symbols(session.err).ok);
  for (const each of changed) {
    const { slug, change, after } = each;
    if (change === "changed" && !session.io.stdout.isTerminal) await print(session, slug);
    const same = `${slug}: no change (${describeState(desk, after)})`;
    await tell(session, change === "changed" ? `${sign} ${slug}: ${says(desk, each)}` : same);
  }
  if (!session.globals.flag("quiet")) {
    await reportProblems(
      session,
      changed.flatMap(({ warnings }) => warnings),
    );
  }
  if (!dryRun && session.command !== "publish") await tellOfSite(session, desk, changed);
  for (const failure of failures) await session.io.stderr.write(describeError(failure, session.err));
  return failures.length > 0 ? EXIT.partial : EXIT.ok;
}

/** What readers have, or now may have, reaches them only when the site is published. */
async function tellOfSite(session: Session, desk: Desk, changed: readonly Changed[]): Promise<void> {
  const isPublic = ({ change, before, after }: Changed): boolean =>
    change === "changed" && [before, after].some((article) => stateAt(article, desk.now) === "live");
  if (desk.settings.url !== undefined && changed.some(isPublic))
    await tell(session, `${symbols(session.err).next} stet publish`);
}

/** `review → scheduled for Fri 27 Nov 2026 09:00 CET (08:00 UTC), in 4 d 23 h`. */
export function describeMove(desk: Desk, { before, after }: Changed): string {
  return `${stateAt(before, desk.now)} → ${describeState(desk, after)}`;
}
