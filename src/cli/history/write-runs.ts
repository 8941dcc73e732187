// `stet log --runs`: how publishing went, a line for each run that did something or had trouble.
import { visibleText } from "../../base/visible-text.ts";
import type { Desk } from "../../desk/desk.ts";
import { publishRuns, type PublishRun } from "../../desk/site/publish-runs.ts";
import { StetError } from "../../base/stet-error.ts";
import { EXIT } from "../exit-codes.ts";
import { withPager } from "../pager.ts";
import { requireKeys } from "../print/one-object.ts";
import { columnLines } from "../print/print-columns.ts";
import { printLines } from "../print/print-lines.ts";
import { tell, type Session } from "../session.ts";
import { momentCell } from "../print/when-cell.ts";
import type { Words } from "../line/words.ts";
import { writeObjects } from "./write-objects.ts";

type Run = Readonly<Record<string, unknown>>;

/** Writes them the latest first, in the form the words ask for; returns the exit code. */
export async function writeRuns(words: Words, session: Session): Promise<number> {
  if (words.args.length > 0 || words.flag("patch") || words.text("since") !== undefined)
    throw new StetError(
      "usage",
      "usage",
      "--runs shows how publishing went; only -n and an output go with it",
    );
  requireKeys(words, RUN_SHAPE);
  const desk = await session.desk();
  const { isTerminal, columns = 80 } = session.io.stdout;
  const isForPeople = isTerminal && words.text("json") === undefined && words.text("ndjson") === undefined;
  const limit = words.count("limit") ?? (isForPeople ? 50 : 0);
  const runs = limited(publishRuns(desk), limit);
  const isData = await writeObjects(words, session, () => runs);
  if (isData) return EXIT.ok;
  if (!isForPeople) {
    await printLines(session, Array.from(runs, rowOf));
    return EXIT.ok;
  }
  const lines = runLines(desk, [...runs], { style: session.out, width: columns });
  if (lines.length === 0) await tell(session, "no run of stet publish has done anything yet");
  return withPager(session, async (paged) => {
    await printLines(paged, lines);
    return EXIT.ok;
  });
}

/** The keys of a run's object. */
const RUN_SHAPE: Readonly<Record<keyof PublishRun, null>> = {
  ts: null,
  ms: null,
  cmd: null,
  exit: null,
  added: null,
  rewritten: null,
  removed: null,
  problems: null,
  trouble: null,
  late: null,
  release: null,
};

function* limited(runs: Iterable<Run>, limit: number): Generator<Run, void, undefined> {
  let count = 0;
  for (const run of runs) {
    yield run;
    if (++count === limit) return;
  }
}

const HEADING = ["WHEN", "TOOK", "EXIT", "ADDED", "REWRITTEN", "REMOVED", "TROUBLE"];
const [TOOK, TROUBLE] = [1, 6];
/** As publish --dry-run marks them; where whole words leave no room for numbers. */
const SHORT_HEADING = ["WHEN", "TOOK", "EXIT", "+", "~", "-", "TROUBLE"];
const NARROW = 56;

function runLines(
  desk: Desk,
  runs: readonly Run[],
  look: { readonly style: Session["out"]; readonly width: number },
): string[] {
  if (runs.length === 0) return [];
  const rows = runs.map((run) => ({
    cells: [
      whenOf(desk, run),
      tookOf(run),
      ...["exit", "added", "rewritten", "removed"].map((key) => textOf(run[key])),
      troubleOf(run),
    ],
  }));
  return columnLines([{ cells: look.width < NARROW ? SHORT_HEADING : HEADING, isHeading: true }, ...rows], {
    align: ["left", "right", "right", "right", "right", "right", "left"],
    yields: [
      { column: TROUBLE, to: 20 },
      { column: TOOK, to: 0 },
      { column: TROUBLE, to: 6 },
    ],
    ...look,
  });
}

function whenOf(desk: Desk, { ts }: Run): string {
  const epochMs = Date.parse(textOf(ts));
  return Number.isNaN(epochMs) ? "" : momentCell(epochMs, desk);
}

function tookOf({ ms }: Run): string {
  const taken = typeof ms === "number" ? ms : 0;
  return taken < 1000 ? `${taken} ms` : `${(taken / 1000).toFixed(1)} s`;
}

/** What went wrong first, and how much else; else what was late. */
function troubleOf({ trouble, problems, late }: Run): string {
  const [first, ...others] = textsOf(trouble);
  const count = Math.max(others.length, typeof problems === "number" ? problems - 1 : 0);
  if (first !== undefined) return first + (count > 0 ? ` and ${count} more` : "");
  const [slug, ...rest] = textsOf(late);
  return slug === undefined ? "" : `late: ${[slug, ...rest].join(", ")}`;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map((item) => visibleText(textOf(item))) : [];
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? visibleText(String(value)) : "";
}

/** With tabs between: when, milliseconds, exit, added, rewritten, removed, problems, trouble. */
function rowOf(run: Run): string {
  const keys = ["ts", "ms", "exit", "added", "rewritten", "removed", "problems"];
  return [...keys.map((key) => textOf(run[key])), troubleOf(run)].join("\t");
}
