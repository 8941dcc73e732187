// One line of the result, and the judgement on it: what every group of measurements gives.
import { goalAt, type Goal } from "./statistics.ts";

export type Unit = "s" | "MB";

export interface Row {
  /** What `--only` takes. */
  readonly name: string;
  /** What was run, as people say it. */
  readonly what: string;
  readonly articles: number;
  readonly unit: Unit;
  /** Absent when it could not be measured; `note` says why. */
  readonly value?: number;
  readonly peer?: string;
  readonly peerValue?: number;
  readonly ratio?: number;
  /** As printed: `<= 1.5x`; with the size it is stated for, where that is larger than this row's. */
  readonly goal: string;
  readonly isMet?: boolean;
  readonly note: string;
}

/** What is known of a row before it is judged. */
export interface Finding {
  readonly value?: number;
  readonly peer?: string;
  readonly peerValue?: number;
  readonly notes: readonly string[];
  /** Why the figure does not answer the question yet: it is shown and not judged. */
  readonly flaw?: string;
}

/** The part of a case that its row repeats. `measure` says what the goals bound: the ratio, or the value itself. */
export interface Subject {
  readonly name: string;
  readonly what: string;
  readonly unit: Unit;
  readonly measure: "ratio" | "value";
  readonly goals: readonly Goal[];
}

/** The row of a finding: its ratio, and whether the goal of its size is met. */
export function judge(subject: Subject, articles: number, finding: Finding): Row {
  const { value, peer, peerValue, notes, flaw = "" } = finding;
  const ratio = value === undefined || peerValue === undefined ? undefined : value / peerValue;
  const judged = subject.measure === "ratio" ? ratio : value;
  const goal = goalAt(subject.goals, articles);
  return {
    name: subject.name,
    what: subject.what,
    articles,
    unit: subject.unit,
    goal: printGoal(subject, articles),
    note: [flaw, ...notes].filter((note) => note !== "").join("; "),
    ...(value === undefined ? {} : { value }),
    ...(peer === undefined ? {} : { peer }),
    ...(peerValue === undefined ? {} : { peerValue }),
    ...(ratio === undefined ? {} : { ratio }),
    ...(judged === undefined || goal === undefined || flaw !== "" ? {} : { isMet: judged <= goal.most }),
  };
}

function printGoal({ goals, measure, unit }: Subject, articles: number): string {
  const goal = goalAt(goals, articles) ?? goals[0];
  if (goal === undefined) return "";
  const bound = `<= ${goal.most}${measure === "ratio" ? "x" : ` ${unit}`}`;
  return goal.from <= articles ? bound : `${bound} from ${goal.from.toLocaleString("en")}`;
}
