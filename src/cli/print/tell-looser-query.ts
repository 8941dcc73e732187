// What a person is told when words found nothing: how they were looked for, and the line that finds something.
import { groupDigits } from "../../base/group-digits.ts";
import { visibleText } from "../../base/visible-text.ts";
import type { LooserQuery } from "../../desk/find/looser-query.ts";
import { tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import { typedWord } from "../typed-word.ts";

/** `typed` are the words of the command line. Says nothing where nobody watches, as an empty answer is an answer there. */
export async function tellLooserQuery(session: Session, typed: readonly string[]): Promise<void> {
  if (!session.io.stderr.isTerminal || session.globals.flag("quiet")) return;
  const { looserQuery, withSavedApart } = await import("../../desk/find/looser-query.ts");
  const apart = withSavedApart(typed);
  if (apart !== undefined) {
    await say(
      session,
      `"${apart.name}" was looked for as a word; a saved query stands by itself`,
      apart.words,
    );
    return;
  }
  const found = looserQuery(await session.desk(), typed);
  if (found !== undefined) await say(session, explanation(found), found.words);
}

function explanation({ how, articles }: LooserQuery): string {
  const [count, have] = articles === 1 ? ["1 article", "has"] : [`${groupDigits(articles)} articles`, "have"];
  if (how === "apart") return `no article has these words in a row; ${count} ${have} them all`;
  if (how === "beginnings") return `nothing is found by whole words; ${count} ${have} words that begin so`;
  return `no article has all of these words; ${count} ${have} some`;
}

async function say(session: Session, why: string, words: readonly string[]): Promise<void> {
  const line = `stet ${session.command} ${words.map(typedWord).join(" ")}`;
  await tell(session, visibleText(why));
  await tell(session, visibleText(`${symbols(session.err).next} ${line}`));
}
