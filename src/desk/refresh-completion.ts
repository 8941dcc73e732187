// Brings the files that shells complete from up to the newsroom: a fresh index, its words, and what stet.yaml names.
import { articlesFolder } from "../article/settings.ts";
import { isBefore } from "../base/code-point-order.ts";
import { readKnownWords, type KnownWords, type Tally } from "../index/read-known-words.ts";
import { writeCompletionFiles } from "../newsroom/completion-files.ts";
import type { Desk } from "./desk.ts";
import { withFreshIndex } from "./ask-index.ts";

/** A word and what a shell shows beside it. */
type Offer = readonly [word: string, description: string];

/** Reads every row of the index and writes seven small files; throws StetError external where they cannot be written. */
export async function refreshCompletion(desk: Desk): Promise<void> {
  const readAt = desk.clock();
  const words = await withFreshIndex(desk, ({ index }) => readKnownWords(index));
  const from = { root: desk.root, articles: articlesFolder(desk.settings) };
  writeCompletionFiles(from, completionTexts(words, desk.settings), readAt);
}

const RECENT = 50;

/** The files by name: `word TAB description` in lines that LC_ALL=C sorts as they are; `recent.tsv` the latest first. */
function completionTexts(
  { slugs, sections, tags, authors }: KnownWords,
  settings: Pick<Desk["settings"], "sections" | "authors" | "queries">,
): Map<string, string> {
  const offers = slugs.map(({ slug, headline }): Offer => [slug, headline]);
  const named = Array.from(settings.sections, ([path, { name }]): Offer => [path, name]);
  const bylines = Array.from(settings.authors.values(), ({ name }): Offer => [name, ""]);
  return new Map([
    ["slugs.tsv", sorted(offers)],
    ["recent.tsv", lines(offers.slice(0, RECENT))],
    ["sections.tsv", sorted([...counted(sections), ...named])],
    ["tags.tsv", sorted(counted(tags))],
    ["authors.tsv", sorted([...bylines, ...counted(authors)])],
    ["queries.tsv", sorted(Array.from(settings.queries, ([name, query]): Offer => [`@${name}`, query]))],
  ]);
}

function counted(tally: Tally): Offer[] {
  return Array.from(tally, ([word, count]) => [word, `${count} article${count === 1 ? "" : "s"}`]);
}

/** Each word once; of two the later description. */
function sorted(offers: readonly Offer[]): string {
  return lines([...new Map(offers)].sort(([a], [b]) => (isBefore(a, b) ? -1 : 1)));
}

/** What cannot be typed, or would not be one line, is no word to offer. */
const UNTYPABLE = /[\p{C}\u2028\u2029]/u;
const LONGEST = 200;

function lines(offers: readonly Offer[]): string {
  return offers
    .filter(([word]) => word !== "" && word.length <= LONGEST && !UNTYPABLE.test(word))
    .map(([word, description]) => `${word}\t${described(description)}\n`)
    .join("");
}

function described(text: string): string {
  const line = text.replaceAll(/[\p{C}\s]+/gu, " ").trim();
  return Array.from(line).slice(0, 100).join("");
}
