// `stet related`, and the related block of pages: what an article has pinned, then what goes with it by words, tags and section.
import type { Article } from "../../article/article.ts";
import { isLive } from "../../article/state.ts";
import type { ArticleHead } from "../../index/file-row.ts";
import { fileMeant, type MayBeMeant } from "../../index/names.ts";
import type { Index } from "../../index/open-index.ts";
import { relatedFiles, type Kinship } from "../../index/related-files.ts";
import { fileAt } from "../../index/select-files.ts";
import { isContested } from "../contested.ts";
import type { Desk } from "../desk.ts";
import { withFreshIndex } from "../keep-index/ask-index.ts";
import { liveFiles } from "./find-linked.ts";
import type { ListedFile } from "./list-fields.ts";

/** One related article; `kinship` is absent for one that is pinned. */
export interface RelatedHit extends ListedFile {
  readonly head: ArticleHead;
  readonly kinship?: Kinship;
}

/** `limit` 0 is all. `onlyLive` is what readers may see at the desk's instant. */
export interface Relating {
  readonly limit: number;
  readonly onlyLive: boolean;
}

/** The article others are related to, with the path of its file. */
export interface RelatingArticle {
  readonly path: string;
  readonly article: Article;
}

/**
 * What goes with the article: its pins in their order, then the rest, the closest first; never itself, nothing twice.
 * From the index alone, which must be fresh. Cost at 100,000 articles: 40 ms for the first, 1 ms where many are asked
 * for one after the other.
 */
export function relatedTo(
  desk: Desk,
  index: Index,
  relating: RelatingArticle,
  { limit, onlyLive }: Relating,
): RelatedHit[] {
  const { path, article } = relating;
  const mayBeMeant = onlyLive ? liveFiles(desk, index) : undefined;
  const pins = article.related.flatMap((name) => pinned(index, name, mayBeMeant));
  const found = new Map<string, RelatedHit>();
  const files: readonly RelatedFrom[] = [...pins, ...relatedFiles(index, article)];
  for (const hit of files) {
    if (hit.head === undefined || hit.path === path || found.has(hit.path)) continue;
    if (onlyLive && (!isLive(hit.head, desk.now) || isContested(desk, index, hit))) continue;
    found.set(hit.path, { ...hit, head: hit.head, why: whyRelated(hit) });
  }
  return [...found.values()].slice(0, limit === 0 ? undefined : limit);
}

/** As relatedTo, with the index brought up to the files first. */
export async function relatedArticles(
  desk: Desk,
  relating: RelatingArticle,
  options: Relating,
): Promise<RelatedHit[]> {
  return withFreshIndex(desk, ({ index }) => relatedTo(desk, index, relating, options));
}

type RelatedFrom = ListedFile & Pick<RelatedHit, "kinship">;

function pinned(index: Index, name: string, mayBeMeant?: MayBeMeant): ListedFile[] {
  const path = fileMeant(index, name, mayBeMeant);
  const file = path === undefined ? undefined : fileAt(index, path);
  return file === undefined ? [] : [file];
}

/** More would not be read. */
const WORDS_SHOWN = 5;

/** `pinned`, or `3 shared words: tide gauge harbour · tag rail · same section`. */
function whyRelated({ kinship }: Pick<RelatedHit, "kinship">): string {
  if (kinship === undefined) return "pinned";
  const { words, tags, section, link } = kinship;
  const shared = `${words.length} shared ${words.length === 1 ? "word" : "words"}`;
  return [
    ...(link === "none" ? [] : [link === "links" ? "linked in the text" : "pins this one"]),
    ...(words.length === 0 ? [] : [`${shared}: ${words.slice(0, WORDS_SHOWN).join(" ")}`]),
    ...(tags.length === 0 ? [] : [`${tags.length === 1 ? "tag" : "tags"} ${tags.join(", ")}`]),
    ...(section === "other" ? [] : [section === "same" ? "same section" : "neighbouring section"]),
  ].join(" · ");
}
