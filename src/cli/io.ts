// Everything outside the program that a command may touch, handed in: streams, environment, clock, chance.
// bin/ hands in the process; the tests hand in buffers and a fixed clock.

/** Where text goes: `write` resolves when more may be written, and rejects when the text cannot get out. */
export interface Output {
  readonly isTerminal: boolean;
  /** Of the terminal; undefined elsewhere. */
  readonly columns: number | undefined;
  /** Of the terminal; undefined elsewhere. */
  readonly rows?: number | undefined;
  /** The descriptor behind it; absent where it is a buffer. */
  readonly descriptor?: number;
  write(text: string): Promise<void>;
}

export interface Input {
  readonly isTerminal: boolean;
  /** All of it, as bytes. */
  readAll(): Promise<Buffer>;
}

export interface Io {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The environment before the person's configuration was put into it; absent where none was. */
  readonly ownEnv?: Io["env"];
  readonly cwd: string;
  /** The process stet was started from: with the terminal it tells whose list a row number means. */
  readonly shellPid: number | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Epoch milliseconds by the machine's clock, which files are stamped with; `now` may be another in tests. */
  readonly clock: () => number;
  /** Milliseconds from some beginning, by a clock that nobody sets: how long something takes. */
  readonly elapsed: () => number;
  /** `count` random bytes. */
  readonly random: (count: number) => Uint8Array;
}

/** Thrown by Output.write when nobody reads any more: the command stops at once, quietly, with exit 0. */
export class ReaderGone extends Error {
  constructor() {
    super("nobody reads the output any more");
    this.name = "ReaderGone";
  }
}
