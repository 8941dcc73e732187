// The open newsroom at one instant: what every desk verb is given. Opening reads stet.yaml and nothing else.
import { frameOf } from "../base/code-frame.ts";
import type { Problem } from "../base/problem.ts";
import { StetError } from "../base/stet-error.ts";
import { parseSettings } from "../article/parse-settings.ts";
import type { Limits } from "../article/limits.ts";
import type { Settings } from "../article/settings.ts";
import { findNewsroom } from "../newsroom/find-newsroom.ts";
import { readSettingsFile } from "../newsroom/read/read-settings-file.ts";
import { sweep } from "../newsroom/write/sweep.ts";

export interface Desk {
  /** Absolute, real path of the folder that holds stet.yaml. */
  readonly root: string;
  readonly settings: Settings;
  /** What stet.yaml says that is not quite right, as warnings. */
  readonly warnings: readonly Problem[];
  /** What one article file may hold (docs/limits.md); `--limit` raises them. */
  readonly limits: Limits;
  /** The instant the command acts at, epoch milliseconds. */
  readonly now: number;
  /** The machine's clock, epoch milliseconds, whatever `now` says: files carry its times. */
  readonly clock: () => number;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The command's name, shown to another stet that has to wait for this one. */
  readonly command: string;
  readonly lockWaitMs: number;
  readonly random: (count: number) => Uint8Array;
  /** Told how far a long reading of many files is. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** `done` of `total` article files are read; the two are equal at the end. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface DeskOptions extends Pick<
  Desk,
  "cwd" | "env" | "now" | "clock" | "command" | "lockWaitMs" | "random" | "limits" | "onProgress"
> {
  /** `--store`. */
  readonly store: string | undefined;
}

/**
 * Finds the newsroom, reads its settings and clears away what a crashed stet left behind. Throws StetError (store)
 * when there is no newsroom, stet.yaml has errors, or a newer stet wrote it.
 */
export function openDesk(options: DeskOptions): Desk {
  const { store, ...rest } = options;
  const root = findNewsroom({ start: rest.cwd, env: rest.env, ...(store === undefined ? {} : { store }) });
  const { settings, problems, newerFormat } = parseSettings(readSettingsFile(root));
  if (newerFormat !== undefined) {
    throw new StetError(
      "store",
      "newer-format",
      `stet.yaml has format ${newerFormat}; this stet reads format 1`,
      {
        hint: "install a newer stet",
        where: { file: "stet.yaml" },
      },
    );
  }
  const error = problems.find(({ severity }) => severity === "error");
  if (error !== undefined) throw badSettings(error);
  sweep(root);
  // Last: who opens a newsroom again may hand over a desk, and what that one read is out of date.
  return { ...rest, root, settings, warnings: problems };
}

function badSettings(problem: Problem): StetError {
  const { message, line, column, hint } = problem;
  const where = {
    file: "stet.yaml",
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
  return new StetError("store", "bad-config", message, {
    where,
    ...frameOf(problem),
    ...(hint === undefined ? {} : { hint }),
  });
}
