// The result of a search on a terminal: a line for each article with its state, its slug and what was found, marked.
import { padToWidth, widestOf } from "../../base/display-width.ts";
import { cutTo, ellipsis } from "./cut-to.ts";
import { visibleText } from "../../base/visible-text.ts";
import type { Desk } from "../../desk/desk.ts";
import type { ListedFile } from "../../desk/find/list-fields.ts";
import { snippetOf } from "../../desk/find/snippet-of.ts";
import { paintState, stateOf, stateText } from "./state-cell.ts";
import type { Style } from "../style.ts";

export interface HitsRequest {
  readonly files: readonly ListedFile[];
  readonly style: Style;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Below this a hit takes two lines. */
const NARROW = 60;
const LONGEST_SLUG = 60;

/** One numbered line a hit, ready for the terminal; two on a narrow one. Reads the file of each. */
export function printHits(desk: Desk, { files, style, width }: HitsRequest): string {
  const layout = layoutOf(desk, files, { style, width });
  return files
    .map((file, row) => hitText(desk, file, { ...layout, style, number: String(row + 1) }))
    .join("");
}

interface Layout {
  readonly numberWidth: number;
  readonly stateWidth: number;
  readonly slugWidth: number;
  readonly snippetWidth: number;
  readonly isNarrow: boolean;
}

const GAP = 2;

function layoutOf(
  desk: Desk,
  files: readonly ListedFile[],
  { style, width }: { readonly style: Style; readonly width: number },
): Layout {
  const numberWidth = String(files.length).length + GAP;
  const stateWidth = widestOf(files.map((file) => stateText(stateOf(file, desk.now), style)));
  const longest = widestOf(files.map(({ slug }) => visibleText(slug)));
  const isNarrow = width < NARROW;
  const room = width - numberWidth - 1 - (isNarrow ? 0 : stateWidth + GAP);
  const most = isNarrow ? room - stateWidth - GAP : Math.min(LONGEST_SLUG, Math.floor(width * 0.3));
  const slugWidth = Math.max(1, Math.min(longest, most));
  return {
    numberWidth,
    stateWidth,
    slugWidth,
    snippetWidth: Math.max(1, isNarrow ? room : room - slugWidth - GAP),
    isNarrow,
  };
}

interface Hit extends Layout {
  readonly style: Style;
  readonly number: string;
}

function hitText(desk: Desk, file: ListedFile, hit: Hit): string {
  const { style, number, numberWidth, stateWidth, slugWidth, isNarrow } = hit;
  const state = stateOf(file, desk.now);
  const gap = " ".repeat(GAP);
  const cell = paintState(padToWidth(stateText(state, style), stateWidth), state, style);
  const slug = cutTo(visibleText(file.slug), slugWidth, style);
  const head = `${number.padStart(numberWidth)} ${cell}${gap}${style.cyan(isNarrow ? slug : padToWidth(slug, slugWidth))}`;
  const snippet = markedSnippet(desk, file, hit);
  if (isNarrow) return `${head}\n${" ".repeat(numberWidth + 1)}${snippet}\n`;
  return `${`${head}${gap}${snippet}`.trimEnd()}\n`;
}

/** What was found is bold; without colour it is only there. */
function markedSnippet(desk: Desk, file: ListedFile, { style, snippetWidth }: Hit): string {
  const left = ellipsis(style);
  // The snippet counts one column for each of its two ends.
  return snippetOf(desk, file, Math.max(1, snippetWidth - 2 * (left.length - 1)))
    .map(({ text, isHit }) => (isHit ? style.bold(text) : text === "…" ? left : text))
    .join("");
}
