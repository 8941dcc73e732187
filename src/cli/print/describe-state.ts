// An article's state as the desk's verbs tell it to a person, with the instant that goes with it.
import type { Article, Embargo } from "../../article/article.ts";
import { stateAt } from "../../article/state.ts";
import { describeDistance, describeMoment } from "../../base/describe-moment.ts";
import type { Desk } from "../../desk/desk.ts";

/** `ready`, `live`, `scheduled for Fri 27 Nov 2026 09:00 CET (08:00 UTC), in 4 d 23 h`, `embargoed until ...`. */
export function describeState(desk: Desk, article: Article): string {
  const state = stateAt(article, desk.now);
  const { published, embargo, expires } = article;
  if (state === "scheduled") return `scheduled for ${describeWhen(desk, published?.epochMs)}`;
  if (state === "expired") return `expired since ${describeWhen(desk, expires?.epochMs)}`;
  if (state !== "embargoed") return state;
  if (embargo === undefined) return "held: it has no first publication";
  const isLater = embargo !== "open" && published !== undefined && published.epochMs > embargo.epochMs;
  const then = isLater ? `, then scheduled for ${describeWhen(desk, published.epochMs)}` : "";
  return describeEmbargo(desk, embargo) + then;
}

/** `embargoed until Fri 27 Nov 2026 09:00 CET (08:00 UTC), in 4 d 23 h`, or until somebody lifts it. */
export function describeEmbargo(desk: Desk, embargo: Embargo): string {
  return `embargoed until ${embargo === "open" ? "somebody lifts it" : describeWhen(desk, embargo.epochMs)}`;
}

/** `Fri 27 Nov 2026 09:00 CET (08:00 UTC), in 4 d 23 h`. */
export function describeWhen({ now, settings }: Desk, epochMs: number = now): string {
  return `${describeMoment(epochMs, settings.timezone)}, ${describeDistance(now, epochMs)}`;
}
