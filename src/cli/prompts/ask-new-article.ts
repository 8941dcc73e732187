// `stet new` without a headline, on a terminal: what the flags did not say is asked, one question after the other, and
// the slug is free before anything is written.
import { KINDS } from "../../article/article.ts";
import type { ArticleFields } from "../../article/print-article.ts";
import type { Desk } from "../../desk/desk.ts";
import { askLine, askOne, askWhether, type Choice } from "./ask.ts";
import type { Session } from "../session.ts";

export interface AskedArticle {
  readonly fields: Partial<ArticleFields>;
  readonly opensEditor: boolean;
}

/** Asks for what `given` does not have; `headline` may be changed. Throws StetError cancelled; nothing was written by then. */
export async function askNewArticle(
  session: Session,
  given: Partial<ArticleFields>,
  { opensEditor, headline }: { readonly opensEditor: boolean; readonly headline?: string | undefined },
): Promise<AskedArticle> {
  const desk = await session.desk();
  const named = await askNames(session, desk, { given, initial: headline });
  const section = given.section ?? (await askSection(session, desk));
  const authors = given.authors ?? (await askAuthors(session, desk));
  const kind = given.kind ?? (await askKind(session));
  const fields = {
    ...named,
    ...(section === undefined ? {} : { section }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(kind === "news" ? {} : { kind }),
  };
  const hasBody = given.body !== undefined;
  return { fields, opensEditor: opensEditor || (!hasBody && (await askEditor(session))) };
}

async function askNames(
  session: Session,
  desk: Desk,
  { given, initial }: { readonly given: Partial<ArticleFields>; readonly initial: string | undefined },
): Promise<{ readonly headline: string; readonly slug: string }> {
  const { openSlugBook } = await import("../../desk/change/slug-book.ts");
  const book = await openSlugBook(desk);
  const headline = await askLine(session, {
    message: "Headline:",
    instead: "--headline",
    ...(initial === undefined ? {} : { initial }),
    remark: (line) => remarkOn(given.slug ?? book.slugFor(line)),
    fault: (line) => (line === "" ? "an article needs a headline" : undefined),
  });
  const made = given.slug ?? book.slugFor(headline);
  const why = book.faultOf(made);
  if (why === undefined) return { headline, slug: made };
  const slug = await askLine(session, {
    message: "Slug:",
    instead: "--slug",
    initial: book.freeSlug(made),
    remark: () => why,
    fault: (line) => book.faultOf(line),
  });
  return { headline, slug };
}

function remarkOn(slug: string): string {
  return slug === "" ? "slug: made of the headline" : `slug: ${slug}`;
}

async function askSection(session: Session, { settings }: Desk): Promise<string | undefined> {
  const known = [...settings.sections].map(([path, { name }]) => ({
    value: path,
    label: path.includes("/") ? `${name} (${path})` : name,
  }));
  if (known.length === 0) return undefined;
  const choices: readonly Choice<string | undefined>[] = [
    ...known,
    { value: undefined, label: "No section" },
  ];
  return askOne(session, { message: "Section:", choices, instead: "--section" });
}

/** The person themself first, where stet.yaml has an author of the name they configured, or are logged in with. */
async function askAuthors(session: Session, { settings, env }: Desk): Promise<string[]> {
  const me = env["STET_AUTHOR"] ?? "";
  const known = [...settings.authors].map(([key, { name }]) => ({ value: [key], label: name }));
  if (known.length === 0) return askOtherAuthor(session, me);
  const usual = known.find(
    ({ value: [key], label }) => [me, env["USER"]].includes(key) || label === me,
  )?.value;
  const choices: readonly Choice<string[] | "other">[] = [
    ...known,
    { value: "other", label: "Somebody else" },
    { value: [], label: "No byline" },
  ];
  const question = { message: "Author:", choices, instead: "--author" };
  const chosen = await askOne(session, usual === undefined ? question : { ...question, usual });
  return chosen === "other" ? askOtherAuthor(session) : chosen;
}

/** `suggested` is what Enter alone takes; `none` is no byline where somebody is suggested. */
async function askOtherAuthor(session: Session, suggested = ""): Promise<string[]> {
  const noByline = suggested === "" ? "empty: no byline" : "none: no byline";
  const name = await askLine(session, {
    message: "Author's name:",
    instead: "--author",
    suggested,
    remark: (line) => (line === "" ? noByline : "stet config set author remembers yours"),
  });
  return name === "" || (name === "none" && suggested !== "") ? [] : [name];
}

function askKind(session: Session): Promise<string> {
  const choices = KINDS.map((kind) => ({ value: kind as string, label: kind }));
  return askOne(session, { message: "Kind:", choices, usual: "news", instead: "--kind" });
}

function askEditor(session: Session): Promise<boolean> {
  return askWhether(session, "Open it in the editor?", "--edit");
}
