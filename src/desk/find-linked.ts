// The target of an article's link or pin: found by its exact name, or nothing, without an error.
import { StetError } from "../base/stet-error.ts";
import type { Desk } from "./desk.ts";
import { findArticle } from "./find-article.ts";
import { isReadable, type ArticleEntry } from "./read-entries.ts";

const memory = new WeakMap<Desk, Map<string, ArticleEntry | undefined>>();

/** The readable article that `name` (slug, former slug or id) leads to; each name is looked for once per desk. */
export function findLinked(desk: Desk, name: string): ArticleEntry | undefined {
  const known = memory.get(desk) ?? new Map<string, ArticleEntry | undefined>();
  memory.set(desk, known);
  if (!known.has(name)) known.set(name, tryFind(desk, name));
  return known.get(name);
}

function tryFind(desk: Desk, name: string): ArticleEntry | undefined {
  try {
    const { entry } = findArticle(desk, name, { exact: true });
    return isReadable(entry) ? entry : undefined;
  } catch (error) {
    if (error instanceof StetError) return undefined;
    throw error;
  }
}
