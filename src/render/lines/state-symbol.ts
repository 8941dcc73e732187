// The one sign for each state, beside its word and never instead of it.
import type { State } from "../../article/state.ts";

const SYMBOLS: Readonly<Record<State, readonly [unicode: string, ascii: string]>> = {
  draft: ["○", "o"],
  review: ["◐", "~"],
  ready: ["◑", ">"],
  scheduled: ["◷", "@"],
  embargoed: ["⊘", "#"],
  live: ["●", "*"],
  expired: ["◌", "-"],
  withdrawn: ["◌", "-"],
  killed: ["✗", "x"],
};

/** The state's sign; ASCII where the terminal shows no more. */
export function stateSymbol(state: State, unicode: boolean): string {
  return SYMBOLS[state][unicode ? 0 : 1];
}
