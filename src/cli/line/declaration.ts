// What a command declares about itself: one declaration feeds parsing, help, the manual and the docs.
import type { Session } from "../session.ts";
import type { Words } from "./words.ts";

export type Group = "write" | "find" | "desk" | "out" | "track" | "store";

export interface ArgumentDeclaration {
  /** As help shows it: `ARTICLE`, `query`, `key=value`. */
  readonly name: string;
  readonly isVariadic?: boolean;
  readonly isOptional?: boolean;
}

export interface OptionDeclaration {
  /** As commander reads it: `-n, --limit <N>`, `--minor`, `--json[=LIST]` (a value only behind `=`). */
  readonly flags: string;
  readonly description: string;
  /** The heading help puts it under; "Options" where none is named. */
  readonly heading?: string;
  readonly choices?: readonly string[];
  /** The option may stand several times; its values come as a list. */
  readonly isRepeatable?: boolean;
}

export interface CommandDeclaration {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly group: Group;
  /** One line, in the imperative, no full stop. */
  readonly summary: string;
  readonly arguments: readonly ArgumentDeclaration[];
  readonly options: readonly OptionDeclaration[];
  /** Commonest first; each runs against the sample newsroom in the tests. */
  readonly examples: readonly string[];
  /** Its help says how a time is typed. */
  readonly takesTime?: boolean;
  readonly notes?: readonly string[];
  readonly seeAlso?: readonly string[];
  /** Its words are a query: `-field:value` among them is a negation, not an option. */
  readonly takesQuery?: boolean;
  /**
   * Does the work and returns the exit code. Loads what only it needs with `await import()`. `commands` are all there are,
   * for what tells of them.
   */
  run(words: Words, session: Session, commands: readonly CommandDeclaration[]): Promise<number>;
}
