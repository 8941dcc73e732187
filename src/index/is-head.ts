// Is a value out of the index the head of an article? Looked at down to its leaves, because what comes after believes it.
import { KINDS, STATUSES } from "../article/article.ts";
import type { ArticleHead } from "./file-row.ts";

/** True for what storing an article's head gives back. Costs 1 us. */
export function isHead(value: unknown): value is ArticleHead {
  return isObject(value) && CHECK_LIST.every(({ name, passes }) => passes(value[name]));
}

type Check = (value: unknown) => boolean;
type Entries = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Entries {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isText: Check = (value) => typeof value === "string";

const orAbsent =
  (passes: Check): Check =>
  (value) =>
    value === undefined || passes(value);

const eachOf =
  (passes: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(passes);

const oneOf =
  (words: readonly string[]): Check =>
  (value) =>
    words.some((word) => word === value);

/** The last moment that JavaScript has a date for. */
const LAST_MS = 8.64e15;

const isMoment: Check = (value) => typeof value === "number" && Math.abs(value) <= LAST_MS;
const isInstant: Check = (value) => isObject(value) && isText(value["written"]) && isMoment(value["epochMs"]);
const isAuthor: Check = (value) =>
  isObject(value) && Object.values(value).every(isText) && isText(value["name"]);
const isImage: Check = (value) =>
  isObject(value) && Object.values(value).every(isText) && isText(value["src"]);
const isCorrection: Check = (value) => isObject(value) && isText(value["text"]) && isInstant(value["at"]);

const CHECKS: Readonly<Record<keyof ArticleHead, Check>> = {
  id: orAbsent(isText),
  headline: isText,
  slug: isText,
  formerSlugs: eachOf(isText),
  kicker: orAbsent(isText),
  summary: orAbsent(isText),
  section: orAbsent(isText),
  authors: eachOf(isAuthor),
  dateline: orAbsent(isText),
  tags: eachOf(isText),
  language: isText,
  kind: oneOf(KINDS),
  status: oneOf(STATUSES),
  created: orAbsent(isInstant),
  published: orAbsent(isInstant),
  updated: orAbsent(isInstant),
  embargo: orAbsent((value) => value === "open" || isInstant(value)),
  expires: orAbsent(isInstant),
  image: orAbsent(isImage),
  related: eachOf(isText),
  translationOf: orAbsent(isText),
  corrections: eachOf(isCorrection),
  source: orAbsent(isText),
  x: isObject,
};

/** Objects and not pairs: to take a pair apart costs more than the check, where lists are too short to be compiled for. */
const CHECK_LIST = Object.entries(CHECKS).map(([name, passes]) => ({ name, passes }));
