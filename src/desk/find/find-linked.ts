// The live target of an article's link or pin, by its exact slug, former slug or id, or nothing, without an error.
import { slugKey } from "../../article/slug.ts";
import { isLive } from "../../article/state.ts";
import type { ArticleHead } from "../../index/file-row.ts";
import { filesNamed, nameKey, type MayBeMeant, type NamedFile } from "../../index/names.ts";
import type { Index } from "../../index/open-index.ts";
import { fileAt } from "../../index/select-files.ts";
import { isContested } from "../contested.ts";
import type { Desk } from "../desk.ts";
import { askIndex } from "../keep-index/ask-index.ts";
import { knownIndex, repairingNow } from "../keep-index/held-index.ts";
import { fileSlugOf } from "../parse-file.ts";
import { articlePaths, isReadable, readEntry, type ArticleEntry } from "./read-entries.ts";

/**
 * The live article that `name` leads to; two live ones under one name lead nowhere, and one that is not live takes no name
 * from one that is. What the index knows is checked in the file it names; only a name it does not know costs a walk, once
 * for each desk.
 */
export function findLinked(desk: Desk, name: string): ArticleEntry | undefined {
  const key = nameKey(name);
  const found = repairingNow(desk, () => byKnownName(desk, key));
  return found ?? askIndex(desk, (index) => readNamed(desk, index, key));
}

function byKnownName(desk: Desk, key: string): ArticleEntry | undefined {
  const known = knownIndex(desk);
  return known === undefined ? byFileName(desk, key) : readNamed(desk, known, key);
}

function readNamed(desk: Desk, index: Index, key: string): ArticleEntry | undefined {
  return entryAmong(filesNamed(index, key), key, {
    mayBeMeant: liveFiles(desk, index),
    read: (path) => readOnly(desk, [path]),
  });
}

/** Tells the files whose articles are live at the desk's instant, with a page of their own, as far as the index knows. */
export function liveFiles(desk: Desk, index: Index): MayBeMeant {
  return (path) => {
    const file = fileAt(index, path);
    return file?.head !== undefined && isLive(file.head, desk.now) && !isContested(desk, index, file);
  };
}

/**
 * The one of the files of a name (a nameKey) that it leads to: a slug beats a former slug, and both an id; two files under one name lead
 * nowhere. What `read` says of the file now decides, not what the index says of it.
 */
export function entryAmong<T extends { readonly article: ArticleHead }>(
  files: readonly NamedFile[],
  key: string,
  { mayBeMeant, read }: { readonly mayBeMeant: MayBeMeant; readonly read: (path: string) => T | undefined },
): T | undefined {
  const named = files.filter(({ path }) => mayBeMeant(path));
  for (const kind of ["slug", "former", "id"] as const) {
    const [path, ...others] = pathsOf(named, kind);
    if (others.length > 0) return undefined;
    const entry = path === undefined ? undefined : read(path);
    if (entry !== undefined && answersTo(entry.article, key)) return entry;
  }
  return undefined;
}

function pathsOf(named: readonly NamedFile[], kind: NamedFile["kind"]): readonly string[] {
  return [...new Set(named.filter((file) => file.kind === kind).map(({ path }) => path))];
}

function answersTo({ slug, formerSlugs, id }: ArticleHead, key: string): boolean {
  return [slug, ...formerSlugs, ...(id === undefined ? [] : [id])].some((name) => slugKey(name) === key);
}

const fileNames = new WeakMap<Desk, ReadonlyMap<string, readonly string[]>>();

/** Without an index: the one file that is called so, if its article is, too. The names are gathered once for each desk. */
function byFileName(desk: Desk, key: string): ArticleEntry | undefined {
  const names = fileNames.get(desk) ?? pathsByName(desk);
  fileNames.set(desk, names);
  const entry = readOnly(desk, names.get(key) ?? []);
  return entry !== undefined && slugKey(entry.article.slug) === key ? entry : undefined;
}

function pathsByName(desk: Desk): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const path of articlePaths(desk)) {
    const key = slugKey(fileSlugOf(path));
    names.set(key, [...(names.get(key) ?? []), path]);
  }
  return names;
}

function readOnly(desk: Desk, paths: readonly string[]): ArticleEntry | undefined {
  const [path] = paths;
  if (path === undefined || paths.length > 1) return undefined;
  const entry = readEntry(desk, path);
  return isReadable(entry) && isLive(entry.article, desk.now) ? entry : undefined;
}
