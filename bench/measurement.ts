// What a group of measurements is to main.ts: a name and a function from a newsroom to rows.
import type { Row } from "./row.ts";
import type { Ground } from "./tools.ts";

export interface Measurement {
  /** What `--only` takes. */
  readonly name: string;
  /** Measures on one newsroom. A command or a peer that is not there is a row that says so, never an exception. */
  readonly measure: (ground: Ground, rounds: number) => readonly Row[] | Promise<readonly Row[]>;
}
