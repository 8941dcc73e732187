// Is a value out of the index the head of an article? Looked at down to its leaves, because what comes after believes it.
import { KINDS, STATUSES } from "../article/article.ts";
import { eachOf, isObject, isText, objectOf, oneOf, orAbsent, type Check } from "../base/value-checks.ts";
import type { ArticleHead } from "./file-row.ts";

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

const passesAll = objectOf(CHECKS);

/** True for what storing an article's head gives back. Costs 1 us. */
export function isHead(value: unknown): value is ArticleHead {
  return passesAll(value);
}
