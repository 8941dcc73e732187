// `stet schedule ARTICLE WHEN`: an article goes live by itself at an instant to come.
import { PREFIX_OPTION, selectOne } from "../select.ts";
import { changeOptions, DRY_RUN_OPTION, reportChanges } from "../change-many.ts";
import type { CommandDeclaration } from "../declaration.ts";
import { remark, type Session } from "../session.ts";
import type { Words } from "../words.ts";

/** How a time is typed, for the help of every command that takes one. */
export const WHEN_NOTES: readonly string[] = [
  'Times: "tomorrow 6:00", "fri 09:00", "today 17:00", 17:00, 6pm, +2h, "+3d 06:00"',
  'or "2026-12-24 06:00" in the newsroom\'s zone, or RFC 3339 with an offset.',
];

export const schedule: CommandDeclaration = {
  name: "schedule",
  group: "desk",
  summary: "Let an article go live at a time to come",
  arguments: [{ name: "article" }, { name: "when", isVariadic: true }],
  examples: [
    'stet schedule chess-on-the-night-shift "tomorrow 6:00"',
    "stet schedule chess-on-the-night-shift fri 09:00",
    "stet schedule chess-on-the-night-shift +2h --dry-run",
  ],
  options: [PREFIX_OPTION, DRY_RUN_OPTION],
  notes: [...WHEN_NOTES, "Only what has never been live can be scheduled; again moves the time."],
  seeAlso: ["embargo", "why", "due"],
  run: runSchedule,
};

async function runSchedule(words: Words, session: Session): Promise<number> {
  const [{ scheduleArticle }, { readWhen }] = await Promise.all([
    import("../../desk/release-articles.ts"),
    import("../../desk/read-when.ts"),
  ]);
  const [selector = "", ...when] = words.args;
  const desk = await session.desk();
  const { instant, remark: read } = readWhen(desk, when.join(" "));
  const entry = await selectOne(session, words, selector, { isChange: true });
  if (read !== undefined) await remark(session, read);
  const options = changeOptions(words);
  const changed = scheduleArticle(desk, entry, instant, options);
  return reportChanges(session, { changed: [changed], skipped: [], failures: [] }, options);
}
