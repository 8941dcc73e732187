// `stet calendar`: a month with what went out, what is planned and which embargoes end.
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { printLines } from "../print/print-lines.ts";
import { reportMissing } from "../report-error.ts";
import { remark, type Session } from "../session.ts";
import { tellNearValues } from "../print/tell-near-values.ts";
import type { Words } from "../line/words.ts";

export const calendar: CommandDeclaration = {
  name: "calendar",
  group: "find",
  summary: "Show a month: what went out, what is planned, which embargoes end",
  arguments: [
    { name: "month", isOptional: true },
    { name: "query", isVariadic: true, isOptional: true },
  ],
  takesQuery: true,
  examples: [
    "stet calendar",
    "stet calendar next-month section:science",
    "stet calendar 2027-01 --json=date,planned",
  ],
  options: [{ flags: "--json[=LIST]", description: "one JSON array, an object for each day" }],
  notes: [
    "MONTH is 2026-11, this-month (default), next-month or last-month; any other word",
    "belongs to the query. Planned is what is scheduled, and what is due from the desk;",
    "late is what was due and is still there. Days are the newsroom's. Rows in a pipe are",
    "instant, out|planned|late|embargo, slug and headline, with tabs between them.",
  ],
  seeAlso: ["due", "schedule", "stats"],
  run: runCalendar,
};

async function runCalendar(words: Words, session: Session): Promise<number> {
  const [{ isMonth, readCalendar, readMonth, refuseMonthName }, { readQuery }, print] = await Promise.all([
    import("../../desk/agenda/month-calendar.ts"),
    import("../../desk/find/read-query.ts"),
    import("../print/print-calendar.ts"),
  ]);
  const desk = await session.desk();
  const [first = ""] = words.args;
  refuseMonthName(desk, first);
  const month = readMonth(desk, isMonth(first) ? first : "this-month");
  const query = readQuery(desk, isMonth(first) ? words.args.slice(1) : words.args);
  const found = await readCalendar(desk, month, query);
  const { stdout } = session.io;
  const json = words.text("json");
  if (json !== undefined) {
    const { jsonRows } = await import("../print/json-rows.ts");
    await stdout.write(
      jsonRows(
        found.days.map((day) => print.dayObject(desk, day)),
        json,
      ),
    );
  } else if (stdout.isTerminal) {
    const look = { style: session.out, width: stdout.columns ?? 80 };
    await printLines(session, print.calendarLines(desk, found, look));
    await remark(session, print.calendarTotals(found, session.err));
  } else {
    const events = found.days.flatMap((day) => day.events);
    await printLines(
      session,
      events.map((event) => print.calendarRow(desk, event)),
    );
  }
  await reportMissing(session, found.problems);
  if (found.days.every(({ events }) => events.length === 0)) await tellNearValues(session, query);
  return EXIT.ok;
}
