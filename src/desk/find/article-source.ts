// The articles of a newsroom for a picker: what a key has time for at once, and the rest in a pause between two keys.
import type { Query } from "../../query/query.ts";
import { readingTogether, type Index } from "../../index/open-index.ts";
import { identityOf } from "../../index/write-rows.ts";
import type { Desk } from "../desk.ts";
import { askIndex } from "../keep-index/ask-index.ts";
import { answersFor, NOTHING, QUICKLY_ASKED, stopping, type Answers } from "./answer-term.ts";
import { searchedArticles, type NowSearched } from "./searched-articles.ts";
import type { ArticleSource, SourceAnswer } from "./source-row.ts";

/** The latest answers are kept: letters are taken back, and each key asks for its term twice. */
const MOST_KEPT = 200;

/** With the names before it and the rows behind it, half of what a key may take. */
const KEY_MS = 4;
/** A key that comes in a pause waits for no more than this. */
const PAUSE_MS = 3;

/**
 * A source over the articles that match `query`, newest first. A term finds articles whose slug or headline holds all
 * its words, or parts of words, and behind them those it matches as a query, the last word as a beginning, too. Costs one
 * walk and the names of all, now. What a key has no time for is left to the pause: lists of very many articles, reading
 * them anew where another stet has written very many, and a look at each where the index leaves it open.
 */
export function articleSource(desk: Desk, query: Query): ArticleSource {
  const ask = <T>(work: (index: Index) => T): T =>
    askIndex(desk, (index) => readingTogether(index, () => work(index)));
  const now = ask((index) => searchedArticles(desk, index, query));
  const kept = new Map<string, Answering>();
  let identity = "";
  const begin = (index: Index, term: string): Answering => {
    // Another stet has written to the index, or it was made anew: what was found is not what is there.
    if (identityOf(index) !== identity) kept.clear();
    identity = identityOf(index);
    return further(
      desk,
      { index, identity, answer: NOTHING, answers: answersNow(desk, index, { now, term }) },
      KEY_MS,
    );
  };
  ask((index) => {
    // A key is pressed before a person waits for one: what it needs first is made ready.
    begin(index, "e");
    // What reads an article, which is slow the first time: in a small newsroom nobody notices.
    if (begin(index, "").answer.total > QUICKLY_ASKED) further(desk, begin(index, "text:e "), 0);
    // What the reading of all rows has in its cache goes with the next change: now, and not while a key waits.
    index.database.exec("PRAGMA shrink_memory");
  });
  const goOn = (known: Answering, term: string): Answering =>
    ask((index) =>
      index === known.index && identityOf(index) === known.identity
        ? further(desk, known, PAUSE_MS)
        : begin(index, term),
    );
  return (term) => {
    const known = kept.get(term);
    // A whole answer stands: what is on the screen is what Enter chooses, whatever was written meanwhile.
    const isWhole = known !== undefined && known.answer.isPartial !== true;
    const answering = isWhole
      ? known
      : known === undefined
        ? ask((index) => begin(index, term))
        : goOn(known, term);
    kept.delete(term);
    kept.set(term, answering);
    for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
    return answering.answer;
  };
}

/** An answer, and what makes the next of it where it is partial. */
interface Answering {
  /** What it was begun on: of anything else nothing is known. */
  readonly index: Index;
  readonly identity: string;
  readonly answer: SourceAnswer;
  readonly answers: Answers;
}

function* answersNow(
  desk: Desk,
  index: Index,
  { now, term }: { readonly now: NowSearched; readonly term: string },
): Answers {
  const searched = yield* stopping(now(index), () => NOTHING);
  return yield* answersFor(desk, searched, term);
}

function further(desk: Desk, answering: Answering, ms: number): Answering {
  const { answers } = answering;
  const end = desk.clock() + ms;
  for (;;) {
    const { done, value } = answers.next();
    if (done === true) return { ...answering, answer: value };
    if (value.isForPause === true || desk.clock() >= end)
      return { ...answering, answer: { ...value.known(), isPartial: true } };
  }
}
