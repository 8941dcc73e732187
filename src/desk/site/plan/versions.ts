// Which live articles are one story in several languages: those that `translation_of` joins, over any number of steps.
import { fileMeant, nameKey } from "../../../index/names.ts";
import type { Index } from "../../../index/open-index.ts";
import { joinTranslations, type Translation } from "../../story/join-translations.ts";
import type { SiteRow } from "./site-row.ts";

/** By the path of each file: all versions of its story, itself among them, the first published first. */
export type Versions = Pick<ReadonlyMap<string, readonly SiteRow[]>, "get" | "has">;

/**
 * The stories that more than one live article tells; the rows are newest first. Only live articles count, so that what is
 * held back neither joins nor parts any: an original that is not live joins those that name it alike. A name looked up for
 * each translation, and nothing for others.
 */
export function storyVersions(
  index: Index,
  live: readonly SiteRow[],
  byPath: Pick<ReadonlyMap<string, SiteRow>, "has">,
): ReadonlyMap<string, readonly SiteRow[]> {
  const storyOf = joinTranslations(
    live.flatMap(({ path, more }): Translation[] =>
      more?.translationOf === undefined ? [] : [{ path, translationOf: more.translationOf }],
    ),
    (name) => fileMeant(index, name, (path) => byPath.has(path)) ?? nameKey(name),
  );
  if (storyOf === undefined) return new Map();
  const stories = new Map<string, SiteRow[]>();
  for (const row of live.toReversed()) {
    const name = storyOf(row.path);
    const story = stories.get(name);
    if (story === undefined) stories.set(name, [row]);
    else story.push(row);
  }
  const several = [...stories.values()].filter(({ length }) => length > 1);
  return new Map(several.flatMap((story) => story.map(({ path }) => [path, story] as const)));
}

/**
 * The versions that the page of `row` names, itself among them: one a language, the first published of two, and of its
 * own language itself.
 */
export function versionsBeside(versions: Versions, row: SiteRow): readonly SiteRow[] {
  const story = versions.get(row.path) ?? [];
  const languages = new Set([row.language.toLowerCase()]);
  return story.filter((other) => {
    const language = other.language.toLowerCase();
    if (other === row) return true;
    if (languages.has(language)) return false;
    languages.add(language);
    return true;
  });
}
