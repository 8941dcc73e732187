// A selector that names no article, or several: what it may have meant, and what would be enough.
import { stateAt } from "../../article/state.ts";
import { slugKey } from "../../article/slug.ts";
import { dayAt, writeDay } from "../../base/calendar-day.ts";
import { graphemesOf, padToWidth, widestOf } from "../../base/display-width.ts";
import { nearest } from "../../base/nearest.ts";
import { StetError } from "../../base/stet-error.ts";
import { visibleText } from "../../base/visible-text.ts";
import { filesNamed, type NamedFile } from "../../index/names.ts";
import type { Index } from "../../index/open-index.ts";
import { fileAt } from "../../index/select-files.ts";
import type { Desk } from "../desk.ts";
import { lastChange } from "./last-change.ts";

/** Where names are looked up. */
export interface Asked {
  readonly desk: Desk;
  readonly index: Index;
}

/** So many are listed. */
const MOST_SHOWN = 8;

/** With more than these a list of beginnings is no help. */
const MOST_BEGINNINGS = 3;

/** Several articles that a selector could mean: each with its state and the day of its last change, and what to type. */
export function ambiguous(asked: Asked, matches: readonly NamedFile[], selector: string): StetError {
  const shown = matches.slice(0, MOST_SHOWN);
  const isClash = new Set(matches.map(({ slug }) => slugKey(slug))).size < matches.length;
  const names = shown.map(({ slug, path }) => visibleText(isClash ? path : slug));
  const width = widestOf(names);
  const lines = names.map(
    (name, at) => `  ${padToWidth(name, width)}  ${standingOf(asked, shown[at]?.path ?? "")}`,
  );
  if (matches.length > shown.length) lines.push(`  and ${matches.length - shown.length} more`);
  const isBegun = !isClash && matches.every(({ kind }) => kind === "slug");
  const isEnough = enoughAmong(matches, asked.index);
  const enough = isBegun ? shown.map(({ slug }) => enoughOf(slug, selector, isEnough)) : [];
  return new StetError(
    "conflict",
    "ambiguous",
    `"${selector}" matches ${matches.length} articles; nothing was changed`,
    {
      detail: lines.join("\n"),
      leads: enough.map((beginning) => visibleText(beginning)),
      candidates: matches.map(({ slug }) => slug),
      hint: isClash
        ? "name the file by its path; two articles may not share a slug: stet check"
        : isBegun
          ? hintOf(matches.length > MOST_BEGINNINGS ? [] : enough)
          : "name the article by its slug",
    },
  );
}

function hintOf(enough: readonly string[]): string {
  const last = enough.at(-1);
  return last === undefined
    ? "write more of the slug"
    : `${enough.slice(0, -1).join(", ")} and ${last} are enough`;
}

/** The shortest beginning of a slug, longer than what was typed, that means this slug and nothing else. */
function enoughOf(slug: string, typed: string, isEnough: (key: string) => boolean): string {
  const letters = graphemesOf(slug);
  for (let count = graphemesOf(typed).length + 1; count < letters.length; count++) {
    const beginning = letters.slice(0, count).join("");
    if (isEnough(slugKey(beginning))) return beginning;
  }
  return slug;
}

/** Tells of a key whether it is neither a name that another article has or had, nor the beginning of several of these. */
function enoughAmong(matches: readonly NamedFile[], index: Index): (key: string) => boolean {
  const keys = matches.map(({ slug }) => slugKey(slug));
  return (key) =>
    keys.filter((each) => each.startsWith(key)).length === 1 && filesNamed(index, key).length === 0;
}

/** `live, 2026-11-21`: the day of its last change. */
function standingOf({ desk, index }: Asked, path: string): string {
  const head = fileAt(index, path)?.head;
  if (head === undefined) return "cannot be read";
  const changed = lastChange(head);
  const state = stateAt(head, desk.now);
  return changed === undefined
    ? state
    : `${state}, ${writeDay(dayAt(changed.epochMs, desk.settings.timezone))}`;
}

/** What a selector was meant to say, where it names no article. */
export function notFound(selector: string, slugs: readonly string[]): StetError {
  const near = nearSlugs(selector, slugs);
  if (/^[a-z]+:/.test(selector)) {
    return new StetError("not-found", "not-found", `no article is called ${selector}`, {
      hint: `a query goes behind -Q: -Q '${selector}'`,
    });
  }
  return new StetError("not-found", "not-found", `no article is called ${selector}`, {
    candidates: near,
    hint: near.length === 0 ? "stet list --slugs" : `did you mean ${near.join(", ")}?`,
  });
}

/** Slugs a few letters away, else those that share the most words. */
function nearSlugs(selector: string, slugs: readonly string[]): string[] {
  const near = nearest(selector, slugs);
  if (near.length > 0) return near;
  const words = new Set(
    selector
      .toLowerCase()
      .split("-")
      .filter((word) => word.length > 2),
  );
  return slugs
    .map((slug) => ({ slug, shared: slug.split("-").filter((word) => words.has(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || (a.slug < b.slug ? -1 : 1))
    .slice(0, 3)
    .map(({ slug }) => slug);
}
