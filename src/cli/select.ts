// The articles a command works on: named one by one, read from stdin with `-`, or all that match `-Q`.
import { ownText } from "../base/own-text.ts";
import { StetError } from "../base/stet-error.ts";
import { visibleText } from "../base/visible-text.ts";
import type { Desk } from "../desk/desk.ts";
import type { Found, Selecting } from "../desk/find/find-article.ts";
import type { Chosen, Entry } from "../desk/find/read-entries.ts";
import { reportMissing } from "./report-error.ts";
import { canAsk, remark, tell, type Session } from "./session.ts";
import type { Words } from "./line/words.ts";

/** `-Q QUERY`, for the declaration of every command that selects many. */
export const QUERY_OPTION = {
  flags: "-Q, --query <QUERY>",
  description: "the articles that match QUERY",
} as const;
export const PREFIX_OPTION = {
  flags: "--allow-prefix",
  description: "take the beginning of a slug even where nobody watches",
} as const;

/** An article that the words name, of which only its names are kept: there may be 100,000. */
export interface Selected extends Chosen {
  /** Its path, where the article cannot be read. */
  readonly slug: string;
  /** Where but one is named: it was read to find it. */
  readonly entry?: Entry;
}

/** How selectors are read: a command that changes something takes no prefix where nobody watches. */
export interface SelectOptions {
  readonly isChange: boolean;
}

/**
 * The one article an argument names, or the one line that `-` reads; a former slug or a row number is remarked on. Of several
 * that it could mean a person picks one.
 */
export async function selectOne(
  session: Session,
  words: Words,
  argument: string,
  options: SelectOptions,
): Promise<Entry> {
  const selector = argument === "-" ? await oneFromStdin(session, words) : argument;
  const desk = await session.desk();
  const { findArticle } = await import("../desk/find/find-article.ts");
  const selecting = await selectingFor(session, desk, words, options);
  const { entry, via } = await findArticle(desk, selector, selecting).catch(
    async (error: unknown): Promise<Found> => ({ entry: await pickMeant(session, error) }),
  );
  const name = entry.article?.slug ?? entry.path;
  if (via === "former-slug") await remark(session, `${selector} is now ${name}`);
  if (via === "row") await remark(session, `row ${selector} is ${name}${headlineOf(entry)}`);
  return entry;
}

/** `: The Salt Ledger`, by which a person sees at once whether it is the one that was meant. */
function headlineOf({ article }: Entry): string {
  return article === undefined ? "" : `: ${visibleText(article.headline)}`;
}

/** Of several that a name could mean the one that a person picks. Throws the error again where nobody can be asked, or for another. */
async function pickMeant(session: Session, error: unknown): Promise<Entry> {
  const isAmbiguous = error instanceof StetError && error.code === "ambiguous";
  if (!isAmbiguous || !canAsk(session)) throw error;
  const { pickAmong } = await import("./prompts/pick-articles.ts");
  const path = await pickAmong(session, error.details.candidates ?? []);
  if (path === undefined) throw error;
  const { readEntry, requireThere } = await import("../desk/find/read-entries.ts");
  return requireThere(readEntry(await session.desk(), path));
}

/** The one article an argument names; without the argument the one a person picks. */
export function selectOrPick(
  session: Session,
  words: Words,
  selector: string | undefined,
  options: SelectOptions,
): Promise<Entry> {
  return selector === undefined ? pickOne(session) : selectOne(session, words, selector, options);
}

/** The one article a command was not told of, chosen on a terminal. Elsewhere throws StetError usage, with `hint`. */
export async function pickOne(session: Session, hint?: string): Promise<Entry> {
  const [{ pickMissing }, { readEntry, requireThere }] = await Promise.all([
    import("./prompts/pick-articles.ts"),
    import("../desk/find/read-entries.ts"),
  ]);
  const [path = ""] = await pickMissing(session, { many: false, hint });
  return requireThere(readEntry(await session.desk(), path));
}

async function selectingFor(
  { io, now }: Session,
  desk: Desk,
  words: Words,
  { isChange }: SelectOptions,
): Promise<Selecting> {
  const exact = isChange && !io.stdin.isTerminal && !words.flag("allow-prefix");
  if (io.shellPid === undefined || !(io.stdin.isTerminal || io.stderr.isTerminal)) return { exact };
  const { recallRows } = await import("../newsroom/row-lists.ts");
  return { exact, rows: recallRows({ env: io.env, shellPid: io.shellPid }, desk.root, now) };
}

/** Every article the words name. Throws StetError usage when they name none, or name some and ask `-Q` too. */
export async function selectMany(
  session: Session,
  words: Words,
  selectors: readonly string[],
  options: SelectOptions,
): Promise<Selected[]> {
  const query = words.text("query");
  if (query !== undefined) {
    if (selectors.length > 0) throw new StetError("usage", "usage", "name articles or give -Q, not both");
    return matching(session, query);
  }
  const named =
    selectors.length === 1 && selectors[0] === "-" ? await selectorsFromStdin(session, words) : selectors;
  if (selectors.length > 1 && selectors.includes("-")) {
    throw new StetError("usage", "usage", "- reads names from a pipe; it stands alone");
  }
  if (named.length === 0 && selectors.length === 0) return picked(session);
  const selected = new Map<string, Selected>();
  for (const selector of named) {
    const entry = await selectOne(session, words, selector, options);
    const { path, article } = entry;
    const names = { path, slug: ownText(article?.slug ?? path) };
    selected.set(path, named.length === 1 ? { ...names, entry } : names);
  }
  return [...selected.values()];
}

/** What a person chooses where no article is named. */
async function picked(session: Session): Promise<Selected[]> {
  const [{ pickMissing }, { entriesAt, requireThere }] = await Promise.all([
    import("./prompts/pick-articles.ts"),
    import("../desk/find/read-entries.ts"),
  ]);
  const paths = await pickMissing(session, { many: true });
  const entries = entriesAt(
    await session.desk(),
    paths.map((path) => ({ path })),
  );
  return Array.from(entries, (entry) => {
    const { path, article } = requireThere(entry);
    return { path, slug: ownText(article?.slug ?? path) };
  });
}

/** The articles of what was selected, one in memory at a time. */
export async function readSelected(
  session: Session,
  selected: readonly Selected[],
): Promise<Iterable<Entry>> {
  const [desk, { entriesAt }] = await Promise.all([session.desk(), import("../desk/find/read-entries.ts")]);
  const [only] = selected;
  return only?.entry === undefined ? entriesAt(desk, selected) : [only.entry];
}

async function matching(session: Session, query: string): Promise<Selected[]> {
  const [{ readQueryText }, { listArticles }] = await Promise.all([
    import("../desk/find/read-query.ts"),
    import("../desk/find/list-articles.ts"),
  ]);
  const desk = await session.desk();
  const asked = readQueryText(desk, query);
  const { files, problems } = await listArticles(desk, { query: asked });
  const found = Array.from(files, ({ path, slug }) => ({ path, slug, by: asked }));
  // With one that was asked for, as by is:invalid, it is the command that fails, or does not.
  const paths = new Set(found.map(({ path }) => path));
  await reportMissing(
    session,
    problems.filter(({ file = "" }) => !paths.has(file)),
  );
  if (found.length === 0) {
    await tell(session, "no article matches");
    await (await import("./print/tell-near-values.ts")).tellNearValues(session, asked);
  }
  return found;
}

async function oneFromStdin(session: Session, words: Words): Promise<string> {
  const [name, ...others] = await selectorsFromStdin(session, words);
  if (name !== undefined && others.length === 0) return name;
  const read = name === undefined ? "none" : String(others.length + 1);
  throw new StetError("usage", "usage", `${session.command} takes one article, and - read ${read}`, {
    hint: `stet pick --one | stet ${session.command} -`,
  });
}

async function selectorsFromStdin({ io }: Session, words: Words): Promise<string[]> {
  if (io.stdin.isTerminal) {
    throw new StetError("usage", "need-input", "- reads article names from a pipe, and stdin is a terminal", {
      hint: "stet list --slugs | stet render - -o out/",
    });
  }
  const text = new TextDecoder().decode(await io.stdin.readAll());
  const separator = words.flag("print0") || text.includes("\0") ? "\0" : "\n";
  return text
    .split(separator)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
