// Which articles are one story in several languages: those that `translation_of` joins, whichever way round and over any
// number of steps.
import { contentHash } from "../../newsroom/read/content-hash.ts";
import { fileMeant } from "../../index/names.ts";
import { fileAt, selectFiles } from "../../index/select-files.ts";
import type { Desk } from "../desk.ts";
import { freshIndexOnce } from "../keep-index/fresh-index.ts";

/** An article by its path, and the name it gives of the one it translates. */
export interface Translation {
  readonly path: string;
  readonly translationOf: string;
}

/**
 * Tells of each path what stands for its story: the original, but in a circle. Undefined where nothing is joined.
 * `originalOf` gives the path of the original by its name, or what else is to stand for it; it is asked once a translation.
 */
export function joinTranslations(
  translations: Iterable<Translation>,
  originalOf: (name: string) => string | undefined,
): ((path: string) => string) | undefined {
  const joined = new Map<string, string>();
  const storyOf = (path: string): string => {
    let story = path;
    for (let next = joined.get(story); next !== undefined; next = joined.get(story)) story = next;
    return story;
  };
  for (const { path, translationOf } of translations) {
    const original = originalOf(translationOf);
    const [from, to] = [storyOf(path), storyOf(original ?? path)];
    if (from !== to) joined.set(from, to);
  }
  return joined.size === 0 ? undefined : storyOf;
}

/**
 * By path, for each article of a story in several languages, what generators of sites join it by: the same for all of
 * them, live or not, and telling nothing of an original that is held back.
 */
export function translationKeys(desk: Desk): ReadonlyMap<string, string> {
  const { index } = freshIndexOnce(desk);
  const asked = { at: desk.now, sort: [], limit: 0 };
  const translations = [...selectFiles(index, { kind: "has", what: "translation" }, asked).files].flatMap(
    ({ path, head }): Translation[] =>
      head?.translationOf === undefined ? [] : [{ path, translationOf: head.translationOf }],
  );
  const storyOf =
    joinTranslations(translations, (name) => fileMeant(index, name)) ?? ((path: string): string => path);
  const keys = new Map<string, string>();
  for (const { path } of translations) {
    const story = storyOf(path);
    if (story === path) continue;
    const key = contentHash(Buffer.from(fileAt(index, story)?.slug ?? story)).slice(0, 16);
    keys.set(path, key).set(story, key);
  }
  return keys;
}
