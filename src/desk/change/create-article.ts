// `stet new`: a new article's file, under a slug nothing else in the newsroom answers to.
import { printArticle, type ArticleFields } from "../../article/print-article.ts";
import { newSlugFault, slugFrom } from "../../article/slug.ts";
import type { Problem } from "../../base/problem.ts";
import { StetError } from "../../base/stet-error.ts";
import { parseInstant } from "../../base/parse-instant.ts";
import { writeInstant } from "../../base/zone.ts";
import { claimantsOf, isIdTaken } from "./claims.ts";
import { freshIndex } from "../keep-index/fresh-index.ts";
import type { Desk } from "../desk.ts";
import { mintId } from "./mint-id.ts";
import { parseFile } from "../parse-file.ts";
import { fillPattern } from "../permalink.ts";
import { requireReadable, saveArticle, whileLocked } from "./save-article.ts";

export interface NewArticle {
  readonly fields: ArticleFields;
  /** What to do when the slug is taken. */
  readonly ifExists: "error" | "skip";
  /** The `$schema` for YAML editors, put in the first line as a comment. */
  readonly schemaLine?: string;
  /** Check everything, write nothing. */
  readonly dryRun: boolean;
}

export interface Created {
  readonly slug: string;
  /** Relative to the root; of the article that exists already when `isNew` is false. */
  readonly path: string;
  readonly isNew: boolean;
  /** What the new article may have wrong, as an unknown section. */
  readonly warnings: readonly Problem[];
}

/**
 * Writes the article where stet.yaml's `articles` says, by its creation in the newsroom's zone; id, created, slug
 * and status are filled in where the fields have none. Throws StetError usage (no slug can be made), conflict/exists
 * (naming the file that has the slug) or invalid. Costs a walk, to know that the slug is free.
 */
export async function createArticle(
  desk: Desk,
  { fields, ifExists, schemaLine, dryRun }: NewArticle,
): Promise<Created> {
  if (schemaLine !== undefined && !/^\S+$/.test(schemaLine)) {
    throw new StetError("usage", "usage", "a schema is named by one path or address", {
      hint: "--schema-line article.schema.json",
    });
  }
  const slug = fields.slug ?? (await slugOf(desk, fields.headline));
  const fault = newSlugFault(slug);
  if (fault !== undefined)
    throw new StetError("usage", "usage", `${fault}: "${slug}"`, { hint: "--slug budget-deal" });
  const created = fields.created ?? writeInstant(desk.now, desk.settings.timezone);
  // Where there is no index yet it is made here, before anybody waits for the lock.
  await freshIndex(desk);
  const { id, former_slugs } = ownedNames(desk, fields);
  const { section } = fields;
  const path = fillPattern(desk.settings.articles, desk.settings, {
    slug,
    section,
    id,
    epochMs: createdAt(desk, created),
  });
  const text = textOf(
    desk,
    { ...fields, id, former_slugs, created, status: fields.status ?? "draft" },
    { slug, path, schemaLine },
  );
  requireReadable(desk, path, text);
  const { problems: warnings } = parseFile(desk, path, text);
  if (dryRun) return taken(desk, slug, ifExists) ?? { slug, path, isNew: true, warnings };
  return whileLocked(desk, (lock) => {
    const existing = taken(desk, slug, ifExists);
    if (existing !== undefined) return existing;
    saveArticle(desk, lock, { path, text, replaces: null });
    return { slug, path, isNew: true, warnings };
  });
}

/** When the article was created says in which folder it goes; what is no date is refused with the rest of the text. */
function createdAt({ now, settings }: Desk, created: string): number {
  const reading = parseInstant(created, settings.timezone);
  return reading.kind === "instant" ? reading.instant.epochMs : now;
}

/** A copy of an article keeps its id and former slugs only where the original is not in this newsroom. */
function ownedNames(
  desk: Desk,
  { id, former_slugs: former = [] }: ArticleFields,
): { id: string; former_slugs: string[] } {
  const minted = mintId(desk.now, desk.random(10));
  if (id === undefined && former.length === 0) return { id: minted, former_slugs: [] };
  return {
    id: id === undefined || isIdTaken(desk, id) ? minted : id,
    former_slugs: former.filter((slug) => claimantsOf(desk, slug).length === 0),
  };
}

async function slugOf(desk: Desk, headline: string): Promise<string> {
  const slug = desk.settings.slugs === "ascii" ? await asciiSlug(headline) : slugFrom(headline);
  if (slug !== "") return slug;
  throw new StetError("usage", "usage", "no slug can be made of this headline", {
    hint: "--slug budget-deal",
  });
}

async function asciiSlug(headline: string): Promise<string> {
  const { slugInAscii } = await import("../../article/slug-in-ascii.ts");
  return slugInAscii(headline);
}

function taken(desk: Desk, slug: string, ifExists: NewArticle["ifExists"]): Created | undefined {
  const [path] = claimantsOf(desk, slug);
  if (path === undefined) return undefined;
  if (ifExists === "skip") return { slug, path, isNew: false, warnings: [] };
  throw new StetError("conflict", "exists", `the slug ${slug} is taken by ${path}; nothing was written`, {
    hint: `--slug ${slug}-2 makes a second article, stet edit ${slug} opens the first`,
    candidates: [slug],
  });
}

interface Placing {
  readonly slug: string;
  readonly path: string;
  readonly schemaLine: string | undefined;
}

/** The slug stands in the file only where the file's name does not say it. */
function textOf(desk: Desk, fields: ArticleFields, { slug, path, schemaLine }: Placing): string {
  const { slug: _slug, language, ...rest } = fields;
  const isNamed = path.endsWith(`/${slug}.yaml`) || path === `${slug}.yaml`;
  const ownLanguage = language === undefined || language === desk.settings.language ? {} : { language };
  const printed = printArticle({ ...rest, ...ownLanguage, ...(isNamed ? {} : { slug }) });
  return schemaLine === undefined ? printed : `# yaml-language-server: $schema=${schemaLine}\n${printed}`;
}
