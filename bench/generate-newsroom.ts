// Writes the generated newsroom, and the same for Hugo, into a folder outside the checkout; a folder that is
// complete already is used again.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { printArticle } from "../src/article/print-article.ts";
import { castOf, composeArticles, type Cast, type ComposedArticle } from "./compose-article.ts";
import { HUGO_FILES, hugoPathOf, printHugoArticle } from "./hugo-site.ts";
import { printNewsroomSettings } from "./newsroom-settings.ts";

/** Raise it when the same seed gives other files than before. */
const VERSION = 1;
const NOTE = "stet-bench.json";

export interface CorpusOrder {
  readonly folder: string;
  readonly seed: number;
  readonly articles: number;
  /** Also write the articles to `hugo/`; otherwise the probe alone. */
  readonly withHugo: boolean;
}

/** A newsroom on disk. Paths of the probe are relative to `newsroom` and to `hugo`. */
export interface Corpus {
  readonly folder: string;
  readonly newsroom: string;
  readonly hugo: string;
  readonly articles: number;
  /** Of all article files together. */
  readonly bytes: number;
  readonly probe: Probe;
  /** False when the folder was complete before. */
  readonly isNew: boolean;
}

/** One live article from the middle of the archive, and two words, neither common, that stand side by side in it. */
export interface Probe {
  readonly slug: string;
  readonly path: string;
  readonly hugoPath: string;
  readonly phrase: string;
}

type CorpusNote = Pick<CorpusOrder, "seed" | "articles" | "withHugo"> & {
  readonly version: number;
  readonly written?: Pick<Corpus, "bytes" | "probe">;
};

/** Takes about 0.3 s for 1,000 articles. Throws when the folder holds anything that is not such a newsroom. */
export function generateNewsroom(order: CorpusOrder): Corpus {
  const { folder, seed, articles, withHugo } = order;
  const note: CorpusNote = { version: VERSION, seed, articles, withHugo };
  const places = {
    folder,
    newsroom: path.join(folder, "newsroom"),
    hugo: path.join(folder, "hugo"),
    articles,
  };
  const before = readNote(folder);
  const isSame =
    before !== undefined && JSON.stringify({ ...before, written: undefined }) === JSON.stringify(note);
  if (isSame && before.written !== undefined) return { ...places, ...before.written, isNew: false };
  clear(folder, before);
  writeNote(folder, note);
  const written = writeNewsroom(places, order);
  writeNote(folder, { ...note, written });
  return { ...places, ...written, isNew: true };
}

function readNote(folder: string): CorpusNote | undefined {
  const file = path.join(folder, NOTE);
  if (!existsSync(file)) return undefined;
  const note: CorpusNote = JSON.parse(readFileSync(file, "utf8"));
  return note;
}

function writeNote(folder: string, note: CorpusNote): void {
  writeFileSync(path.join(folder, NOTE), `${JSON.stringify(note, undefined, 2)}\n`);
}

function clear(folder: string, before: CorpusNote | undefined): void {
  mkdirSync(folder, { recursive: true });
  if (before === undefined && readdirSync(folder).length > 0) {
    throw new Error(`${folder} holds something else; name another folder with --dir`);
  }
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true });
}

type Places = Pick<Corpus, "newsroom" | "hugo">;

function writeNewsroom(places: Places, order: CorpusOrder): Pick<Corpus, "bytes" | "probe"> {
  const cast = castOf(order.seed);
  const save = makeWriter();
  save(path.join(places.newsroom, "stet.yaml"), printNewsroomSettings());
  if (order.withHugo) {
    for (const [name, text] of Object.entries(HUGO_FILES)) save(path.join(places.hugo, name), text);
  }
  let bytes = 0;
  let probe: Probe | undefined;
  let index = 0;
  for (const article of composeArticles(cast, order.articles)) {
    bytes += save(path.join(places.newsroom, pathOf(article)), printArticle(article));
    const found = probe === undefined && ++index > order.articles / 2 ? probeOf(article, cast) : undefined;
    probe ??= found;
    // pandoc reads the probe from there, Hugo or not.
    const isForPeers = order.withHugo || found !== undefined;
    if (isForPeers) save(path.join(places.hugo, hugoPathOf(article)), printHugoArticle(article));
  }
  if (probe === undefined) throw new Error("too few articles to measure with; ask for 100 or more");
  return { bytes, probe };
}

/** Where stet would put a new article of that slug. */
function pathOf({ created, slug }: ComposedArticle): string {
  return `articles/${created.slice(0, 4)}/${created.slice(5, 7)}/${slug}.yaml`;
}

function probeOf(article: ComposedArticle, { voice }: Cast): Probe | undefined {
  if (article.status !== "published" || article.embargo !== undefined) return undefined;
  const rare = new Set(voice.vocabulary.words.slice(300, 3_000));
  const words = article.body.split(" ");
  const place = words.findIndex((word, at) => rare.has(word) && rare.has(words[at + 1] ?? ""));
  if (place === -1) return undefined;
  const phrase = words.slice(place, place + 2).join(" ");
  return { slug: article.slug, path: pathOf(article), hugoPath: hugoPathOf(article), phrase };
}

/** Writes a file, its folders made once, and returns its bytes. */
function makeWriter(): (file: string, text: string) => number {
  const made = new Set<string>();
  return (file, text) => {
    const folder = path.dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    const bytes = Buffer.from(text);
    writeFileSync(file, bytes);
    return bytes.length;
  };
}
