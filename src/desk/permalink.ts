// Where an article's page is: the permalink pattern of stet.yaml filled in, by first publication in the newsroom's zone.
import type { Article } from "../article/article.ts";
import type { Settings } from "../article/settings.ts";
import { wallTimeAt } from "../base/zone.ts";

/** The values of a pattern's placeholders. */
export interface Placeholders {
  readonly slug: string;
  readonly section?: string | undefined;
  readonly id?: string | undefined;
  readonly epochMs: number;
}

/** `pattern` with `{year}` `{month}` `{day}` `{section}` `{slug}` `{id}` filled in; a value that is absent leaves nothing. */
export function fillPattern(
  pattern: string,
  settings: Settings,
  { slug, section, id, epochMs }: Placeholders,
): string {
  const { year, month, day } = wallTimeAt(epochMs, settings.timezone);
  const values: Readonly<Record<string, string>> = {
    year: String(year).padStart(4, "0"),
    month: String(month).padStart(2, "0"),
    day: String(day).padStart(2, "0"),
    section: section ?? "",
    slug,
    id: id ?? "",
  };
  // What stands between placeholders and their names come in turns.
  const parts = pattern.split(PLACEHOLDER).map((part, at) => (at % 2 === 0 ? part : (values[part] ?? "")));
  return parts.join("").replace(/\/{2,}/g, "/");
}

const PLACEHOLDER = /\{(year|month|day|section|slug|id)\}/;

/** The page's absolute address, percent-encoded; undefined without `url` in stet.yaml or before `published` is set. */
export function permalinkOf(
  settings: Settings,
  article: Pick<Article, "slug" | "section" | "id" | "published">,
): string | undefined {
  if (settings.url === undefined || article.published === undefined) return undefined;
  const { slug, section, id, published } = article;
  const path = fillPattern(settings.permalinks, settings, { slug, section, id, epochMs: published.epochMs });
  return settings.url + encodeURI(path.replace(/^\//, ""));
}
