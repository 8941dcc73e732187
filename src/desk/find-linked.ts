// The target of an article's link or pin, by its exact slug, former slug or id, or nothing, without an error. The names
// are gathered once for each desk, so that checking every link of a newsroom stays linear in it.
import { slugKey } from "../article/slug.ts";
import { readClaims, type Claim } from "./claims.ts";
import type { Desk } from "./desk.ts";
import { fileSlugOf } from "./parse-file.ts";
import { articlePaths, isReadable, readEntry, type ArticleEntry } from "./read-entries.ts";

/** Paths by the key of a name; two paths under one key are a clash that leads nowhere. */
type Paths = ReadonlyMap<string, readonly string[]>;

interface Directory {
  readonly byFileName: Paths;
  byClaim?: Paths;
}

const directories = new WeakMap<Desk, Directory>();

/**
 * The readable article that `name` leads to. The first call walks the file names once; the first name that is no
 * file's reads every file once; every call reads the target's file.
 */
export function findLinked(desk: Desk, name: string): ArticleEntry | undefined {
  const key = slugKey(name.replace(/^id:/, ""));
  const directory = directoryOf(desk);
  const named = readOnly(desk, directory.byFileName.get(key));
  if (named !== undefined && slugKey(named.article.slug) === key) return named;
  directory.byClaim ??= claimPaths([...readClaims(desk)]);
  return readOnly(desk, directory.byClaim.get(key));
}

function directoryOf(desk: Desk): Directory {
  const known = directories.get(desk);
  if (known !== undefined) return known;
  const byFileName = new Map<string, string[]>();
  for (const path of articlePaths(desk)) add(byFileName, fileSlugOf(path), path);
  const directory = { byFileName };
  directories.set(desk, directory);
  return directory;
}

/** A slug beats a former slug, and both an id. */
function claimPaths(claims: readonly Claim[]): Paths {
  const paths = new Map<string, string[]>();
  const kinds = [
    (claim: Claim) => [claim.slug],
    (claim: Claim) => claim.formerSlugs,
    (claim: Claim) => (claim.id === undefined ? [] : [claim.id]),
  ];
  for (const namesOf of kinds) {
    const further = new Map<string, string[]>();
    for (const claim of claims) for (const name of namesOf(claim)) add(further, name, claim.path);
    for (const [key, found] of further) if (!paths.has(key)) paths.set(key, found);
  }
  return paths;
}

function add(paths: Map<string, string[]>, name: string, path: string): void {
  const key = slugKey(name);
  const found = paths.get(key);
  if (found === undefined) paths.set(key, [path]);
  else found.push(path);
}

function readOnly(desk: Desk, paths: readonly string[] = []): ArticleEntry | undefined {
  const [path] = paths;
  if (path === undefined || paths.length > 1) return undefined;
  const entry = readEntry(desk, path);
  return isReadable(entry) ? entry : undefined;
}
