// The rows of the timed cases: stet and its peer in turns.
import type { Corpus } from "./generate-newsroom.ts";
import type { Measurement } from "./measurement.ts";
import { judge, type Finding, type Row } from "./row.ts";
import { timeInterleaved, type Timing } from "./time-interleaved.ts";
import { TIMED_CASES, type TimedCase } from "./timed-cases.ts";
import type { Ground } from "./tools.ts";

/** One measurement for each timed case. */
export const TIMES: readonly Measurement[] = TIMED_CASES.map((timed) => ({
  name: timed.name,
  measure: (ground, rounds) => [measureCase(timed, ground, rounds)],
}));

function measureCase(timed: TimedCase, ground: Ground, rounds: number): Row {
  const { corpus } = ground;
  const isPeerAsked = corpus.articles <= timed.peer.most;
  const contenders = isPeerAsked ? [timed.stet, timed.peer] : [timed.stet];
  const [own = { rounds: 0 }, peer] = timeInterleaved(contenders, ground, rounds);
  const notes = [...notesOf(own, rounds), isPeerAsked ? "" : "peer not asked at this size"];
  if (peer?.fault !== undefined) notes.push(`peer: ${peer.fault}`);
  return judge({ ...timed, unit: "s", measure: "ratio" }, corpus.articles, {
    ...remarksOn(timed, corpus, own.seconds, notes),
    peer: timed.peer.label,
    ...(peer?.seconds === undefined ? {} : { peerValue: peer.seconds }),
  });
}

function notesOf({ fault, rounds }: Timing, asked: number): string[] {
  if (fault !== undefined) return [fault];
  return rounds < asked ? [`${rounds} of ${asked} rounds`] : [];
}

function remarksOn(
  { remark, flaw }: TimedCase,
  corpus: Corpus,
  seconds: number | undefined,
  notes: readonly string[],
): Finding {
  if (seconds === undefined) return { notes };
  const said = remark?.(corpus, seconds) ?? "";
  return { value: seconds, notes: [said, ...notes], flaw: flaw?.(corpus) ?? "" };
}
