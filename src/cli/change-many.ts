// The desk's verbs on the command line: select, ask before many, change, print the slug of each article changed where a
// script reads it, and tell a person what each one became.
import { stateAt } from "../article/state.ts";
import type { ChangeOptions, ChangeResult, Move } from "../desk/change/change-articles.ts";
import type { Desk } from "../desk/desk.ts";
import type { Chosen } from "../desk/find/read-entries.ts";
import type { OptionDeclaration } from "./line/declaration.ts";
import { describeState } from "./print/describe-state.ts";
import { ADD_VERBOSE, reportFailures, reportProblems, reportSkipped } from "./report-error.ts";
import { confirmMany, confirmTakenDown } from "./confirm.ts";
import { PREFIX_OPTION, QUERY_OPTION, selectMany, type Selected } from "./select.ts";
import { CHANGES_AS_JSON, requireChangeKeys, writeChanges } from "./print/write-changes.ts";
import { tell, type Session } from "./session.ts";
import { symbols } from "./style.ts";
import { tellOfSite } from "./tell-site.ts";
import type { Words } from "./line/words.ts";

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
  CHANGES_AS_JSON,
];

type Says = NonNullable<ChangeOptions["says"]>;

/** What a verb does with what was selected. */
export interface Verb {
  readonly change: (desk: Desk, chosen: readonly Chosen[], options: ChangeOptions) => ChangeResult;
  /** Told of a changed article; without it, its states before and after. */
  readonly says?: Says;
  /** The command goes on with the site, and says in the end what became of all. */
  readonly isFirstStep?: true;
  /** Readers lose what they have. */
  readonly takesDown?: true;
}

/** Changes every article that the words select; returns the exit code. */
export async function changeMany(
  session: Session,
  words: Words,
  verb: Verb & { readonly selectors: readonly string[] },
): Promise<number> {
  const selected = await selectMany(session, words, verb.selectors, { isChange: true });
  return changeSelected(session, words, selected, verb);
}

/** Changes what was selected; returns the exit code. */
export async function changeSelected(
  session: Session,
  words: Words,
  selected: readonly Selected[],
  verb: Verb,
): Promise<number> {
  if (verb.isFirstStep !== true) requireChangeKeys(words);
  const options = changeOptions(words, verb.says);
  const confirm = verb.takesDown === true ? confirmTakenDown : confirmMany;
  if (!options.dryRun) await confirm(session, selected, session.command);
  const result = verb.change(await session.desk(), selected, options);
  return reportChanges(session, words, result, verb.isFirstStep);
}

/** How the desk is asked; of an article that stays as it was every verb tells the same. */
export function changeOptions(words: Words, says: Says = describeMove): ChangeOptions {
  return {
    dryRun: words.flag("dry-run"),
    says: (desk, move) =>
      move.change === "changed" ? says(desk, move) : `no change (${describeState(desk, move.after)})`,
  };
}

/** Prints and tells what became of the articles; returns the exit code, partial when some failed. */
export async function reportChanges(
  session: Session,
  words: Words,
  result: ChangeResult,
  isFirstStep = false,
): Promise<number> {
  const dryRun = words.flag("dry-run");
  const sign = dryRun ? "~" : session.err.green(symbols(session.err).ok);
  for (const { slug, change, said } of result.changed) {
    if (change === "changed" && !dryRun)
      await session.log.note({ level: "info", event: "changed", slug, message: said });
    // Logs and JSON have one arrow, whatever the terminal can draw.
    const shown = said.replaceAll("→", symbols(session.err).next);
    await tell(session, change === "changed" ? `${sign} ${slug}: ${shown}` : `${slug}: ${shown}`);
  }
  const isAnsweredLater = isFirstStep && words.text("json") !== undefined;
  if (!isAnsweredLater) await writeChanges(words, session, result.changed);
  return reportRest(session, result, { dryRun, isFirstStep });
}

/** What follows the articles that were changed, on stderr; returns the exit code, partial when some failed. */
export async function reportRest(
  session: Session,
  { changed, skipped, failures }: ChangeResult,
  { dryRun, isFirstStep = false }: { readonly dryRun: boolean; readonly isFirstStep?: boolean },
): Promise<number> {
  if (!session.globals.flag("quiet")) {
    const warnings = changed.flatMap((each) => each.warnings);
    await reportProblems(session, warnings, dryRun ? ADD_VERBOSE : undefined);
  }
  await reportSkipped(session, skipped);
  if (!dryRun && !isFirstStep) {
    const concernsSite = changed.some((each) => each.concernsSite);
    await tellOfSite(session, concernsSite);
  }
  return reportFailures(session, failures);
}

/** `review → scheduled for Fri 27 Nov 2026 09:00 CET (08:00 UTC), in 4 d 23 h`. */
function describeMove(desk: Desk, { before, after }: Move): string {
  return `${stateAt(before, desk.now)} → ${describeState(desk, after)}`;
}
