// What a picker shows for what was typed so far: rows of the index, gathered once and filtered in memory.
import { stateAt, type State } from "../article/state.ts";
import { StetError } from "../base/stet-error.ts";
import { formatDate } from "../base/format-date.ts";
import { visibleText } from "../base/visible-text.ts";
import { fold } from "../query/fold-text.ts";
import type { IndexedFile } from "../index/read-rows.ts";
import { fileAt, selectFiles } from "../index/select-files.ts";
import type { Query } from "../query/query.ts";
import type { Desk } from "./desk.ts";
import { askIndex } from "./ask-index.ts";
import { lastChange } from "./list-fields.ts";
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

/**
 * A source over the articles that match `query`, newest first. A term finds articles whose slug or headline holds all
 * its words, or parts of words, and behind them those it matches as a query. Costs one walk and the names of all, now.
 */
export function articleSource(desk: Desk, query: Query): ArticleSource {
  const known = filesFor(desk, query).map(({ path, slug, head }) => ({
    path,
    names: fold(`${slug} ${head?.headline ?? ""}`),
  }));
  const paths = new Set(known.map(({ path }) => path));
  return (term) => {
    const words = fold(term).split(/\s+/).filter(Boolean);
    const named = known.filter(({ names }) => words.every((word) => names.includes(word)));
    const inName = new Set(named.map(({ path }) => path));
    const asked = named.length === known.length ? undefined : queryOf(desk, term);
    const others: string[] = [];
    for (const { path } of asked === undefined ? [] : filesFor(desk, asked, MOST_OTHERS)) {
      if (paths.has(path) && !inName.has(path)) others.push(path);
    }
    const shown = [...inName, ...others].slice(0, MOST_ROWS);
    return { rows: shown.flatMap((path) => rowAt(desk, path)), total: named.length + others.length };
  };
}

/** Where the index alone cannot decide, what it leaves in is left in. */
function filesFor(desk: Desk, { node }: Query, limit = 0): IndexedFile[] {
  return askIndex(desk, (index) => [...selectFiles(index, node, { at: desk.now, sort: [], limit }).files]);
}

/** A word being typed is itself, or the beginning of one; half a query is none yet. */
function queryOf(desk: Desk, term: string): Query | undefined {
  const text = term.trim();
  if (text === "") return undefined;
  const isUnfinished = /[\p{L}\p{N}]$/u.test(term);
  return (isUnfinished ? parsed(desk, `( ${text} ) OR ( ${text}* )`) : undefined) ?? parsed(desk, text);
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
