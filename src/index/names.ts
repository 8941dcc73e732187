// Which files answer to a name: a slug, a former slug, an id, or the beginning of one.
import { slugKey } from "../article/slug.ts";
import { prepared, reading, type Index } from "./open-index.ts";

/** How a file answers to a name. */
export type NameKind = "slug" | "former" | "id";

/** A file that answers to a name; `slug` is its own. */
export interface NamedFile {
  readonly path: string;
  readonly slug: string;
  readonly kind: NameKind;
}

/** Those that answer to exactly this key (slugKey of a slug; an id in lower case), in path order. */
export function filesNamed(index: Index, key: string): NamedFile[] {
  const sql = `SELECT path, slug, kind FROM name JOIN file ON file.id = name.file WHERE key = ? ORDER BY path, kind`;
  return reading(index, () => prepared(index, sql).all(key).flatMap(readNamed));
}

/** The key that a pin, a link or `translation_of` is looked up by: a slug, or an id, before which `id:` may stand. */
export function nameKey(name: string): string {
  return slugKey(name.replace(/^id:/, ""));
}

/** Tells of a path whether its file may be meant by a name; one that may not takes no name from those that may. */
export type MayBeMeant = (path: string) => boolean;

/** The file that a pin or `translation_of` means, by slug, else former slug, else id; undefined where none answers, or two do. */
export function fileMeant(
  index: Index,
  name: string,
  mayBeMeant: MayBeMeant = () => true,
): string | undefined {
  const named = filesNamed(index, nameKey(name)).filter(({ path }) => mayBeMeant(path));
  for (const kind of ["slug", "former", "id"] as const) {
    const [path, ...others] = new Set(named.filter((file) => file.kind === kind).map((file) => file.path));
    if (path !== undefined) return others.length === 0 ? path : undefined;
  }
  return undefined;
}

/** Those with a name of this kind that begins so, in the order of the names. */
export function filesNamedFrom(index: Index, beginning: string, kind: NameKind): NamedFile[] {
  const sql = `SELECT path, slug, kind FROM name JOIN file ON file.id = name.file
    WHERE key >= ?1 AND key < ?2 AND kind = ?3 ORDER BY key, path`;
  const end = `${beginning}\u{10FFFF}`;
  return reading(index, () => prepared(index, sql).all(beginning, end, kind).flatMap(readNamed));
}

/** Every slug, in the order of the paths. */
export function allSlugs(index: Index): string[] {
  const rows = reading(index, () => prepared(index, "SELECT slug FROM file ORDER BY path").all());
  return rows.map(({ slug }) => slug).filter((slug) => typeof slug === "string");
}

/** A name that several files claim. */
export interface Clash {
  readonly name: string;
  /** In order. */
  readonly paths: readonly string[];
}

/** Slugs (former ones too), or ids, that more than one file claims, in the order of the names. */
export function clashes(index: Index, what: "slug" | "id"): Clash[] {
  const kinds = what === "id" ? "kind = 'id'" : "kind != 'id'";
  const sql = `SELECT key FROM name WHERE ${kinds} GROUP BY key HAVING count(DISTINCT file) > 1 ORDER BY key`;
  return reading(index, () => prepared(index, sql).all()).flatMap(({ key }) =>
    typeof key === "string" ? clashOf(index, key, what) : [],
  );
}

function clashOf(index: Index, name: string, what: "slug" | "id"): Clash {
  const files = filesNamed(index, name).filter(({ kind }) => (kind === "id") === (what === "id"));
  return { name, paths: [...new Set(files.map(({ path }) => path))] };
}

function readNamed(row: Readonly<Record<string, unknown>>): NamedFile[] {
  const { path, slug, kind } = row;
  if (typeof path !== "string" || typeof slug !== "string") return [];
  return kind === "slug" || kind === "former" || kind === "id" ? [{ path, slug, kind }] : [];
}
