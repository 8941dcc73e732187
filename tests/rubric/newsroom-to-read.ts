// One copy of the sample newsroom for all checks of a file that only read: its index is made once.
import { runStet, type Outcome } from "../support/run-stet.ts";
import { sampleToRead } from "../support/sample-newsroom.ts";

export interface NewsroomToRead {
  readonly cwd: string;
  /** A run of stet in it, its output in a pipe. */
  readonly stet: (...line: readonly string[]) => Promise<Outcome>;
  /** The same on a terminal of so many columns. */
  readonly onTerminal: (columns: number, ...line: readonly string[]) => Promise<Outcome>;
}

/** The copy, gone when the file's checks have run. */
export function newsroomToRead(): NewsroomToRead {
  const cwd = sampleToRead()();
  return {
    cwd,
    stet: (...line) => runStet(line, { cwd }),
    onTerminal: (columns, ...line) => runStet(line, { cwd, terminal: columns }),
  };
}
