// `stet due`: what the coming days bring, and what should have gone out and did not.
import { StetError } from "../../base/stet-error.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { writeObjects } from "../history/write-objects.ts";
import { requireKeys } from "../print/one-object.ts";
import { reportMissing } from "../report-error.ts";
import { print, tell, type Session } from "../session.ts";
import { joiner } from "../style.ts";
import type { Words } from "../line/words.ts";

export const due: CommandDeclaration = {
  name: "due",
  group: "desk",
  summary: "Show what goes live, ends its embargo or expires soon",
  arguments: [{ name: "how-far", isOptional: true }],
  examples: ["stet due", "stet due 60d", "stet due this-week --json", "stet due --missed"],
  options: [
    { flags: "--missed", description: "what should have gone out by now and is still on the desk" },
    { flags: "--json[=LIST]", description: "one JSON array" },
  ],
  notes: [
    "HOW-FAR is 7d unless given: 12h, 30d, today, this-week, 2026-12. A draft, or an",
    "article in review or ready, is due when its published is. Rows in a pipe are",
    "instant, live|due|embargo|expires, slug and headline, with tabs between them.",
  ],
  seeAlso: ["today", "schedule", "why"],
  run: runDue,
};

async function runDue(words: Words, session: Session): Promise<number> {
  const [{ dueArticles, dueUntil, missedArticles }, { DUE_SHAPE, dueLines, dueObject, dueRow }] =
    await Promise.all([import("../../desk/agenda/due-articles.ts"), import("../print/print-due.ts")]);
  requireKeys(words, DUE_SHAPE);
  const desk = await session.desk();
  const [far] = words.args;
  const isMissed = words.flag("missed");
  if (isMissed && far !== undefined) throw new StetError("usage", "usage", "--missed looks back, not ahead");
  const { events, problems } = isMissed
    ? await missedArticles(desk)
    : await dueArticles(desk, dueUntil(desk, far ?? "7d"));
  const { stdout } = session.io;
  const isWritten = await writeObjects(words, session, () => events.map((event) => dueObject(desk, event)));
  if (!isWritten) {
    const look = { style: session.out, width: stdout.columns ?? 80 };
    const lines = stdout.isTerminal
      ? dueLines(desk, events, look)
      : events.map((event) => dueRow(desk, event));
    for (const line of lines) await print(session, line);
  }
  const counted = `${events.length} ${isMissed ? "missed" : "to come"}`;
  await tell(session, counted + joiner(session.err) + desk.settings.timezone);
  await reportMissing(session, problems);
  return EXIT.ok;
}
