// The articles of the generated newsroom, one after the other, oldest first: a pure function of seed and count.
import type { ArticleFields } from "../src/article/print-article.ts";
import { slugFrom } from "../src/article/slug.ts";
import { mintId } from "../src/desk/change/mint-id.ts";
import { capitalized, composeBody, composeHeading, type Voice } from "./compose-body.ts";
import { between, pick, seededRandom, type Random } from "./random.ts";
import { inventVocabulary } from "./vocabulary.ts";

/** The instant at which everything is measured; ten years of articles end here. */
export const NOW = "2026-11-22T09:00:00+01:00";
const DAY = 86_400_000;
const HOUR = DAY / 24;
const LAST = Date.parse(NOW);
const YEARS = 3_652 * DAY;

export const SECTIONS: readonly string[] = [
  "world",
  "world/europe",
  "politics",
  "business",
  "technology",
  "science",
  "climate",
  "culture",
  "sport",
  "opinion",
];

/** One article as stet prints it; slug, section, created and body are always there. */
export interface ComposedArticle extends ArticleFields {
  readonly slug: string;
  readonly summary: string;
  readonly section: string;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly status: string;
  readonly created: string;
  readonly body: string;
}

/** What all articles of one newsroom share. */
export interface Cast {
  readonly voice: Voice;
  /** Sixty people with bylines: `Xxx Yyy`. */
  readonly authors: readonly string[];
  readonly tags: readonly string[];
}

/** The newsroom's people, tags and words; advances no chance but its own. */
export function castOf(seed: number): Cast {
  const random = seededRandom(seed);
  const vocabulary = inventVocabulary(random, 20_000);
  const nameWords = vocabulary.words.slice(1_000, 3_000).map(capitalized);
  const name = (): string => `${pick(random, nameWords)} ${pick(random, nameWords)}`;
  const people = [...new Set(Array.from({ length: 300 }, name))];
  return {
    voice: { random, vocabulary, names: people, earlier: [] },
    authors: people.slice(0, 60),
    tags: vocabulary.words.slice(500, 900),
  };
}

/** `count` articles. The chance is the cast's, so a cast serves once. */
export function* composeArticles(cast: Cast, count: number): Generator<ComposedArticle, void, undefined> {
  const earlier: string[] = [];
  for (let index = 0; index < count; index++) {
    const article = composeArticle({ ...cast, voice: { ...cast.voice, earlier } }, index, count);
    earlier[index % 500] = article.slug;
    yield article;
  }
}

function composeArticle({ voice, authors, tags }: Cast, index: number, count: number): ComposedArticle {
  const { random } = voice;
  const created = LAST - YEARS + Math.floor(((index + random()) / count) * (YEARS - DAY));
  const headline = composeHeading(voice, between(random, 5, 9));
  return {
    id: mintId(created, randomBytes(random)),
    headline,
    slug: `${slugFrom(headline)}-${index}`,
    ...(random() < 0.4 ? { kicker: composeHeading(voice, 2) } : {}),
    summary: `${composeHeading(voice, between(random, 12, 26))}.`,
    section: pick(random, SECTIONS),
    authors: pickSome(random, authors, random() < 0.75 ? 1 : 2),
    ...(random() < 0.3 ? { dateline: composeHeading(voice, 1).toUpperCase() } : {}),
    tags: pickSome(random, tags, between(random, 2, 5)),
    kind: pick(random, KINDS),
    ...composeState(random, created),
    body: composeBody(voice),
  };
}

const KINDS = ["news", "news", "news", "news", "analysis", "opinion", "feature", "interview"];

type StateFields = Pick<ArticleFields, "published" | "updated" | "embargo" | "expires"> & {
  readonly status: string;
  readonly created: string;
};

/** In a hundred: 92 live, 3 drafts, 1 each in review, ready, embargoed, scheduled, withdrawn. */
function composeState(random: Random, createdAt: number): StateFields {
  const created = written(createdAt);
  const first = createdAt + between(random, 1, 20) * HOUR;
  const soon = LAST + between(random, 2, 30) * DAY;
  const published = written(first);
  const share = random() * 100;
  if (share < 3) return { status: "draft", created };
  if (share < 4) return { status: "review", created };
  if (share < 5) return { status: "ready", created };
  if (share < 6) return { status: "published", created, published, embargo: written(soon) };
  if (share < 7) return { status: "published", created, published: written(soon) };
  if (share < 8) return { status: "withdrawn", created, published };
  if (share < 20) return { status: "published", created, published, updated: written(first + 3 * HOUR) };
  return { status: "published", created, published };
}

function pickSome<Choice>(random: Random, choices: readonly Choice[], count: number): Choice[] {
  const picked = new Set<Choice>();
  while (picked.size < count) picked.add(pick(random, choices));
  return [...picked];
}

function randomBytes(random: Random): Uint8Array {
  return Uint8Array.from({ length: 10 }, () => between(random, 0, 255));
}

/** RFC 3339 with the offset that Brussels has in winter. */
function written(epochMs: number): string {
  return `${new Date(epochMs + HOUR).toISOString().slice(0, 19)}+01:00`;
}
