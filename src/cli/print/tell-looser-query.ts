// What a person is told when words found nothing: how they were looked for, and the line that finds something.
import { groupDigits } from "../../base/group-digits.ts";
import { visibleText } from "../../base/visible-text.ts";
import type { LooserQuery } from "../../desk/find/looser-query.ts";
import { tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import { typedWord } from "../typed-word.ts";

/** Says nothing where nobody watches, as an empty answer is an answer there. */
export async function tellLooserQuery(session: Session, typed: readonly string[]): Promise<void> {
  if (!isToldMore(session)) return;
  const { looserQuery, withSavedApart } = await import("../../desk/find/looser-query.ts");
  const desk = await session.desk();
  const sought = { typed, inBylines: session.command === "search" };
  const apart = withSavedApart(desk, sought);
  if (apart !== undefined) {
    const count = counted(apart.articles);
    const why = `"${apart.name}" was looked for as a word; the saved query, which stands by itself, finds ${count}`;
    await say(session, why, apart.words);
    return;
  }
  const found = looserQuery(desk, sought);
  if (found !== undefined) await say(session, explanation(found), found.words);
}

/** True where a person reads stderr, and no program does. */
export function isToldMore({ io, globals, jsonErrors }: Session): boolean {
  return io.stderr.isTerminal && !globals.flag("quiet") && !jsonErrors;
}

function explanation({ how, articles, respelled = new Map() }: LooserQuery): string {
  const count = counted(articles);
  if (how === "respelled") {
    const typed = [...respelled.keys()].map((word) => `"${word}"`).join(" or ");
    return `no article has ${typed}; did you mean ${[...respelled.values()].join(" ")} (${count})?`;
  }
  const have = articles === 1 ? "has" : "have";
  if (how === "apart") return `no article has these words in a row; ${count} ${have} them all`;
  if (how === "beginnings") return `nothing is found by whole words; ${count} ${have} words that begin so`;
  return `no article has all of these words; ${count} ${have} some`;
}

function counted(articles: number): string {
  return articles === 1 ? "1 article" : `${groupDigits(articles)} articles`;
}

async function say(session: Session, why: string, words: readonly string[]): Promise<void> {
  const line = `stet ${session.command} ${words.map(typedWord).join(" ")}`;
  await tell(session, visibleText(why));
  await tell(session, visibleText(`${symbols(session.err).next} ${line}`));
}
