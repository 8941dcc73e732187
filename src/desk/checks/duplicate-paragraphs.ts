// One paragraph twice: within an article, and a long one in two articles. Across articles only hashes are kept, some
// twenty bytes a paragraph; where one is known, the other article is read again, so no remark rests on a hash alone.
import { NumbersByHash } from "../../base/numbers-by-hash.ts";
import { contentHash } from "../../newsroom/read/content-hash.ts";
import type { Desk } from "../desk.ts";
import { readEntry } from "../find/read-entries.ts";
import type { Remark, Rule, Story } from "./rule.ts";

/** Shorter ones, as "Read on below", may well come again. */
const SHORTEST = 60;
const SHORTEST_ELSEWHERE = 240;

interface Paragraph {
  readonly at: number;
  /** Without regard to where its lines end. */
  readonly words: string;
}

export const DUPLICATE_PARAGRAPHS: Rule = {
  code: "duplicate-paragraph",
  severity: "warning",
  summary: "A paragraph stands in an article twice, or a long one in two articles.",
  begin: ({ desk }) => {
    const elsewhere = firstSeen(desk);
    return function* (story) {
      const here = new Set<string>();
      for (const { at, words } of paragraphsOf(story.article.body)) {
        const isAgain = here.has(words);
        here.add(words);
        if (isAgain) yield remark(at, "this paragraph stands in the article twice");
        else if (words.length >= SHORTEST_ELSEWHERE) {
          const other = elsewhere(words, story);
          if (other !== undefined) yield remark(at, `this paragraph stands in ${other}, too`);
        }
      }
    };
  },
};

function remark(at: number, message: string): Remark {
  return { place: { way: ["body"], at }, message };
}

/** Tells which other article had the paragraph first, if one had. */
function firstSeen(desk: Desk): (words: string, story: Story) => string | undefined {
  /** The articles with long paragraphs, in the order in which they come. */
  const paths: string[] = [];
  const owners = new NumbersByHash();
  return (words, { path }) => {
    if (paths.at(-1) !== path) paths.push(path);
    const hash = 1 + Number.parseInt(contentHash(words).slice(0, 12), 16);
    const owner = paths[owners.first(hash, paths.length - 1)];
    return owner !== undefined && owner !== path && holds(desk, owner, words) ? owner : undefined;
  };
}

function holds(desk: Desk, path: string, words: string): boolean {
  const body = readEntry(desk, path).article?.body ?? "";
  return paragraphsOf(body).some((paragraph) => paragraph.words === words);
}

function paragraphsOf(body: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const { index, 0: source } of body.matchAll(/.*\S.*(?:\n.*\S.*)*/g)) {
    if (source.length < SHORTEST) continue;
    const words = source.replace(/\s+/g, " ").trim();
    if (words.length >= SHORTEST) paragraphs.push({ at: index, words });
  }
  return paragraphs;
}
