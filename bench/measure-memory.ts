// The most memory each command takes, whole process, as the kernel counts it: GNU time asks it.
import { readFileSync } from "node:fs";
import { changeArticle, changeHeadline, removeEdition, removeIndex } from "./change-article.ts";
import type { Corpus } from "./generate-newsroom.ts";
import { judge } from "./row.ts";
import { faultOf, runChild } from "./run-child.ts";
import { stet, type Call, type Ground } from "./tools.ts";
import type { Measurement } from "./measurement.ts";

const GOALS = [{ most: 400, from: 100_000 }];

interface MemoryCase {
  readonly name: string;
  readonly call: Call;
  readonly before?: (corpus: Corpus) => void;
}

const MEMORY_CASES: readonly MemoryCase[] = [
  { name: "memory-first-index", call: stet(() => ["list", "-n", "1"]), before: removeIndex },
  { name: "memory-list", call: stet(() => ["list", "--json"]) },
  { name: "memory-search", call: stet(({ probe }) => ["search", probe.phrase]) },
  { name: "memory-stats", call: stet(() => ["stats"]) },
  { name: "memory-render", call: stet(({ probe }) => ["render", probe.slug, "--to", "html"]) },
  { name: "memory-export", call: stet(() => ["export", "--to", "ndjson"]) },
  { name: "memory-check", call: stet(() => ["check"]) },
  { name: "memory-publish-all", call: stet(() => ["publish", "-q"]), before: removeEdition },
  { name: "memory-publish-headline", call: stet(() => ["publish", "-q"]), before: changeHeadline },
  { name: "memory-publish-change", call: stet(() => ["publish", "-q"]), before: changeArticle },
];

/** One run each: the peak hardly varies. `check` may say 1, which is its answer and no fault. */
export const MEMORY: readonly Measurement[] = MEMORY_CASES.map(({ name, call, before }) => ({
  name,
  measure: (ground) => {
    before?.(ground.corpus);
    const peak = peakOf(call, ground);
    const { slug, phrase } = ground.corpus.probe;
    const [, ...words] = call(ground).words;
    const what = `stet ${words.join(" ").replace(slug, "SLUG").replace(phrase, '"two words"')}`;
    const finding = typeof peak === "number" ? { value: peak, notes: [] } : { notes: [peak] };
    return [
      judge({ name, what, unit: "MB", measure: "value", goals: GOALS }, ground.corpus.articles, finding),
    ];
  },
}));

/** Megabytes, or why there are none. */
function peakOf(call: Call, ground: Ground): number | string {
  const { program, words, folder } = call(ground);
  const note = `${ground.output}.memory`;
  const timed = {
    program: "/usr/bin/time",
    words: ["-q", "-f", "%M", "-o", note, program, ...words],
    folder,
  };
  const run = runChild(timed, ground.output);
  if (run.isMissing) return "GNU time is not installed";
  const fault = faultOf(run);
  if (fault !== undefined && run.status !== 1) return fault;
  const kilobytes = Number(readFileSync(note, "utf8"));
  return Number.isFinite(kilobytes) ? kilobytes / 1024 : "this time is not GNU time";
}
