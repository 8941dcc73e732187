// `stet embargo ARTICLE UNTIL|open|none`: nothing of the article leaves the newsroom before UNTIL.
import type { Embargo } from "../../article/article.ts";
import type { FieldEdit } from "../../article/edit-article.ts";
import { describeDistance, describeMoment } from "../../base/describe-moment.ts";
import type { Instant } from "../../base/instant.ts";
import { StetError } from "../../base/stet-error.ts";
import { changeArticles, type ChangeOptions, type ChangeResult } from "../change/change-articles.ts";
import type { Desk } from "../desk.ts";
import { setText } from "./move-to.ts";
import type { Chosen } from "../find/read-entries.ts";

/**
 * Sets or lifts the embargo, whatever the status: a live article goes off the site until then. Throws StetError
 * usage/bad-date for an instant that has passed.
 */
export function embargoArticles(
  desk: Desk,
  chosen: readonly Chosen[],
  until: Embargo | "none",
  options: ChangeOptions,
): ChangeResult {
  if (typeof until !== "string") requireUntilToCome(desk, until);
  return changeArticles(desk, chosen, {
    ...options,
    editsFor: ({ article }) => edits(article.embargo, until),
  });
}

function edits(before: Embargo | undefined, until: Embargo | "none"): FieldEdit[] {
  if (until === "none") return [{ kind: "clear", path: ["embargo"] }];
  return isSame(before, until) ? [] : [setText("embargo", until === "open" ? until : until.written)];
}

function isSame(before: Embargo | undefined, until: Embargo): boolean {
  if (before === undefined || before === "open" || until === "open") return before === until;
  return before.epochMs === until.epochMs;
}

/** Throws StetError usage/bad-date for an instant that is not to come: an embargo until then is over already. */
export function requireUntilToCome({ now, settings }: Desk, { epochMs }: Instant): void {
  if (epochMs > now) return;
  const moment = describeMoment(epochMs, settings.timezone);
  const message = `an embargo until ${moment} would be over already, ${describeDistance(now, epochMs)}`;
  throw new StetError("usage", "bad-date", message, {
    hint: "none lifts an embargo, open holds until somebody does",
  });
}
