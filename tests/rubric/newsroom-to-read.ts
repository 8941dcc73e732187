// One copy of the sample newsroom for all checks of a file that only read: its index is made once.
import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { runStet, type Outcome } from "../support/run-stet.ts";
import { PROJECT } from "../support/sample-newsroom.ts";

export interface NewsroomToRead {
  readonly cwd: string;
  /** A run of stet in it, its output in a pipe. */
  readonly stet: (...line: readonly string[]) => Promise<Outcome>;
  /** The same on a terminal of so many columns. */
  readonly onTerminal: (columns: number, ...line: readonly string[]) => Promise<Outcome>;
}

/** The copy, gone when the file's checks have run. */
export function newsroomToRead(): NewsroomToRead {
  const cwd = realpathSync(mkdtempSync(path.join(tmpdir(), "stet-rubric-")));
  for (const name of ["stet.yaml", "articles", "images"]) {
    cpSync(path.join(PROJECT, name), path.join(cwd, name), { recursive: true });
  }
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));
  return {
    cwd,
    stet: (...line) => runStet(line, { cwd }),
    onTerminal: (columns, ...line) => runStet(line, { cwd, terminal: columns }),
  };
}
