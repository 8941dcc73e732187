// JSON out of the memory of a plan, looked at before it is believed: what stet never wrote there is a torn memory, from which
// nothing is planned.
import {
  eachOf,
  isNumber,
  isText,
  objectOf,
  oneOf,
  orAbsent,
  type Check,
} from "../../../base/value-checks.ts";
import { isHead } from "../../../index/is-head.ts";
import type { FeedReach } from "../plan/site-context.ts";
import type { FoundStory, ShownStory } from "../plan/found-story.ts";
import type { RareParts, SiteRow } from "../plan/site-row.ts";
import type { GoneRow } from "../plan/site-rows.ts";
import { TornMemory, unlessTorn } from "./plan-memory.ts";

/** A checker that remembers which type it stands for. */
type Guard<T> = (value: unknown) => value is T;

type ChecksOf<T> = Readonly<Record<keyof T, Check>>;

function guard<T>(checks: ChecksOf<T>): Guard<T> {
  const passes = objectOf(checks);
  return (value): value is T => passes(value);
}

const isTexts = eachOf(isText);

const RARE: ChecksOf<RareParts> = {
  due: orAbsent(isNumber),
  withoutId: orAbsent(isText),
  image: orAbsent(isText),
  images: orAbsent(isTexts),
  related: orAbsent(isTexts),
  linked: orAbsent(isTexts),
  translationOf: orAbsent(isText),
  moves: orAbsent(eachOf(objectOf({ from: isText, to: isText }))),
  corrections: orAbsent(eachOf(isNumber)),
};

const isList = objectOf({ kind: oneOf(["section", "author", "tag", "month"]), step: isText, name: isText });

const isRow = guard<SiteRow>({
  path: isText,
  hash: isText,
  file: isText,
  published: isNumber,
  updated: isNumber,
  language: isText,
  section: orAbsent(isText),
  lists: eachOf(isList),
  names: isTexts,
  callKey: isText,
  storyKey: isText,
  teaserKey: isText,
  more: orAbsent(objectOf(RARE)),
});

const isGone = guard<GoneRow>({ path: isText, hash: isText, file: isText, url: isText, head: isHead });

const isImage = objectOf({
  src: isText,
  alt: orAbsent(isText),
  size: orAbsent(objectOf({ width: isNumber, height: isNumber })),
});

const STORY: ChecksOf<FoundStory> = {
  slug: isText,
  isElsewhere: (value) => typeof value === "boolean",
  headline: isText,
  href: isText,
  language: isText,
  kicker: orAbsent(isText),
  summary: orAbsent(isText),
  authors: isTexts,
  published: isNumber,
  section: orAbsent(objectOf({ name: isText, href: isText })),
  image: orAbsent(isImage),
};

const isShown = guard<ShownStory>({ hash: isText, story: objectOf(STORY) });

const isReach = guard<FeedReach>({
  archives: isTexts,
  current: isTexts,
  since: orAbsent(isNumber),
});

const isPlaceNumber = (value: unknown): value is number => typeof value === "number";

/** The row that the text is of. Throws TornMemory, as the others do. */
export function rowIn(text: unknown): SiteRow {
  return believed(parsed(text), isRow);
}

export function shownIn(text: unknown): ShownStory {
  return believed(parsed(text), isShown);
}

export function numbersIn(text: unknown): readonly number[] {
  return eachBelieved(text, isPlaceNumber);
}

export function goneIn(text: unknown): readonly GoneRow[] {
  return eachBelieved(text, isGone);
}

export function feedsIn(text: unknown): readonly FeedReach[] {
  return eachBelieved(text, isReach);
}

function parsed(text: unknown): unknown {
  return unlessTorn((): unknown => JSON.parse(String(text)));
}

function eachBelieved<T>(text: unknown, passes: Guard<T>): readonly T[] {
  const values = parsed(text);
  if (!Array.isArray(values)) throw new TornMemory("what was planned from is no list");
  return values.map((value: unknown) => believed(value, passes));
}

function believed<T>(value: unknown, passes: Guard<T>): T {
  if (passes(value)) return value;
  throw new TornMemory("what was planned from is what stet never wrote");
}
