// The words after `npm run bench --`.
import { parseArgs } from "node:util";

export interface Options {
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly seed: number;
  /** Names of cases, or the part before a hyphen: `publish`. Empty is all. */
  readonly only: readonly string[];
  readonly json: boolean;
  /** Leave the generated newsrooms where they are. */
  readonly keep: boolean;
  /** Where they go; the system's folder for temporary files otherwise. What is here is kept. */
  readonly dir?: string;
}

/** Throws TypeError for a flag it does not know and RangeError for a number that is none. */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      sizes: { type: "string", default: "1000,10000" },
      rounds: { type: "string", default: "7" },
      seed: { type: "string", default: "7" },
      only: { type: "string", multiple: true, default: [] },
      json: { type: "boolean", default: false },
      keep: { type: "boolean", default: false },
      dir: { type: "string" },
    },
  });
  return {
    sizes: values.sizes.split(",").map((size) => readCount("--sizes", size, 100)),
    rounds: readCount("--rounds", values.rounds, 1),
    seed: readCount("--seed", values.seed, 0),
    only: values.only,
    json: values.json,
    keep: values.keep || values.dir !== undefined,
    ...(values.dir === undefined ? {} : { dir: values.dir }),
  };
}

function readCount(flag: string, word: string, least: number): number {
  const count = Number(word.replaceAll("_", ""));
  if (!Number.isSafeInteger(count) || count < least) {
    throw new RangeError(`${flag} takes whole numbers from ${least} on, not "${word}"`);
  }
  return count;
}

/** Those of `cases` that `only` names, whole or by the part before a hyphen. Throws RangeError when one names none. */
export function chooseCases<Case extends { readonly name: string }>(
  cases: readonly Case[],
  only: readonly string[],
): readonly Case[] {
  const isNamed = (asked: string, { name }: Case): boolean => name === asked || name.startsWith(`${asked}-`);
  const stray = only.find((asked) => !cases.some((each) => isNamed(asked, each)));
  if (stray !== undefined) {
    throw new RangeError(
      `no case is named "${stray}"; there are ${cases.map(({ name }) => name).join(", ")}`,
    );
  }
  return only.length === 0 ? cases : cases.filter((each) => only.some((asked) => isNamed(asked, each)));
}
