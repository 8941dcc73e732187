// Which file claims which slug and id, found without parsing every article: the names a new slug must not clash
// with, and the way from a slug that is no file name to its file. The index will answer this at scale.
import { slugKey } from "../article/slug.ts";
import { readArticleFile } from "../newsroom/read-article-file.ts";
import type { Desk } from "./desk.ts";
import { fileSlugOf } from "./parse-file.ts";
import { articlePaths, readEntry } from "./read-entries.ts";

/** What one file answers to. A file that cannot be read still claims its name. */
export interface Claim {
  readonly path: string;
  readonly slug: string;
  readonly formerSlugs: readonly string[];
  readonly id?: string;
}

/** Every claim, in path order. Reads each file; parses only those that set a slug or former slugs. */
export function* readClaims(desk: Desk): Generator<Claim, void, undefined> {
  for (const path of articlePaths(desk)) yield claimOf(desk, path);
}

const OWN_SLUG = /^(?:\s*\{|---|["']?(?:slug|former_slugs)["']?\s*:)/m;
const ID = /^id: *["']?([0-9a-fA-F-]{36})["']?\s*$/m;

function claimOf(desk: Desk, path: string): Claim {
  const byName = { path, slug: fileSlugOf(path).normalize("NFC"), formerSlugs: [] };
  const reading = readArticleFile(desk.root, path, desk.limits.fileBytes);
  if (!reading.ok) return byName;
  const { text } = reading.file;
  const id = ID.exec(text)?.[1];
  if (!OWN_SLUG.test(text)) return id === undefined ? byName : { ...byName, id };
  const { article } = readEntry(desk, path);
  if (article === undefined) return byName;
  const { slug, formerSlugs } = article;
  return { path, slug, formerSlugs, ...(article.id === undefined ? {} : { id: article.id }) };
}

/** The paths that claim `slug`, as their own or a former one. */
export function claimantsOf(desk: Desk, slug: string): string[] {
  const key = slugKey(slug);
  const paths: string[] = [];
  for (const claim of readClaims(desk)) {
    if ([claim.slug, ...claim.formerSlugs].some((name) => slugKey(name) === key)) paths.push(claim.path);
  }
  return paths;
}
