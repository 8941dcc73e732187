// `stet stats`: how many articles and words there are, by section, author, month and more.
import { jsonText } from "../../base/json-text.ts";
import { groupDigits } from "../../base/group-digits.ts";
import { guessFor } from "../../base/nearest.ts";
import { StetError } from "../../base/stet-error.ts";
import type { Stats } from "../../desk/count/stats.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { pickKeys } from "../print/pick-keys.ts";
import { printLines } from "../print/print-lines.ts";
import { reportMissing } from "../report-error.ts";
import { print, remark, type Session } from "../session.ts";
import { joinFacts } from "../print/join-facts.ts";
import { tellNearValues } from "../print/tell-near-values.ts";
import type { Words } from "../line/words.ts";

export const stats: CommandDeclaration = {
  name: "stats",
  group: "find",
  summary: "Count articles and words by section, author, month ...",
  arguments: [{ name: "query", isVariadic: true, isOptional: true }],
  takesQuery: true,
  examples: [
    "stet stats",
    "stet stats --by section published:this-month",
    "stet stats --by author is:live -n 5",
    "stet stats --by month --date created --json=group,articles",
  ],
  options: [
    {
      flags: "--by <WHAT>",
      description: "section, author, tag, state, status, kind, lang, month, week, day or year",
    },
    { flags: "--date <DATE>", description: "what months go by: published (default), created or updated" },
    { flags: "-s, --sort <KEYS>", description: "-articles (default), name or words" },
    {
      flags: "-n, --limit <N>",
      description: "rows of a table to show (terminal 50, of several 10; otherwise all; 0 = all)",
    },
    { flags: "--json[=LIST]", description: "one JSON array; without --by one JSON object" },
  ],
  notes: [
    "Rows in a pipe are name, articles, words and share of all, with tabs between",
    "them; without --by what they are counted by stands in front. An article with two",
    "authors or tags counts for each. A section counts those below it, too: --json has",
    "its own as well. The small columns are the last 12 months, or the days, weeks,",
    "months or years that the query asks of the same date; each row by its own largest.",
  ],
  seeAlso: ["tags", "calendar", "list"],
  run: runStats,
};

async function runStats(words: Words, session: Session): Promise<number> {
  const [{ GROUPINGS, readStats, STATS_DATES, STATS_SORT_KEYS }, { parseRowSort }, { readQuery }] =
    await Promise.all([
      import("../../desk/count/stats.ts"),
      import("../../desk/count/order-rows.ts"),
      import("../../desk/find/read-query.ts"),
    ]);
  const by = oneOf(words, "by", GROUPINGS);
  const date = oneOf(words, "date", STATS_DATES) ?? "published";
  const keys = words.text("sort");
  const sort = keys === undefined ? {} : { sort: parseRowSort(keys, STATS_SORT_KEYS) };
  const desk = await session.desk();
  const query = readQuery(desk, words.args);
  const groupings = by === undefined ? (["state", "section", "author", "month"] as const) : [by];
  const found = await readStats(desk, { query, by: groupings, date, ...sort });
  if (words.text("json") !== undefined || !session.io.stdout.isTerminal)
    await writeForPrograms(session, words, found);
  else {
    const { statsLines, statsNotes } = await import("../print/print-stats.ts");
    const limit = words.count("limit") ?? (by === undefined ? 10 : 50);
    const look = { style: session.out, width: session.io.stdout.columns ?? 80, limit };
    await printLines(session, statsLines(desk, found, look));
    await remark(session, footer(found, { limit, notes: statsNotes(by, date), session }));
  }
  await reportMissing(session, found.problems);
  if (found.total.articles === 0) await tellNearValues(session, query);
  return EXIT.ok;
}

async function writeForPrograms(session: Session, words: Words, found: Stats): Promise<void> {
  const [{ groupObject, statsObject, statsRows }, { jsonRows }] = await Promise.all([
    import("../print/print-stats.ts"),
    import("../print/json-rows.ts"),
  ]);
  const limit = words.count("limit") ?? 0;
  const tables = found.tables.map(({ by, groups }) => ({
    by,
    groups: limit === 0 ? groups : groups.slice(0, limit),
  }));
  const shown = { ...found, tables };
  const keys = words.text("json");
  const isOne = words.text("by") !== undefined;
  if (keys === undefined) {
    await printLines(session, statsRows(shown));
  } else if (isOne) {
    const groups = tables.flatMap((table) => table.groups);
    await session.io.stdout.write(
      jsonRows(
        groups.map((group) => groupObject(found.periods, group)),
        keys,
      ),
    );
  } else {
    await print(session, jsonText(pickKeys(statsObject(shown), keys)));
  }
}

interface Footing {
  readonly limit: number;
  readonly notes: readonly string[];
  readonly session: Session;
}

function footer({ total, tables }: Stats, { limit, notes, session }: Footing): string {
  const isCut = limit > 0 && tables.some(({ groups }) => groups.length > limit);
  const parts = [
    `${groupDigits(total.articles)} ${total.articles === 1 ? "article" : "articles"}`,
    `${groupDigits(total.words)} words`,
    ...(total.articles === 0 ? [] : notes),
    ...(isCut ? ["-n 0 shows all"] : []),
  ];
  return joinFacts(parts, session.err);
}

function oneOf<Choice extends string>(
  words: Words,
  option: string,
  choices: readonly Choice[],
): Choice | undefined {
  const typed = words.text(option);
  const choice = choices.find((known) => known === typed);
  if (typed === undefined || choice !== undefined) return choice;
  const { question, details } = guessFor(typed, choices);
  throw new StetError("usage", "usage", `--${option} takes no "${typed}"${question}`, {
    hint: `one of ${choices.join(", ")}`,
    ...details,
  });
}
