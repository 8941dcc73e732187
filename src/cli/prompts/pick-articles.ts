// Choosing articles on the screen: what a command does on a terminal when no article is named, and `stet pick`.
import { wholeAnswer, type ArticleSource, type SourceRow } from "../../desk/find/source-row.ts";
import { isAccessible } from "../is-accessible.ts";
import { canAsk, missing, type Session } from "../session.ts";
import type { PickAnswer, PickQuestion } from "./pick-rows.ts";

export interface Picking {
  readonly source: ArticleSource;
  /** Several may be marked. */
  readonly many: boolean;
}

/** Lets the person choose; returns the paths, one at least. Throws StetError cancelled. Check canAsk first. */
export async function pickArticles(session: Session, picking: Picking): Promise<readonly string[]> {
  const answer = await pickOrBegin(session, { ...picking, offersNew: false });
  return "headline" in answer ? [] : answer;
}

/** The path of the article to go on with, or the headline of one to begin. Throws StetError cancelled. Check canAsk first. */
export async function pickOneOrBegin(
  session: Session,
): Promise<{ readonly path: string } | { readonly headline: string }> {
  const source = await everyArticle(session);
  const answer = await pickOrBegin(session, { source, many: false, offersNew: true });
  if ("headline" in answer) return answer;
  const [path = ""] = answer;
  return { path };
}

async function everyArticle(session: Session): Promise<ArticleSource> {
  const [{ articleSource }, { readQuery }, desk] = await Promise.all([
    import("../../desk/find/article-source.ts"),
    import("../../desk/find/read-query.ts"),
    session.desk(),
  ]);
  return articleSource(desk, readQuery(desk, []));
}

type Offering = Picking & Pick<PickQuestion, "offersNew">;

async function pickOrBegin(session: Session, picking: Offering): Promise<PickAnswer> {
  if (isAccessible(session.io.env)) return pickPlainly(session, picking);
  const [{ cancellable }, { pickRows }] = await Promise.all([
    import("./cancellable.ts"),
    import("./pick-rows.ts"),
  ]);
  const question = { ...picking, verb: session.command, style: session.err };
  return cancellable((context) => pickRows(question, { ...context, clearPromptOnDone: true }));
}

/**
 * The paths of the articles a command was given none of: chosen on a terminal. Elsewhere throws StetError usage, with
 * `hint`. Reads every article once.
 */
export async function pickMissing(
  session: Session,
  { many, hint }: { readonly many: boolean; readonly hint?: string | undefined },
): Promise<readonly string[]> {
  if (!canAsk(session)) {
    const what = hint === undefined ? "an article (slug, id or path)" : "an article";
    throw missing(session.command, what, hint);
  }
  return pickArticles(session, { source: await everyArticle(session), many });
}

/** The path of one of the articles with these slugs, chosen; undefined where a picker does not find each of them. Check canAsk first. */
export async function pickAmong(session: Session, slugs: readonly string[]): Promise<string | undefined> {
  const [{ articleSource }, { slugsQuery }, desk] = await Promise.all([
    import("../../desk/find/article-source.ts"),
    import("../../desk/find/slugs-query.ts"),
    session.desk(),
  ]);
  const source = articleSource(desk, slugsQuery(slugs));
  if (wholeAnswer(source, "").total !== slugs.length) return undefined;
  const [path] = await pickArticles(session, { source, many: false });
  return path;
}

const PLAIN_ROWS = 10;

/** Rows by number, words to look for others: for screen readers, and never redrawn. */
async function pickPlainly(
  { io, command }: Session,
  { source, many, offersNew }: Offering,
): Promise<PickAnswer> {
  const { askPlainLine } = await import("./plain-questions.ts");
  let term = "";
  for (;;) {
    const { rows, total } = wholeAnswer(source, term);
    const shown = rows.slice(0, PLAIN_ROWS);
    const lines = shown.map(
      ({ headline, slug, state }, index) => `${index + 1}. ${headline}, ${slug}, ${state ?? "invalid"}\n`,
    );
    await io.stderr.write(`${headOf(shown.length, total)}\n${lines.join("")}`);
    const begins = offersNew && total === 0 && term.trim() !== "";
    const answers = begins
      ? "Enter alone for a new article of this headline, or other "
      : answersTo(shown.length, many);
    const typed = await askPlainLine(io.stderr, `stet ${command}: ${answers}words to look for:`);
    if (begins && typed === "") return { headline: term.trim() };
    const chosen = numbered(typed, shown, many);
    if (chosen !== undefined) return chosen;
    if (!/^[\d ,]+$/.test(typed)) term = typed;
    else if (typed !== "") await io.stderr.write(`${typed} is none of them.\n`);
  }
}

function headOf(shown: number, total: number): string {
  if (total === 0) return "Nothing matches.";
  return total === 1 ? "1 article:" : `${shown} of ${total} articles:`;
}

function answersTo(shown: number, many: boolean): string {
  if (shown === 0) return "";
  if (shown === 1) return "1 for it, or other ";
  return many
    ? `numbers from 1 to ${shown} with commas between them, or `
    : `a number from 1 to ${shown}, or `;
}

/** The paths of the rows whose numbers these are; undefined when a word among them is none. */
function numbered(typed: string, rows: readonly SourceRow[], many: boolean): string[] | undefined {
  const words = typed.split(/[\s,]+/).filter(Boolean);
  const paths = words.flatMap((word) => (/^\d{1,2}$/.test(word) ? (rows[Number(word) - 1]?.path ?? []) : []));
  const isRight = paths.length === words.length && paths.length > 0 && (many || paths.length === 1);
  return isRight ? [...new Set(paths)] : undefined;
}
