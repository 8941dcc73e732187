// `stet correct ARTICLE TEXT`: a correction that readers are shown, and `updated` with it.
import type { Entry } from "../../desk/find/read-entries.ts";
import type { Move } from "../../desk/change/change-articles.ts";
import { changeOptions, DRY_RUN_OPTION, reportChanges } from "../change-many.ts";
import { CHANGES_AS_JSON, requireChangeKeys } from "../print/write-changes.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { PREFIX_OPTION } from "../select.ts";
import type { Session } from "../session.ts";
import type { Words } from "../line/words.ts";

export const correct: CommandDeclaration = {
  name: "correct",
  group: "desk",
  summary: "Tell readers what an article had wrong",
  arguments: [
    { name: "article", isOptional: true },
    { name: "text", isVariadic: true, isOptional: true },
  ],
  examples: ['stet correct the-salt-ledger "An earlier version gave the wrong year."'],
  options: [PREFIX_OPTION, DRY_RUN_OPTION, CHANGES_AS_JSON],
  notes: [
    "The text goes to the article's corrections, dated now; - reads it from stdin.",
    "Only for what readers have had; what is not out yet is simply edited. A terminal",
    "lets you pick the article where none is named, and asks for the text.",
  ],
  seeAlso: ["edit", "withdraw"],
  run: runCorrect,
};

async function runCorrect(words: Words, session: Session): Promise<number> {
  const [{ correctArticle }, { articleAndWords }, desk] = await Promise.all([
    import("../../desk/steps/correct-article.ts"),
    import("../prompts/article-and-words.ts"),
    session.desk(),
  ]);
  const { entry, text: typed } = await articleAndWords(session, words, {
    what: "a text",
    example: '"An earlier version gave the wrong year."',
    isIt: isSentence,
    ask: (chosen) => askCorrection(session, chosen),
  });
  const text = typed === "-" ? await textFromStdin(session) : typed;
  requireChangeKeys(words);
  const options = changeOptions(words, describeCorrection);
  return reportChanges(session, words, correctArticle(desk, entry, text, options));
}

/** One argument with blanks in it is a text: no article is called so. */
function isSentence([typed = "", ...others]: readonly string[]): boolean {
  return others.length === 0 && /\s/.test(typed);
}

async function askCorrection(session: Session, entry: Entry): Promise<string> {
  const [{ requireCorrectable }, { askLine }, desk] = await Promise.all([
    import("../../desk/steps/correct-article.ts"),
    import("../prompts/ask.ts"),
    session.desk(),
  ]);
  requireCorrectable(desk, entry);
  return askLine(session, {
    message: "What was wrong?",
    instead: "TEXT",
    remark: () => "a sentence that readers are shown",
    fault: (line) => (line === "" ? "a correction says what was wrong" : undefined),
  });
}

async function textFromStdin(session: Session): Promise<string> {
  const { readText } = await import("../read-text.ts");
  return readText(session, "-");
}

function describeCorrection(_desk: unknown, { after }: Move): string {
  const count = after.corrections.length;
  return count === 1 ? "corrected" : `corrected, ${count} corrections now`;
}
