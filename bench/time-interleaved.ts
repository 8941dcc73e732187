// Times contenders in turns, so that whatever else the machine does meanwhile slows them all.
import { faultOf, runChild } from "./run-child.ts";
import type { Corpus } from "./generate-newsroom.ts";
import type { Call, Ground } from "./tools.ts";
import { median } from "./statistics.ts";

export interface Contender {
  /** Once, before everything, not timed: what the measured runs need to be there. */
  readonly setUp?: readonly Call[];
  /** Before every run, not timed. */
  readonly before?: (corpus: Corpus) => void;
  /** Run one after the other; their times add up. */
  readonly calls: readonly Call[];
}

/** `seconds` is the median; absent when a run failed, and `fault` says how. */
export interface Timing {
  readonly seconds?: number;
  readonly rounds: number;
  readonly fault?: string;
}

const BUDGET_SECONDS = 60;

/**
 * So many rounds, fewer when a minute is over, at least one; each contender once a round, in the order given; none when the
 * first cannot run. One more
 * round comes first to warm up, and counts only where no other follows.
 */
export function timeInterleaved(
  contenders: readonly Contender[],
  ground: Ground,
  rounds: number,
): readonly Timing[] {
  const tries = contenders.map((contender) => ({
    contender,
    samples: [] as number[],
    fault: faultOfAll(contender.setUp ?? [], ground),
  }));
  const end = performance.now() + BUDGET_SECONDS * 1000;
  for (let round = 0; round <= rounds && (round === 0 || performance.now() < end); round++) {
    // Without the first, the others are of no interest.
    if (tries[0]?.fault !== undefined) break;
    for (const each of tries.filter(({ fault }) => fault === undefined)) {
      each.contender.before?.(ground.corpus);
      each.fault = timeOnce(each.contender, ground, each.samples);
    }
  }
  return tries.map(({ samples, fault }) => summarize(samples, fault));
}

function timeOnce({ calls }: Contender, ground: Ground, samples: number[]): string | undefined {
  let seconds = 0;
  for (const call of calls) {
    const run = runChild(call(ground), ground.output);
    const fault = faultOf(run);
    if (fault !== undefined) return fault;
    seconds += run.seconds;
  }
  samples.push(seconds);
  return undefined;
}

function faultOfAll(calls: readonly Call[], ground: Ground): string | undefined {
  for (const call of calls) {
    const fault = faultOf(runChild(call(ground), ground.output));
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function summarize(samples: readonly number[], fault: string | undefined): Timing {
  if (fault !== undefined) return { rounds: 0, fault };
  if (samples.length === 0) return { rounds: 0 };
  const counted = samples.length > 1 ? samples.slice(1) : samples;
  return { seconds: median(counted), rounds: counted.length };
}
