// Events of the desk (`stet due`, `stet today`): lines for people, rows for programs.
import { displayWidth, padToWidth, widestOf } from "../../base/display-width.ts";
import { cutTo } from "./cut-to.ts";
import { describeTime } from "../../base/describe-moment.ts";
import { visibleText } from "../../base/visible-text.ts";
import { writeInstant } from "../../base/zone.ts";
import type { Desk } from "../../desk/desk.ts";
import type { DueEvent, DueWhat } from "../../desk/agenda/due-articles.ts";
import { stateSymbol } from "../../render/lines/state-symbol.ts";
import type { Style } from "../style.ts";
import { dayCell } from "./when-cell.ts";

const WORDS: Readonly<Record<DueWhat, string>> = {
  live: "goes live",
  due: "due",
  embargo: "embargo ends",
  expires: "expires",
};

/** Columns that a slug needs to be told from others. */
const LEAST_SLUG = 16;

/** One line an event, cut at `width`: day, time, what happens, slug, headline. A narrow terminal has the slug in a second line. */
export function dueLines(
  { now, settings }: Desk,
  events: readonly DueEvent[],
  { style, width }: { readonly style: Style; readonly width: number },
): string[] {
  const days = events.map(({ at }) => dayCell(at, { now, settings }));
  const room = Math.max(10, widestOf(days));
  const slugs = Math.min(34, widestOf(events.map(({ entry }) => entry.article.slug)));
  return events.flatMap(({ at, what, before, entry }, row) => {
    const { slug, headline } = entry.article;
    const day = (days[row] ?? "").padEnd(room);
    const time = describeTime(at, settings.timezone);
    const happening = `${stateSymbol(before, style.unicode)} ${WORDS[what].padEnd(12)}`;
    const front = `${day} ${time}  ${happening}`;
    if (width - displayWidth(front) - 2 < Math.min(slugs, LEAST_SLUG)) {
      return [cutTo(front.trimEnd(), width, style), cutTo(`  ${visibleText(slug)}`, width, style)];
    }
    const name = padToWidth(cutTo(visibleText(slug), slugs, style), slugs);
    return cutTo(`${front}  ${name}  ${visibleText(headline)}`, width, style).trimEnd();
  });
}

/** One event as a row of tabs: the instant in the newsroom's offset, what, slug, headline. */
export function dueRow({ settings }: Desk, { at, what, entry }: DueEvent): string {
  const { slug, headline } = entry.article;
  return [writeInstant(at, settings.timezone), what, slug, visibleText(headline)].join("\t");
}

/** The keys of an event's object. */
export const DUE_SHAPE = { at: null, what: null, state: null, slug: null, path: null, headline: null };

/** One event as an object of JSON; `state` is what the article is until then. */
export function dueObject(
  { settings }: Desk,
  { at, what, before, entry }: DueEvent,
): Readonly<Record<keyof typeof DUE_SHAPE, unknown>> {
  const { slug, headline } = entry.article;
  return { at: writeInstant(at, settings.timezone), what, state: before, slug, path: entry.path, headline };
}
