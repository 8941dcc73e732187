// The facts around a story that every renderer shows, in words: its dates, its marker when it is not live,
// its byline. Each renderer puts them in its own form.
import type { Embargo } from "../article/article.ts";
import { formatDate, formatDateTime } from "../base/format-date.ts";
import { writeInstant } from "../base/zone.ts";
import type { Labels } from "./labels/label-set.ts";
import { labelsFor } from "./labels/labels.ts";
import type { Story } from "./story.ts";

/** A date in words and as RFC 3339 in the newsroom's zone. `text` is the whole phrase, `Published 23 November …`. */
export interface DatedPhrase {
  readonly text: string;
  readonly datetime: string;
}

/** When it was published, and when updated if that is later (or if it was never published). */
export function datesOf(story: Story): DatedPhrase[] {
  const { published, updated } = story.article;
  const labels = labelsOf(story);
  const phrases: DatedPhrase[] = [];
  if (published !== undefined) phrases.push(datedPhrase(labels.published, published.epochMs, story));
  if (updated !== undefined && updated.epochMs > (published?.epochMs ?? -Infinity)) {
    phrases.push(datedPhrase(labels.updated, updated.epochMs, story));
  }
  return phrases;
}

function datedPhrase(pattern: string, epochMs: number, story: Story): DatedPhrase {
  const datetime = writeInstant(epochMs, story.newsroom.timezone);
  return { text: pattern.replace("{date}", momentOf(epochMs, story)), datetime };
}

function momentOf(epochMs: number, { article, newsroom }: Story): string {
  return formatDateTime(epochMs, { timezone: newsroom.timezone, language: article.language });
}

/** The day a correction was made, in words and as RFC 3339. */
export function dayOf(epochMs: number, { article, newsroom }: Story): DatedPhrase {
  const style = { timezone: newsroom.timezone, language: article.language };
  return { text: formatDate(epochMs, style), datetime: writeInstant(epochMs, newsroom.timezone) };
}

/** "Draft", "Embargoed until …": what a story that is not live says about itself, so that a proof is never taken for the page. */
export function markerOf(story: Story): string | undefined {
  const { state } = story;
  if (state === "live") return undefined;
  const labels = labelsOf(story);
  const until = untilOf(story);
  if (until === "open") return labels.openEmbargo;
  return until === undefined
    ? labels.states[state]
    : labels.states[state].replace("{date}", momentOf(until.epochMs, story));
}

/** The instant a state is about; fails closed: an embargo without an end is open. */
function untilOf({ state, article }: Story): Embargo | undefined {
  if (state === "embargoed") return article.embargo ?? "open";
  if (state === "scheduled") return article.published;
  return state === "expired" ? article.expires : undefined;
}

/**
 * One author of the byline: the words before the name, and the role in brackets after it; `href` is the author's page, else
 * the mail address, not vetted.
 */
export interface BylinePart {
  readonly before: string;
  readonly name: string;
  readonly href: string | undefined;
  readonly after: string;
}

/** "By A", ", B (Photographs)", " and C": joined they are the byline. */
export function bylineOf(story: Story): BylinePart[] {
  const labels = labelsOf(story);
  const { authors } = story.article;
  return authors.map(({ name, url, email, role }, index) => ({
    before: joinerBefore(index, authors.length, labels),
    name,
    href: url ?? (email === undefined ? undefined : `mailto:${email}`),
    after: role === undefined ? "" : ` (${role})`,
  }));
}

function joinerBefore(index: number, count: number, labels: Labels): string {
  if (index === 0) return labels.by;
  return index === count - 1 ? labels.and : labels.comma;
}

/** The fixed words in the language of the story. */
export function labelsOf(story: Story): Labels {
  return labelsFor(story.article.language);
}
