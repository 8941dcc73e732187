// Tags with their counts (`stet tags`): a table for people, rows and objects for programs.
import { groupDigits } from "../../base/group-digits.ts";
import { visibleText } from "../../base/visible-text.ts";
import { writeInstant } from "../../base/zone.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Tag } from "../../desk/count/list-tags.ts";
import { columnLines, type ColumnLayout, type Yield } from "./print-columns.ts";
import type { Style } from "../style.ts";
import { dayCell } from "./when-cell.ts";

const ALIGN: ColumnLayout["align"] = ["left", "right", "right", "left", "left"];
const [TAG, USED, NEAR] = [0, 3, 4];
const YIELDS: readonly Yield[] = [
  { column: TAG, to: 30 },
  { column: NEAR, to: 16 },
  { column: USED, to: 0 },
  { column: TAG, to: 14 },
  { column: NEAR, to: 6 },
  { column: TAG, to: 4 },
];

/** A line for each tag under a line of headings, none wider than the terminal. */
export function tagLines(
  desk: Desk,
  tags: readonly Tag[],
  { style, width }: { readonly style: Style; readonly width: number },
): string[] {
  const isNear = tags.some(({ near }) => near.length > 0);
  const heading = ["TAG", "ARTICLES", "LIVE", "LAST USED", isNear ? "NEAR" : ""];
  const rows = tags.map((tag) => [
    visibleText(tag.tag),
    groupDigits(tag.articles),
    groupDigits(tag.live),
    tag.used === null ? "" : dayCell(tag.used, desk),
    tag.near.map((name) => visibleText(name)).join(", "),
  ]);
  const lines = [{ cells: heading, isHeading: true }, ...rows.map((cells) => ({ cells }))];
  return tags.length === 0 ? [] : columnLines(lines, { align: ALIGN, yields: YIELDS, style, width });
}

/** A tag as a row of tabs: tag, articles, live, last used; behind them its near ones, apart by `; `, if it has any. */
export function tagRow({ settings }: Desk, { tag, articles, live, used, near }: Tag): string {
  const when = used === null ? "" : writeInstant(used, settings.timezone);
  const others = near.length === 0 ? [] : [near.map((name) => visibleText(name)).join("; ")];
  return [visibleText(tag), articles, live, when, ...others].join("\t");
}

/** The keys of a tag's object. */
export const TAG_SHAPE = { tag: null, articles: null, live: null, used: null, near: null };

/** A tag as an object of JSON; `near` is a list, empty unless it was asked for. */
export function tagObject(
  { settings }: Desk,
  { tag, articles, live, used, near }: Tag,
): Readonly<Record<keyof typeof TAG_SHAPE, unknown>> {
  return { tag, articles, live, used: used === null ? null : writeInstant(used, settings.timezone), near };
}
