// Where an article's page is: the permalink pattern of stet.yaml filled in, by first publication in the newsroom's zone.
import type { Article } from "../article/article.ts";
import type { Settings } from "../article/settings.ts";
import { offsetAt } from "../base/zone-offsets.ts";

/** The values of a pattern's placeholders. */
export interface Placeholders {
  readonly slug: string;
  readonly section?: string | undefined;
  readonly id?: string | undefined;
  readonly epochMs: number;
}

/** `pattern` with `{year}` `{month}` `{day}` `{section}` `{slug}` `{id}` filled in; a value that is absent leaves nothing. */
export function fillPattern(pattern: string, { timezone }: Settings, placeholders: Placeholders): string {
  const local = new Date(placeholders.epochMs + offsetAt(placeholders.epochMs, timezone));
  // What stands between placeholders and their names come in turns.
  const parts = [...partsOf(pattern)];
  for (let at = 1; at < parts.length; at += 2) parts[at] = valueOf(parts[at] ?? "", placeholders, local);
  return parts.join("").replace(/\/{2,}/g, "/");
}

/** A newsroom has two patterns, for many thousand addresses. */
const partsOfPatterns = new Map<string, readonly string[]>();

function partsOf(pattern: string): readonly string[] {
  const parts = partsOfPatterns.get(pattern) ?? pattern.split(PLACEHOLDER);
  partsOfPatterns.set(pattern, parts);
  return parts;
}

const PLACEHOLDER = /\{(year|month|day|section|slug|id)\}/;

/** `local` shows the wall clock of the newsroom's zone as if it were UTC. */
function valueOf(name: string, { slug, section, id }: Placeholders, local: Date): string {
  switch (name) {
    case "year":
      return String(local.getUTCFullYear()).padStart(4, "0");
    case "month":
      return String(local.getUTCMonth() + 1).padStart(2, "0");
    case "day":
      return String(local.getUTCDate()).padStart(2, "0");
    case "section":
      return section ?? "";
    case "slug":
      return slug;
    default:
      return id ?? "";
  }
}

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
