// One selector -> one article file, by the first rule that applies; an exact name always beats a prefix (cli.md 1.2).
import { shellWord } from "../../base/shell-word.ts";
import { StetError } from "../../base/stet-error.ts";
import { articlesFolder } from "../../article/settings.ts";
import { slugKey } from "../../article/slug.ts";
import { pathInNewsroom } from "../../newsroom/confine.ts";
import { readRecent } from "../../newsroom/recent.ts";
import { allSlugs, filesNamed, filesNamedFrom, type NamedFile } from "../../index/names.ts";
import type { Index } from "../../index/open-index.ts";
import type { Desk } from "../desk.ts";
import { withFreshIndex } from "../keep-index/ask-index.ts";
import { knownIndex, repairingNow } from "../keep-index/held-index.ts";
import { fileSlugOf } from "../parse-file.ts";
import { articlePaths, readEntry, requireThere, type Entry } from "./read-entries.ts";
import { ambiguous, notFound, type Asked } from "./selector-errors.ts";

/** How strictly a selector is read: `exact` takes no prefix, which may mean something else tomorrow. */
export interface Selecting {
  readonly exact: boolean;
  /** The ids or slugs of the last list shown in this terminal, for row numbers; absent where there is none. */
  readonly rows?: readonly string[];
}

export interface Found {
  readonly entry: Entry;
  /** What was typed, when it was not the article's own slug: worth a remark. */
  readonly via?: "former-slug" | "prefix" | "row";
}

/**
 * The article a selector names: a path, `id:...` or a UUID (or its beginning, 6 characters or more), `@last`, `@prev`,
 * `@new`, a row number of the last list, a slug, a former slug, or the beginning of exactly one slug.
 * Throws StetError not-found (with near slugs), ambiguous (with candidates) or usage. A whole slug that the index knows
 * costs no walk: the file it names is read, and says whether it is so. Anything else brings the index up to the files.
 */
export async function findArticle(desk: Desk, selector: string, selecting: Selecting): Promise<Found> {
  // As of "$slug" where it is not set: every slug begins so, and the only article would answer to it.
  if (selector === "") {
    throw new StetError("usage", "usage", "an empty name is no article's", { hint: "stet list --slugs" });
  }
  if (selector.startsWith("@")) {
    return { entry: requireThere(readEntry(desk, recentPath(desk, selector))) };
  }
  if (selector.includes("/") || /\.ya?ml$/i.test(selector)) return { entry: byPath(desk, selector) };
  const named = repairingNow(desk, () => byKnownSlug(desk, selector));
  if (named !== undefined) return { entry: named };
  if (/^[0-9]{1,4}$/.test(selector)) return byRow(desk, selector, selecting);
  return withFreshIndex(desk, ({ index }) =>
    selector.startsWith("id:")
      ? { entry: byId(desk, index, selector.slice("id:".length)) }
      : bySlug(desk, index, selector, selecting),
  );
}

/** Six hexadecimal digits or more, laid out as the beginning of a UUID. */
const ID_BEGINNING = /^[0-9a-f]{6,8}$|^[0-9a-f]{8}-[0-9a-f-]{0,27}$/i;

function byPath(desk: Desk, selector: string): Entry {
  if (/^https?:\/\//i.test(selector)) {
    throw new StetError("not-found", "not-found", `no article is called ${selector}`, {
      hint: `stet list ${shellWord(`url:${selector}`)}`,
    });
  }
  const path = pathInNewsroom(desk.root, selector, desk.cwd);
  requireArticlePath(desk, path);
  const entry = readEntry(desk, path);
  const isMissing = entry.problems.some((problem) => problem.code === "io-missing");
  if (!isMissing) return entry;
  throw new StetError("not-found", "not-found", `there is no file ${path}`, { hint: "stet list --paths" });
}

/** Other files of the newsroom, stet.yaml above all, are nobody's to show, change or remove by this way. */
function requireArticlePath({ settings }: Desk, path: string): void {
  const folder = articlesFolder(settings);
  const isBelow = folder === "" || path.startsWith(`${folder}/`);
  const isHidden = path.split("/").some((step) => step.startsWith("."));
  if (isBelow && !isHidden && path !== "stet.yaml" && /\.ya?ml$/i.test(path)) return;
  throw new StetError("usage", "usage", `${path} is no article of this newsroom`, {
    hint: `articles are the .yaml files under ${folder === "" ? "." : folder}/: stet list --paths`,
  });
}

function recentPath(desk: Desk, selector: string): string {
  const recent = readRecent(desk.root);
  const path =
    selector === "@last" ? recent.written[0] : selector === "@prev" ? recent.written[1] : recent.created;
  if (path !== undefined && ["@last", "@prev", "@new"].includes(selector)) return path;
  const message = ["@last", "@prev", "@new"].includes(selector)
    ? `nothing is remembered for ${selector} yet`
    : `"${selector}" is no selector; @last, @prev and @new are`;
  throw new StetError("not-found", "not-found", message, { hint: "stet list" });
}

function byRow(desk: Desk, selector: string, { rows }: Selecting): Found {
  if (rows === undefined) {
    throw new StetError(
      "usage",
      "usage",
      `row numbers such as ${selector} work only in the terminal that shows the list`,
      {
        hint: "name the article by its slug",
      },
    );
  }
  const path = rows[Number(selector) - 1];
  if (path !== undefined) return { entry: requireThere(readEntry(desk, path)), via: "row" };
  throw new StetError("not-found", "not-found", `the last list has no row ${selector}`, {
    hint: "stet list",
  });
}

/** The one article with this very slug, as the index that lies there has it and its file confirms. */
function byKnownSlug(desk: Desk, slug: string): Entry | undefined {
  const index = knownIndex(desk);
  const key = slugKey(slug);
  if (index === undefined) return byFileName(desk, key);
  const [only, ...others] = filesNamed(index, key).filter(({ kind }) => kind === "slug");
  if (only === undefined || others.length > 0) return undefined;
  return confirmed(readEntry(desk, only.path), key);
}

/** Without an index: the file whose name is the slug, when no second file has that name. */
function byFileName(desk: Desk, key: string): Entry | undefined {
  const [path, ...others] = [...articlePaths(desk)].filter((each) => slugKey(fileSlugOf(each)) === key);
  return path === undefined || others.length > 0 ? undefined : confirmed(readEntry(desk, path), key);
}

/** The entry, where its file is there and says nothing else. */
function confirmed(entry: Entry, key: string): Entry | undefined {
  if (entry.article !== undefined) return slugKey(entry.article.slug) === key ? entry : undefined;
  const isGone = entry.problems.some(({ code }) => code === "io-missing");
  return isGone || slugKey(fileSlugOf(entry.path)) !== key ? undefined : entry;
}

function byId(desk: Desk, index: Index, typed: string): Entry {
  const matches = ID_BEGINNING.test(typed) ? withId(index, typed) : [];
  return onlyOne({ desk, index }, matches, typed, `no article has an id that begins with ${typed}`);
}

function withId(index: Index, typed: string): NamedFile[] {
  return filesNamedFrom(index, typed.toLowerCase(), "id");
}

function bySlug(desk: Desk, index: Index, selector: string, { exact }: Selecting): Found {
  const key = slugKey(selector);
  const named = filesNamed(index, key);
  const own = named.filter(({ kind }) => kind === "slug");
  if (own.length > 0) return { entry: onlyOne({ desk, index }, own, selector) };
  const former = named.filter(({ kind }) => kind === "former");
  if (former.length > 0) return { entry: onlyOne({ desk, index }, former, selector), via: "former-slug" };
  const identified = ID_BEGINNING.test(selector) ? withId(index, selector) : [];
  if (identified.length > 0) return { entry: onlyOne({ desk, index }, identified, selector) };
  const begun = filesNamedFrom(index, key, "slug");
  if (begun.length > 0 && !exact) return { entry: onlyOne({ desk, index }, begun, selector), via: "prefix" };
  if (begun.length > 0) {
    throw new StetError("not-found", "not-found", `no article is called ${selector}`, {
      hint: "a script names a whole slug; --allow-prefix takes the beginning of one",
    });
  }
  throw notFound(selector, allSlugs(index));
}

/** The one of `matches`; throws StetError ambiguous for several, and not-found with `otherwise` for none. */
function onlyOne(asked: Asked, matches: readonly NamedFile[], selector: string, otherwise = ""): Entry {
  const [only] = matches;
  if (only === undefined) throw new StetError("not-found", "not-found", otherwise, { hint: "stet list" });
  if (matches.length === 1) return readEntry(asked.desk, only.path);
  throw ambiguous(asked, matches, selector);
}
