// Dates that have not come yet, of things that have happened; and a publication so far ahead that the year is a slip.
import type { Remark, Rule, Story } from "./rule.ts";

const DAY_MS = 86_400_000;
const FAR_AHEAD_MS = 366 * DAY_MS;

export const FUTURE_DATES: Rule = {
  code: "future-date",
  severity: "warning",
  summary: "A change is dated in the future, or a publication more than a year ahead.",
  begin: ({ desk: { now } }) =>
    function* (story) {
      yield* notYet(story, now + DAY_MS);
      const { published } = story.article;
      if (published !== undefined && published.epochMs > now + FAR_AHEAD_MS)
        yield { place: { way: ["published"] }, message: "it is to be published more than a year from now" };
    },
};

/** Another clock may be a little ahead, and a scheduled article is as new as its publication. */
function* notYet({ article }: Story, latest: number): Generator<Remark> {
  const ahead = Math.max(latest, article.published?.epochMs ?? 0);
  for (const key of ["created", "updated"] as const)
    if ((article[key]?.epochMs ?? 0) > ahead)
      yield { place: { way: [key] }, message: `${key} lies in the future` };
  for (const [index, { at }] of article.corrections.entries())
    if (at.epochMs > ahead)
      yield { place: { way: ["corrections", index, "at"] }, message: "this correction lies in the future" };
}
