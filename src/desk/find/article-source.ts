// What a picker shows for what was typed so far: rows of the index, gathered once and filtered in memory.
import { stateAt, type State } from "../../article/state.ts";
import { StetError } from "../../base/stet-error.ts";
import { formatDate } from "../../base/format-date.ts";
import { visibleText } from "../../base/visible-text.ts";
import { fold } from "../../query/fold-text.ts";
import { namesNewestFirst, pathsNewestFirst } from "../../index/newest-first.ts";
import { fileAt } from "../../index/select-files.ts";
import type { Query } from "../../query/query.ts";
import type { Desk } from "../desk.ts";
import { askIndex } from "../keep-index/ask-index.ts";
import { lastChange } from "./list-fields.ts";
import { nameSearch, type NameSearch } from "./name-search.ts";
import { readQueryText } from "./read-query.ts";

/** One article as a picker shows it; every text is free of control characters. */
export interface SourceRow {
  /** Relative to the root: what choosing the row answers. */
  readonly path: string;
  readonly slug: string;
  readonly headline: string;
  readonly state: State;
  /** Empty where the article has none. */
  readonly section: string;
  /** The day of its last change, in the newsroom's zone; empty where it has none. */
  readonly changed: string;
  readonly summary: string;
}

/** `rows` are the first of them, best first; `total` is how many there are. */
export interface SourceAnswer {
  readonly rows: readonly SourceRow[];
  readonly total: number;
}

/** Answers within a key press, for any text, also half a query. */
export type ArticleSource = (term: string) => SourceAnswer;

/** More rows than a picker lets anybody walk through. */
const MOST_ROWS = 50;

/** What the text finds besides names is counted this far: enough for a person, and for a key press. */
const MOST_OTHERS = 500;

/** Answers are kept for this many terms: letters are taken back, and each key asks for its term twice. */
const MOST_KEPT = 200;

/**
 * A source over the articles that match `query`, newest first. A term finds articles whose slug or headline holds all
 * its words, or parts of words; where those do not fill the rows, behind them those it matches as a query. Costs one walk
 * and the names of all, now.
 */
export function articleSource(desk: Desk, query: Query): ArticleSource {
  const all = askIndex(desk, (index) => namesNewestFirst(index, query.node, desk.now));
  const known = all.map(({ path }) => path);
  const search = narrowing(nameSearch(all.map(({ slug, headline }) => fold(`${slug} ${headline}`))));
  const paths = new Set(known);
  const kept = new Map<string, SourceAnswer>();
  const answer = (term: string): SourceAnswer => {
    const named = search(term);
    const first = named.slice(0, MOST_ROWS).flatMap((place) => known[place] ?? []);
    const asked = named.length >= MOST_ROWS || term.trim() === "" ? undefined : queryOf(desk, term);
    const others = asked === undefined ? [] : othersIn(pathsFor(desk, asked), { paths, first });
    const shown = [...first, ...others].slice(0, MOST_ROWS);
    return { rows: shown.flatMap((path) => rowAt(desk, path)), total: named.length + others.length };
  };
  return (term) => {
    const answered = kept.get(term) ?? answer(term);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(term, answered);
    return answered;
  };
}

/** The places a term finds by name: of what a beginning of it found, where that was asked last. */
function narrowing(search: NameSearch): (term: string) => readonly number[] {
  let last = "";
  let found: readonly number[] | undefined;
  return (term) => {
    const folded = fold(term);
    const words = folded.split(/\s+/).filter(Boolean);
    found = search(words, folded.startsWith(last) ? found : undefined);
    last = folded;
    return found;
  };
}

/** `first` are all that were found by name, where there are fewer than rows. */
function othersIn(
  found: readonly string[],
  { paths, first }: { readonly paths: ReadonlySet<string>; readonly first: readonly string[] },
): readonly string[] {
  const inName = new Set(first);
  return found.filter((path) => paths.has(path) && !inName.has(path));
}

/** Where the index alone cannot decide, what it leaves in is left in. */
function pathsFor(desk: Desk, { node }: Query): readonly string[] {
  return askIndex(desk, (index) => pathsNewestFirst(index, node, { at: desk.now, limit: MOST_OTHERS }));
}

/** Of one or two letters too many words begin to be looked for between two keys. */
const UNFINISHED = /[\p{L}\p{N}]{3}$/u;

/** A word being typed is itself, or the beginning of one; half a query is none yet. */
function queryOf(desk: Desk, term: string): Query | undefined {
  const text = term.trim();
  if (text === "") return undefined;
  return (
    (UNFINISHED.test(term) ? parsed(desk, `( ${text} ) OR ( ${text}* )`) : undefined) ?? parsed(desk, text)
  );
}

function parsed(desk: Desk, text: string): Query | undefined {
  try {
    return readQueryText(desk, text);
  } catch (error) {
    if (error instanceof StetError) return undefined;
    throw error;
  }
}

function rowAt(desk: Desk, path: string): SourceRow[] {
  const { settings, now } = desk;
  const head = askIndex(desk, (index) => fileAt(index, path))?.head;
  if (head === undefined) return [];
  const { slug, headline, summary = "", section = "" } = head;
  const changed = lastChange(head);
  const row = {
    path,
    slug: visibleText(slug),
    headline: visibleText(headline),
    state: stateAt(head, now),
    section: visibleText(settings.sections.get(section)?.name ?? section),
    changed: changed === undefined ? "" : formatDate(changed.epochMs, settings),
    summary: visibleText(summary),
  };
  return [row];
}
