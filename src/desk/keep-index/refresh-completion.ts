// Brings the files that shells complete from up to the newsroom: a fresh index, its words, and what stet.yaml names.
import { articlesFolder, QUERY_NAME } from "../../article/settings.ts";
import { isBefore } from "../../base/code-point-order.ts";
import { cutIntoLeaves, withEndsOf } from "../../base/word-leaves.ts";
import { readKnownWords, type KnownWords, type Tally } from "../../index/read-known-words.ts";
import { writeCompletionFiles, type ListTexts } from "../../newsroom/completion-files.ts";
import { listTrash } from "../../newsroom/trash.ts";
import type { Desk } from "../desk.ts";
import { readRemoved } from "../read-removed.ts";
import { withFreshIndex } from "./ask-index.ts";

/** A word and what a shell shows beside it. */
type Offer = readonly [word: string, description: string];

/** Reads every row of the index and writes what changed in the lists; throws StetError external where it cannot be written. */
export async function refreshCompletion(desk: Desk): Promise<void> {
  const readAt = desk.clock();
  const words = await withFreshIndex(desk, ({ index }) => readKnownWords(index));
  const from = { root: desk.root, articles: articlesFolder(desk.settings) };
  const lists = completionLists(words, desk.settings).set("trash", trashList(desk));
  writeCompletionFiles(from, lists, readAt);
}

/** The latest of the trash: of two with one name the latest is the one that stet restore brings back. */
function trashList(desk: Desk): ListTexts {
  const latest = listTrash(desk.root).slice(0, MOST_TRASHED);
  const offers = latest.map((each): Offer => {
    const { slug, headline = each.path } = readRemoved(desk, each);
    return [slug, headline];
  });
  return cutIntoLeaves(lines(sorted(offers.toReversed())));
}

/** Each is read. */
const MOST_TRASHED = 200;

const RECENT = 50;

/** The lists by name, cut into leaves; all but `recent`, the latest first, are in the order of code points. */
function completionLists(
  { slugs, sections, tags, authors }: KnownWords,
  settings: Pick<Desk["settings"], "sections" | "authors" | "queries">,
): Map<string, ListTexts> {
  const offers = slugs.map(({ slug, headline }): Offer => [slug, headline]);
  const known = lines(sorted(offers));
  const named = Array.from(settings.sections, ([path, { name }]): Offer => [path, name]);
  const bylines = Array.from(settings.authors.values(), ({ name }): Offer => [name, ""]);
  // What is called otherwise can never be called, of which stet.yaml is told (read-saved-query.ts).
  const callable = [...settings.queries].filter(([name]) => QUERY_NAME.exec(name)?.[0] === name);
  const queries = callable.map(([name, query]): Offer => [`@${name}`, query]);
  return new Map([
    ["slugs", cutIntoLeaves(known)],
    ["recent", cutIntoLeaves(withEndsOf(known, lines(offers.slice(0, RECENT))))],
    ["sections", cutIntoLeaves(lines(sorted([...counted(sections), ...named])))],
    ["tags", cutIntoLeaves(lines(sorted(counted(tags))))],
    ["authors", cutIntoLeaves(lines(sorted([...bylines, ...counted(authors)])))],
    ["queries", cutIntoLeaves(lines(sorted(queries)))],
  ]);
}

function counted(tally: Tally): Offer[] {
  return Array.from(tally, ([word, count]) => [word, `${count} article${count === 1 ? "" : "s"}`]);
}

/** Each word once; of two the later description. */
function sorted(offers: readonly Offer[]): readonly Offer[] {
  const descriptions = new Map(offers);
  const words = [...descriptions.keys()];
  // JavaScript's own order, a tenth of the time, is that of code points but for surrogates.
  if (words.some((word) => SURROGATE.test(word))) words.sort((a, b) => (isBefore(a, b) ? -1 : 1));
  else words.sort();
  return words.map((word): Offer => [word, descriptions.get(word) ?? ""]);
}

const SURROGATE = /[\uD800-\uDFFF]/;

/** What cannot be typed, or would not be one line, is no word to offer. */
const UNTYPABLE = /[\p{C}\u2028\u2029]/u;
const LONGEST = 200;
/** In characters. */
const LONGEST_SHOWN = 100;

interface Line {
  readonly word: string;
  /** `word TAB description`, and its line break. */
  readonly line: string;
}

function lines(offers: readonly Offer[]): Line[] {
  return offers
    .filter(([word]) => word !== "" && word.length <= LONGEST && !UNTYPABLE.test(word))
    .map(([word, description]) => ({ word, line: `${word}\t${described(description)}\n` }));
}

function described(text: string): string {
  const line = text.replaceAll(/[\p{C}\s]+/gu, " ").trim();
  return line.length <= LONGEST_SHOWN ? line : Array.from(line).slice(0, LONGEST_SHOWN).join("");
}
