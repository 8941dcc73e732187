// `npm run bench`: newsrooms of several sizes, every goal measured against its peer, one table. The figures never
// fail anything; docs/benchmarks.md says what they mean.
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { restoreArticle } from "./change-article.ts";
import { describeMachine, loadNow } from "./describe-machine.ts";
import { generateNewsroom, type Corpus } from "./generate-newsroom.ts";
import { EXPORT } from "./measure-export.ts";
import { growthOf } from "./measure-growth.ts";
import { MEMORY } from "./measure-memory.ts";
import { TIMES } from "./measure-times.ts";
import type { Measurement } from "./measurement.ts";
import { printResults, type Results } from "./print-results.ts";
import { chooseCases, readOptions, type Options } from "./read-options.ts";
import type { Row } from "./row.ts";
import type { Ground } from "./tools.ts";

const MEASUREMENTS: readonly Measurement[] = [...TIMES, EXPORT, ...MEMORY];
/** Beyond, Hugo is not asked for anything, and its copy of the newsroom is not written. */
const LARGEST_FOR_HUGO = 100_000;

/** Measures with the stet built in the checkout `root`, and prints to stdout; what it is doing goes to stderr. */
export async function main(words: readonly string[], root: string): Promise<void> {
  const options = readOptions(words);
  const measurements = chooseCases(MEASUREMENTS, options.only);
  const machine = describeMachine(root);
  const before = loadNow();
  const rows: Row[] = [];
  for (const articles of options.sizes) {
    tell(`${articles.toLocaleString("en")} articles`);
    const corpus = corpusOf(articles, options);
    rows.push(...(await measureOn(corpus, { measurements, options, root })));
  }
  const results: Results = {
    machine,
    load: { before, after: loadNow() },
    rounds: options.rounds,
    rows,
    growth: growthOf(rows),
  };
  process.stdout.write(options.json ? `${JSON.stringify(results, undefined, 2)}\n` : printResults(results));
}

function corpusOf(articles: number, { dir = os.tmpdir(), seed }: Options): Corpus {
  const folder = path.resolve(dir, `stet-bench-${seed}-${articles}`);
  return generateNewsroom({ folder, seed, articles, withHugo: articles <= LARGEST_FOR_HUGO });
}

interface Task {
  readonly measurements: readonly Measurement[];
  readonly options: Options;
  readonly root: string;
}

/** Leaves the newsroom as it was: the next run may use it again. */
async function measureOn(corpus: Corpus, { measurements, options, root }: Task): Promise<readonly Row[]> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), "stet-bench-out-"));
  const ground: Ground = { root, corpus, output: path.join(scratch, "stdout") };
  const rows: Row[] = [];
  try {
    for (const { name, measure } of measurements) {
      tell(`  ${name}`);
      rows.push(...(await measure(ground, options.rounds)));
    }
    return rows;
  } finally {
    rmSync(scratch, { recursive: true });
    restoreArticle(corpus);
    if (corpus.isNew && !options.keep) rmSync(corpus.folder, { recursive: true });
  }
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
