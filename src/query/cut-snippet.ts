// The piece of a text that shows what was found in it: as many different phrases as fit the width, with what stands around
// them. Pure; colour and escapes are for whoever prints it.
import { displayWidth, graphemesOf } from "../base/display-width.ts";
import { visibleText } from "../base/visible-text.ts";
import { phrasePlaces, placedWords, type Place } from "./place-words.ts";
import type { Phrase } from "./query.ts";

/** A stretch of a snippet, harmless on a terminal; the stretches joined are the snippet. */
export interface SnippetPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** How many of the phrases the text holds. */
export function countHeld(text: string, phrases: readonly Phrase[]): number {
  const words = placedWords(text);
  return phrases.filter((phrase) => phrasePlaces(words, phrase).length > 0).length;
}

/**
 * One line of the text, `columns` wide at most, `…` where it goes on; without any of the phrases the text's beginning.
 * Line breaks and runs of blanks are one blank; control characters are written out (base/visible-text.ts).
 */
export function cutSnippet(text: string, phrases: readonly Phrase[], columns: number): SnippetPart[] {
  const line = text.replace(/\s+/gu, " ").trim();
  const words = placedWords(line);
  const hits = phrases
    .flatMap((phrase, which) => phrasePlaces(words, phrase).map((place) => ({ ...place, which })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const { start, end } = windowAround(line, bestStretch(hits, columns), columns);
  return partsOf(line, { start, end }, hits);
}

interface Hit extends Place {
  /** The number of the phrase. */
  readonly which: number;
}

/** The first stretch of hits no longer than the snippet that shows the most phrases, then the most hits. */
function bestStretch(hits: readonly Hit[], columns: number): Place {
  let best: Place = { start: 0, end: 0 };
  let bestWorth = 0;
  for (const [at, { start }] of hits.entries()) {
    const near = hits
      .slice(at, at + 50)
      .filter(({ end }, index) => index === 0 || end - start <= columns - 2);
    const worth = new Set(near.map(({ which }) => which)).size * 100 + near.length;
    if (worth > bestWorth) {
      bestWorth = worth;
      best = { start, end: Math.max(...near.map(({ end }) => end)) };
    }
  }
  return best;
}

/** The stretch with room around it, a third of it before where the text goes on; cut between words where there are blanks. */
function windowAround(line: string, stretch: Place, columns: number): Place {
  if (widthOf(line) <= columns) return { start: 0, end: line.length };
  const room = Math.max(0, columns - 2 - widthOf(line.slice(stretch.start, stretch.end)));
  const reach = columns * 2 + 32;
  const following = graphemesOf(line.slice(stretch.end, stretch.end + reach));
  const behind = fitting(following, room - Math.floor(room / 3));
  const preceding = graphemesOf(line.slice(Math.max(0, stretch.start - reach), stretch.start)).toReversed();
  const before = fitting(preceding, room - widthOf(behind));
  const start = wordStart(line, stretch.start - before.length, stretch.start);
  const left = columns - (start === 0 ? 0 : 1);
  const rest = line.slice(start, start + reach);
  if (start + rest.length === line.length && widthOf(rest) <= left) return { start, end: line.length };
  const end = start + fitting(graphemesOf(rest), left - 1).length;
  return { start, end: wordEnd(line, end, stretch.end) };
}

function widthOf(text: string): number {
  return displayWidth(visibleText(text));
}

/** As many graphemes as fit, joined; of a list in reverse the length alone is of use. */
function fitting(graphemes: readonly string[], columns: number): string {
  let text = "";
  let room = columns;
  for (const grapheme of graphemes) {
    room -= widthOf(grapheme);
    if (room < 0) break;
    text += grapheme;
  }
  return text;
}

/** The first start of a word from `at` on that is not behind `latest`; `at` itself in scripts without blanks. */
function wordStart(line: string, at: number, latest: number): number {
  if (at <= 0) return 0;
  if (line[at - 1] === " ") return at;
  const blank = line.indexOf(" ", at);
  return blank === -1 || blank >= latest ? at : blank + 1;
}

/** The last end of a word up to `at` that is not before `earliest`. */
function wordEnd(line: string, at: number, earliest: number): number {
  if (at >= line.length || line[at] === " ") return at;
  const blank = line.lastIndexOf(" ", at);
  return blank <= earliest ? at : blank;
}

function partsOf(line: string, { start, end }: Place, hits: readonly Hit[]): SnippetPart[] {
  const parts: SnippetPart[] = start === 0 ? [] : [{ text: "…", isHit: false }];
  let at = start;
  for (const hit of hits) {
    const from = Math.max(hit.start, at);
    const to = Math.min(hit.end, end);
    if (from >= to) continue;
    if (from > at) parts.push({ text: visibleText(line.slice(at, from)), isHit: false });
    parts.push({ text: visibleText(line.slice(from, to)), isHit: true });
    at = to;
  }
  if (at < end) parts.push({ text: visibleText(line.slice(at, end)), isHit: false });
  return end < line.length ? [...parts, { text: "…", isHit: false }] : parts;
}
