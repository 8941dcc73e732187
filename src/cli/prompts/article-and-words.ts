// `schedule ARTICLE WHEN`, `correct ARTICLE TEXT`, `rename ARTICLE NEW-SLUG`: one article and what follows it. A terminal
// lets a person pick the one and asks for the other where they were not given.
import { StetError } from "../../base/stet-error.ts";
import { visibleText } from "../../base/visible-text.ts";
import type { Entry } from "../../desk/find/read-entries.ts";
import { pickOne, selectOne } from "../select.ts";
import { canAsk, tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import type { Words } from "../line/words.ts";

/** What a command takes behind its article. */
export interface WordsBehind {
  /** As an error names it: `a time`, `the new slug`. */
  readonly what: string;
  /** What could be typed for it, for errors. */
  readonly example: string;
  /** True for words that can only be meant for it, with no article before them. */
  readonly isIt?: (words: readonly string[]) => boolean;
  /** Asks for it, once the article is known. Throws StetError where the command does not go with the article. */
  readonly ask: (entry: Entry) => Promise<string>;
}

export interface ArticleAndWords {
  readonly entry: Entry;
  /** What follows the article, with a blank between words. */
  readonly text: string;
}

/**
 * The first word is the article. Only where none is called so, and the words can be nothing but what follows an
 * article, is it picked. Throws StetError usage/need-input where something is missing and nobody can be asked.
 */
export async function articleAndWords(
  session: Session,
  words: Words,
  behind: WordsBehind,
): Promise<ArticleAndWords> {
  const { args } = words;
  const { command } = session;
  const [selector, ...rest] = args;
  if (selector === undefined) {
    const entry = await pickOne(session, `stet ${command} ARTICLE ${behind.example}`);
    // The picker is gone from the screen by now.
    await tell(session, visibleText(`${symbols(session.err).ok} ${entry.article?.slug ?? entry.path}`));
    return { entry, text: await behind.ask(entry) };
  }
  if (rest.length === 0 && !canAsk(session)) throw incomplete(session, args, behind);
  const entry = await selectOne(session, words, selector, { isChange: true }).catch((error: unknown) => {
    if (isUnknown(error) && behind.isIt?.(args) === true) return undefined;
    throw error;
  });
  if (entry !== undefined)
    return { entry, text: rest.length === 0 ? await behind.ask(entry) : rest.join(" ") };
  if (!canAsk(session)) throw incomplete(session, args, behind);
  return { entry: await pickOne(session), text: args.join(" ") };
}

function isUnknown(error: unknown): boolean {
  return error instanceof StetError && error.code === "not-found";
}

function incomplete(
  { command }: Session,
  args: readonly string[],
  { what, example, isIt }: WordsBehind,
): StetError {
  const isMissing = isIt?.(args) === true;
  const missing = isMissing ? `an article before the ${what.replace(/^an? /, "")}` : what;
  const line = isMissing ? ["ARTICLE", ...args.map(inQuotes)] : [...args.map(inQuotes), example];
  return new StetError("usage", "need-input", `${command} needs ${missing}`, {
    hint: `stet ${command} ${line.join(" ")}`,
  });
}

function inQuotes(word: string): string {
  return word.includes(" ") ? `"${word}"` : word;
}
