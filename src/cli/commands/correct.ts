// `stet correct ARTICLE TEXT`: a correction that readers are shown, and `updated` with it.
import type { Move } from "../../desk/change-articles.ts";
import { changeOptions, DRY_RUN_OPTION, reportChanges } from "../change-many.ts";
import type { CommandDeclaration } from "../declaration.ts";
import { PREFIX_OPTION, selectOne } from "../select.ts";
import type { Session } from "../session.ts";
import type { Words } from "../words.ts";

export const correct: CommandDeclaration = {
  name: "correct",
  group: "desk",
  summary: "Tell readers what an article had wrong",
  arguments: [{ name: "article" }, { name: "text", isVariadic: true }],
  examples: ['stet correct the-salt-ledger "An earlier version gave the wrong year."'],
  options: [PREFIX_OPTION, DRY_RUN_OPTION],
  notes: [
    "The text goes to the article's corrections, dated now; - reads it from stdin.",
    "Only for what readers have had; what is not out yet is simply edited.",
  ],
  seeAlso: ["edit", "withdraw"],
  run: runCorrect,
};

async function runCorrect(words: Words, session: Session): Promise<number> {
  const [{ correctArticle }, { readText }] = await Promise.all([
    import("../../desk/correct-article.ts"),
    import("../read-text.ts"),
  ]);
  const [selector = "", ...typed] = words.args;
  const isPiped = typed.length === 1 && typed[0] === "-";
  const text = isPiped ? await readText(session, "-") : typed.join(" ");
  const entry = await selectOne(session, words, selector, { isChange: true });
  const options = changeOptions(words, describeCorrection);
  return reportChanges(session, correctArticle(await session.desk(), entry, text, options), options);
}

function describeCorrection(_desk: unknown, { after }: Move): string {
  const count = after.corrections.length;
  return count === 1 ? "corrected" : `corrected, ${count} corrections now`;
}
