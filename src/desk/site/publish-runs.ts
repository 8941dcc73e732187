// How publishing went, run by run: noted by `stet publish`, shown by `stet log --runs`.
import { LEFT_OUT } from "../../base/code-frame.ts";
import type { Problem } from "../../base/problem.ts";
import { StetError } from "../../base/stet-error.ts";
import { writeInstant } from "../../base/zone.ts";
import { appendRun, readRuns } from "../../newsroom/site/publish-runs.ts";
import type { Desk } from "../desk.ts";
import type { Published } from "./publish-request.ts";

/** One run as it is kept, in this order. */
export interface PublishRun {
  /** When it began, RFC 3339 in the newsroom's zone. */
  readonly ts: string;
  /** How long it took. */
  readonly ms: number;
  readonly cmd: string;
  readonly exit: number;
  /** How many files of the site. */
  readonly added: number;
  readonly rewritten: number;
  readonly removed: number;
  /** How many articles could not be published. */
  readonly problems: number;
  /** What went wrong, the first few in words. */
  readonly trouble: readonly string[];
  /** Slugs of articles that went out later than they were due. */
  readonly late: readonly string[];
  /** The number of the edition now shown, where editions are kept; else null. */
  readonly release: number | null;
}

/** What there is to tell of a run: what was published, or what stopped it. */
export interface RunOutcome {
  /** Epoch milliseconds by the machine's clock. */
  readonly began: number;
  readonly exit: number;
  readonly published?: Published;
  readonly error?: unknown;
  /** The run went back to an older edition, and is kept whatever it changed. */
  readonly isRollback?: boolean;
}

/** Notes the run, unless it found nothing to do and nothing wrong. Never throws. */
export function noteRun(desk: Desk, { began, exit, published, error, isRollback = false }: RunOutcome): void {
  const trouble = error === undefined ? (published?.problems ?? []).map(told) : [messageOf(error)];
  const [added, rewritten, removed] = (["added", "rewritten", "removed"] as const).map(
    (what) => published?.[what].length ?? 0,
  );
  const run: PublishRun = {
    ts: writeInstant(began, desk.settings.timezone),
    ms: Math.max(0, Math.round(desk.clock() - began)),
    cmd: desk.command,
    exit,
    added: added ?? 0,
    rewritten: rewritten ?? 0,
    removed: removed ?? 0,
    problems: published?.problems.length ?? 0,
    trouble: trouble.slice(0, MOST_TOLD).map(shortened),
    late: (published?.late ?? []).slice(0, MOST_LATE).map(({ slug }) => slug),
    release: published?.release ?? null,
  };
  const deeds = run.added + run.rewritten + run.removed + run.late.length;
  if (deeds > 0 || trouble.length > 0 || exit !== 0 || isRollback) appendRun(desk.root, run);
}

/** A line stays short enough to be appended in one piece, beside another stet that appends. */
const MOST_TOLD = 3;
const MOST_LATE = 10;
const LONGEST = 200;

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}${LEFT_OUT}` : text;
}

function told({ file, message }: Pick<Problem, "file" | "message">): string {
  return file === undefined || message.includes(file) ? message : `${file}: ${message}`;
}

function messageOf(error: unknown): string {
  if (error instanceof StetError) return told({ message: error.message, ...error.details.where });
  return error instanceof Error ? error.message : String(error);
}

/** The runs, the latest first, whatever version of stet noted them. */
export function publishRuns({ root }: Desk): Iterable<Readonly<Record<string, unknown>>> {
  return readRuns(root);
}
