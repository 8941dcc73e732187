// `stet schedule ARTICLE WHEN`: an article goes live by itself at an instant to come.
import type { Entry } from "../../desk/find/read-entries.ts";
import type { When } from "../../desk/steps/read-when.ts";
import { changeOptions, DRY_RUN_OPTION, reportChanges } from "../change-many.ts";
import { CHANGES_AS_JSON, requireChangeKeys } from "../print/write-changes.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { PREFIX_OPTION } from "../select.ts";
import { remark, type Session } from "../session.ts";
import type { Words } from "../line/words.ts";

export const schedule: CommandDeclaration = {
  name: "schedule",
  group: "desk",
  summary: "Let an article go live at a time to come",
  arguments: [
    { name: "article", isOptional: true },
    { name: "when", isVariadic: true, isOptional: true },
  ],
  examples: [
    'stet schedule chess-on-the-night-shift "tomorrow 6:00"',
    "stet schedule chess-on-the-night-shift fri 09:00",
    "stet schedule chess-on-the-night-shift +2h --dry-run",
  ],
  options: [PREFIX_OPTION, DRY_RUN_OPTION, CHANGES_AS_JSON],
  takesTime: true,
  notes: [
    "Only what has never been live can be scheduled; again moves the time. A terminal",
    "lets you pick the article where none is named, and asks for the time. The first",
    "word is the article, unless none is called so and all of it is a time. The first",
    "stet publish after that time puts it on the site: stet help cron runs it by itself.",
  ],
  seeAlso: ["embargo", "why", "due"],
  run: runSchedule,
};

async function runSchedule(words: Words, session: Session): Promise<number> {
  const [{ scheduleArticle }, { isWhen, readWhen }, { articleAndWords }] = await Promise.all([
    import("../../desk/steps/release-articles.ts"),
    import("../../desk/steps/read-when.ts"),
    import("../prompts/article-and-words.ts"),
  ]);
  const desk = await session.desk();
  const { entry, text } = await articleAndWords(session, words, {
    what: "a time",
    example: '"tomorrow 6:00"',
    isIt: (typed) => isWhen(desk, typed.join(" ")),
    ask: (chosen) => askTime(session, chosen),
  });
  const { instant, remark: read } = readWhen(desk, text);
  if (read !== undefined) await remark(session, read);
  requireChangeKeys(words);
  const options = changeOptions(words);
  const changed = scheduleArticle(desk, entry, instant, options);
  return reportChanges(session, words, { changed: [changed], skipped: [], failures: [] });
}

/** Asks only about what can be scheduled. */
async function askTime(session: Session, entry: Entry): Promise<string> {
  const [{ requireToCome, requireUnreleased }, { askWhen }, desk] = await Promise.all([
    import("../../desk/steps/release-articles.ts"),
    import("../prompts/ask-when.ts"),
    session.desk(),
  ]);
  requireUnreleased(desk, entry);
  const require = ({ instant }: When): void => requireToCome(desk, entry, instant);
  return askWhen(session, { message: "When does it go live?", require });
}
