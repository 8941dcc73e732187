// Why a query found nothing, where a value in it is one that no article has but nearly: `section:eruope`.
import { nearest } from "../base/nearest.ts";
import { filesByTerm, type TermField } from "../index/files-by-term.ts";
import { allSlugs } from "../index/names.ts";
import type { Index } from "../index/open-index.ts";
import { readSpellings } from "../index/read-spellings.ts";
import { fold } from "../query/fold-text.ts";
import type { QueryField, QueryNode, TextTest } from "../query/query.ts";
import { withFreshIndex } from "./ask-index.ts";
import type { Desk } from "./desk.ts";

/** A value that no article has, and the one that may be meant. */
export interface NearValue {
  readonly field: QueryField;
  readonly typed: string;
  readonly near: string;
  /** How many articles have that one. */
  readonly articles: number;
}

/** For each value the query asks for that nothing has, the nearest there is; none for what is negated. 30 ms a field at 100,000 articles. */
export async function nearValues(desk: Desk, node: QueryNode): Promise<NearValue[]> {
  const asked = askedIn(node);
  if (asked.length === 0) return [];
  const { sections } = desk.settings;
  // A section that stet.yaml has is right, and waits for its first article.
  const unknown = asked.filter(({ field, typed }) => field !== "section" || !sections.has(typed));
  return withFreshIndex(desk, ({ index }) => unknown.flatMap((each) => nearOf(index, each)));
}

interface Asked {
  readonly field: TermField | "slug";
  readonly typed: string;
}

function askedIn(node: QueryNode): Asked[] {
  if (node.kind === "and" || node.kind === "or") return node.nodes.flatMap(askedIn);
  if (node.kind !== "text") return [];
  const field = FIELDS.find((each) => each === node.field);
  const typed = valueIn(node.test);
  return field === undefined || typed === undefined || typed === "" ? [] : [{ field, typed }];
}

const FIELDS = ["section", "author", "tag", "slug"] as const;

/** The value a test asks for, where it asks for one; a section is asked for as a step of a path. */
function valueIn(test: TextTest): string | undefined {
  if (test.kind === "equals") return test.text;
  if (test.kind === "phrase") return test.phrase.isPrefix ? undefined : test.phrase.words.join(" ");
  if (test.kind !== "matches") return undefined;
  const step = /^\(\?:\^\|\/\)([\s\S]*)\(\?:\/\|\$\)$/.exec(test.pattern)?.[1];
  return step === undefined || /(?<!\\)[.*+?()[\]]/.test(step) ? undefined : step.replace(/\\(.)/g, "$1");
}

function nearOf(index: Index, { field, typed }: Asked): NearValue[] {
  return field === "slug" ? nearSlug(index, typed) : nearTerm(index, field, typed);
}

function nearTerm(index: Index, field: TermField, typed: string): NearValue[] {
  const counts = new Map(filesByTerm(index, field).map(({ value, ids }) => [value, ids.length]));
  const value = fold(typed);
  if (isHad(counts, field, value)) return [];
  const near = likeliest(value, nearest(value, candidates(counts, field)));
  if (near === undefined) return [];
  const articles = [...counts]
    .filter(([known]) => known === near || partsOf(known, field).includes(near))
    .reduce((sum, [, count]) => sum + count, 0);
  const [spellings] = readSpellings(index, EVERY_FILE, [field]);
  return [{ field, typed, near: spellings?.get(near) ?? near, articles }];
}

/** What merely begins what was typed is a guess behind every other. */
function likeliest(typed: string, found: readonly string[]): string | undefined {
  return found.find((each) => !typed.startsWith(each)) ?? found[0];
}

const EVERY_FILE = { sql: "1", params: [], isExact: true } as const;

function isHad(counts: ReadonlyMap<string, number>, field: TermField, value: string): boolean {
  if (field !== "author") return candidates(counts, field).has(value);
  return [...counts.keys()].some((name) => ` ${name} `.includes(` ${value} `));
}

/** Whole values, and what else may stand behind the field: a word of a name, a section above or below. */
function candidates(counts: ReadonlyMap<string, number>, field: TermField): Set<string> {
  return new Set([...counts.keys()].flatMap((value) => [value, ...partsOf(value, field)]));
}

function partsOf(value: string, field: TermField): readonly string[] {
  if (field === "author") return value.split(" ").filter((word) => word.length > 3);
  if (field !== "section") return [];
  const steps = value.split("/");
  return steps.flatMap((step, at) => [step, steps.slice(0, at + 1).join("/")]);
}

function nearSlug(index: Index, typed: string): NearValue[] {
  const slugs = allSlugs(index);
  const [near] = slugs.includes(typed) ? [] : nearest(typed, slugs);
  return near === undefined ? [] : [{ field: "slug", typed, near, articles: 1 }];
}
