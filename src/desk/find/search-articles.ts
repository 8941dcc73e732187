// `stet search`: the articles that hold what is looked for, best first, answered by the index.
import type { Problem } from "../../base/problem.ts";
import { StetError } from "../../base/stet-error.ts";
import type { Index } from "../../index/open-index.ts";
import { searchFiles } from "../../index/search-files.ts";
import { countFiles, storedErrors } from "../../index/select-files.ts";
import { formsOf, stemmerFor, type Stemmer } from "../../index/word-forms.ts";
import { matchesQuery } from "../../query/matches-query.ts";
import type { Query, QueryNode } from "../../query/query.ts";
import { withForms } from "../../query/stemmed-query.ts";
import { soughtPhrases, withBylines, type SoughtPhrase } from "../../query/sought-phrases.ts";
import type { Desk } from "../desk.ts";
import { askIndex, rowsOnce, withFreshIndex } from "../keep-index/ask-index.ts";
import { askedOf } from "./asked-of.ts";
import { first, type Listing } from "./list-articles.ts";
import type { ListedFile } from "./list-fields.ts";

/** What a search asks for; `limit` 0 is all. */
export interface SearchRequest {
  readonly query: Query;
  readonly limit?: number;
  /** Words stand for their other forms, too, in the newsroom's language. */
  readonly stem?: boolean;
}

/**
 * The matching files with their scores, best first; the index is brought up to the files first. Free words are looked for
 * in bylines, too. Throws StetError usage where the query looks for no word or phrase: then there is nothing to rank by.
 */
export async function searchArticles(desk: Desk, request: SearchRequest): Promise<Listing> {
  const { query, limit = 0, stem = false } = request;
  if (soughtPhrases(query.node).length === 0) throw nothingSought(query);
  const stemmer = stem ? stemmerFor(desk.settings.language) : undefined;
  return withFreshIndex(desk, ({ index, problems }) => {
    const node = stemmer === undefined ? query.node : stemmed(index, query.node, stemmer);
    const search = { node: withBylines(node), sought: soughtPhrases(node) };
    return listingOf(desk, search, { limit, problems: [...problems, ...storedErrors(index)] });
  });
}

function stemmed(index: Index, node: QueryNode, stemmer: Stemmer): QueryNode {
  return withForms(node, (word) => formsOf(index, stemmer, word));
}

interface Listed {
  readonly limit: number;
  readonly problems: readonly Problem[];
}

function listingOf(desk: Desk, search: Omit<Search, "limit">, { limit, problems }: Listed): Listing {
  return {
    files: first(
      rowsOnce(desk, (asked) => foundIn(desk, asked, { ...search, limit })),
      limit,
    ),
    count: () => askIndex(desk, (asked) => countIn(desk, asked, search)),
    problems: problems.filter(({ severity }) => severity === "error"),
  };
}

function nothingSought({ canonical }: Query): StetError {
  return new StetError("usage", "need-input", "search needs a word or phrase to look for", {
    hint: `stet list ${canonical}`.trimEnd(),
  });
}

function countIn(desk: Desk, index: Index, search: Omit<Search, "limit">): number {
  const exact = countFiles(index, search.node, desk.now);
  return exact ?? countOf(foundIn(desk, index, { ...search, limit: 0 }));
}

interface Search {
  readonly node: QueryNode;
  readonly sought: readonly SoughtPhrase[];
  readonly limit: number;
}

/** What the index finds, looked at once more where it could not decide. */
function* foundIn(
  desk: Desk,
  index: Index,
  { node, sought, limit }: Search,
): Generator<ListedFile, void, undefined> {
  const phrases = sought.map(({ phrase }) => phrase);
  const { files, isExact } = searchFiles(index, node, { sought, at: desk.now, limit });
  for (const file of files)
    if (isExact || matchesQuery(askedOf(desk, file), node)) yield { ...file, phrases };
}

function countOf(items: Iterable<unknown>): number {
  let count = 0;
  for (const _ of items) count++;
  return count;
}
