// What a picker shows for what was typed so far: rows of the index, gathered once and filtered in memory.
import { StetError } from "../../base/stet-error.ts";
import { countBits, firstPlaces, without } from "../../base/bit-set.ts";
import { fold } from "../../query/fold-text.ts";
import { placeMatcher, type PlaceMatcher } from "../../index/match-places.ts";
import { articlesNewestFirst } from "../../index/newest-first.ts";
import { readingTogether, type Index } from "../../index/open-index.ts";
import type { IndexedFile } from "../../index/read-rows.ts";
import { fileAt } from "../../index/select-files.ts";
import { identityOf } from "../../index/write-rows.ts";
import type { Query } from "../../query/query.ts";
import type { Desk } from "../desk.ts";
import { askIndex } from "../keep-index/ask-index.ts";
import { lastChange } from "./list-fields.ts";
import { nameSearch, type NameSearch } from "./name-search.ts";
import { readQueryText } from "./read-query.ts";
import { MOST_ROWS, rowOf, type ArticleSource, type SourceAnswer, type SourceRow } from "./source-row.ts";

/** The latest answers are kept: letters are taken back, and each key asks for its term twice. */
const MOST_KEPT = 200;

/**
 * A source over the articles that match `query`, newest first. A term finds articles whose slug or headline holds all
 * its words, or parts of words; where those do not fill the rows, behind them those it matches as a query. Costs one walk
 * and the names of all, now, and the names once more when another stet has written to the index.
 */
export function articleSource(desk: Desk, query: Query): ArticleSource {
  const ask = <T>(work: (index: Index) => T): T =>
    askIndex(desk, (index) => readingTogether(index, () => work(index)));
  let held = ask((index) => holdArticles(desk, index, query));
  const kept = new Map<string, SourceAnswer>();
  const answerAnew = (term: string): SourceAnswer =>
    ask((index) => {
      // Another stet has written to the index, or it was made anew: row numbers and all that was found are another's.
      if (identityOf(index) !== held.identity) {
        held = holdArticles(desk, index, query);
        kept.clear();
      }
      return answerFor(desk, held, term);
    });
  return (term) => {
    // What stands on the screen is what Enter chooses, whatever was written meanwhile.
    const answered = kept.get(term) ?? answerAnew(term);
    kept.delete(term);
    kept.set(term, answered);
    for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
    return answered;
  };
}

interface HeldArticles {
  readonly index: Index;
  /** Of the index when they were read. */
  readonly identity: string;
  readonly paths: readonly string[];
  readonly byName: NameSearch;
  readonly byQuery: PlaceMatcher;
}

function holdArticles(desk: Desk, index: Index, query: Query): HeldArticles {
  const articles = articlesNewestFirst(index, query.node, desk.now);
  const slugs = articles.slugs.map(fold);
  return {
    index,
    identity: identityOf(index),
    paths: articles.paths,
    byName: nameSearch(slugs.map((slug, place) => `${slug} ${fold(articles.headlines[place] ?? "")}`)),
    byQuery: placeMatcher({ index, articles, slugs }, desk.now),
  };
}

/** A page that was pasted is looked for no further. */
const LONGEST_TERM = 300;
const NOTHING: SourceAnswer = { rows: [], total: 0 };

function answerFor(desk: Desk, { index, paths, byName, byQuery }: HeldArticles, term: string): SourceAnswer {
  if (term.length > LONGEST_TERM) return NOTHING;
  const named = byName(fold(term).split(/\s+/).filter(Boolean));
  const byNames = countBits(named);
  const asked = byNames >= MOST_ROWS || term.trim() === "" ? undefined : queryOf(desk, term);
  const others = asked === undefined ? undefined : without(byQuery(asked.node), named);
  const places = [named, ...(others === undefined ? [] : [others])].flatMap((set) =>
    firstPlaces(set, MOST_ROWS),
  );
  const rows = places.slice(0, MOST_ROWS).flatMap((place) => rowIn(desk, fileAt(index, paths[place] ?? "")));
  return { rows, total: byNames + (others === undefined ? 0 : countBits(others)) };
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

function rowIn(desk: Desk, file: IndexedFile | undefined): SourceRow[] {
  if (file?.head === undefined) return [];
  const { path, head } = file;
  return [rowOf(desk, head, { path, moment: lastChange(head)?.epochMs })];
}
