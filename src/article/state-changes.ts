// What an article will be: the instants to come at which the gate (state.ts) changes its answer by itself.
import { stateAt, type Dated, type State } from "./state.ts";

/** From `at` on (epoch milliseconds) the article is `state`; just before it was `before`. */
export interface StateChange {
  readonly at: number;
  readonly before: State;
  readonly state: State;
}

/** Every change after `from`, in order; at most three. Nothing changes that is not published, or never by itself. */
export function stateChanges(article: Dated, from: number): StateChange[] {
  const { published, embargo, expires } = article;
  const moments = [published, embargo === "open" ? undefined : embargo, expires]
    .flatMap((moment) => (moment === undefined || moment.epochMs <= from ? [] : [moment.epochMs]))
    .sort((a, b) => a - b);
  let before = stateAt(article, from);
  const changes: StateChange[] = [];
  for (const at of moments) {
    const state = stateAt(article, at);
    if (state !== before) changes.push({ at, before, state });
    before = state;
  }
  return changes;
}
