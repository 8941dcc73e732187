// Dates of one article that contradict each other.
import type { Article } from "../../article/article.ts";
import type { Remark, Rule } from "./rule.ts";

export const IMPOSSIBLE_DATES: Rule = {
  code: "impossible-date",
  severity: "warning",
  summary: "Two dates of an article contradict each other; an error where no reader would ever see it.",
  begin: ({ desk: { now } }) =>
    function* ({ article }) {
      const { published, status } = article;
      if (published === undefined) return;
      yield* neverSeen(article, published.epochMs);
      if (status !== "published" || published.epochMs > now) return;
      yield* beforeItsTime(article, published.epochMs);
    },
};

function* neverSeen({ expires, embargo }: Article, published: number): Generator<Remark> {
  if (expires !== undefined && expires.epochMs <= published)
    yield {
      place: { way: ["expires"] },
      severity: "error",
      message: "it expires before it is published: no reader would ever see it",
    };
  if (embargo === undefined || embargo === "open" || embargo.epochMs <= published) return;
  if (expires !== undefined && expires.epochMs <= embargo.epochMs)
    yield {
      place: { way: ["expires"] },
      severity: "error",
      message: "it expires before its embargo ends: no reader would ever see it",
    };
  yield { place: { way: ["embargo"] }, message: "the embargo ends later than published says it went live" };
}

/** Of an article that has gone live: before that, its last change is naturally older. */
function* beforeItsTime({ updated, corrections }: Article, published: number): Generator<Remark> {
  if (updated !== undefined && updated.epochMs < published)
    yield { place: { way: ["updated"] }, message: "it was updated before it was published" };
  for (const [index, { at }] of corrections.entries())
    if (at.epochMs < published)
      yield {
        place: { way: ["corrections", index, "at"] },
        message: "it was corrected before it was published",
      };
}
