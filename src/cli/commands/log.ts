// `stet log`: who changed what and when, by the git repository the newsroom lies in; or how publishing went.
import type { Desk } from "../../desk/desk.ts";
import type { LogRow } from "../../desk/history/article-log.ts";
import type { Repository } from "../../desk/history/repository.ts";
import { StetError } from "../../base/stet-error.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { withPager } from "../pager.ts";
import { selectOne } from "../select.ts";
import { print, tell, type Session } from "../session.ts";
import { joiner } from "../style.ts";
import type { Words } from "../line/words.ts";

export const log: CommandDeclaration = {
  name: "log",
  group: "track",
  summary: "Show who changed what and when, by git",
  arguments: [{ name: "article", isOptional: true }],
  examples: [
    "stet log the-salt-ledger",
    "stet log -n 20",
    "stet log the-salt-ledger -p",
    "stet log --since -7d --ndjson=at,author,slug,change",
    "stet log --runs",
  ],
  options: [
    {
      flags: "-n, --limit <N>",
      description: "changes to show (terminal 50, otherwise all; 0 = all)",
    },
    { flags: "--since <TIME>", description: "only what was committed since: 2026-11-20, yesterday, -7d" },
    { flags: "-p, --patch", description: "with what changed in the text; in a pipe as patches" },
    { flags: "--runs", description: "how publishing went, run by run, instead" },
    { flags: "--json[=LIST]", description: "one JSON array" },
    { flags: "--ndjson[=LIST]", description: "one JSON object per line, as it is found" },
  ],
  notes: [
    "An article is followed through its renames; one that was removed is found by its",
    "slug or path. Rows in a pipe are time, commit, author, slug, change and subject,",
    "with tabs between them. The newsroom must lie in a git repository; without one,",
    "stet undo --list shows what stet itself wrote last. Runs need none. As in git, -5 is -n 5,",
    "here and wherever there is -n.",
  ],
  seeAlso: ["diff", "undo", "publish"],
  run: runLog,
};

async function runLog(words: Words, session: Session): Promise<number> {
  if (words.text("json") !== undefined && words.text("ndjson") !== undefined)
    throw new StetError("usage", "usage", "--json and --ndjson are two outputs; choose one");
  if (words.flag("runs")) return (await import("../history/write-runs.ts")).writeRuns(words, session);
  const { requireRepository } = await import("../../desk/history/repository.ts");
  const desk = await session.desk();
  const repository = requireRepository(desk);
  const rows = await rowsFor(words, session, repository);
  if (await writeData(words, session, rows)) return EXIT.ok;
  if (!session.io.stdout.isTerminal) return writeRows(words, session, { rows, repository });
  return writeForPeople(words, session, { rows, repository });
}

type Rows = () => AsyncIterable<LogRow>;

async function rowsFor(words: Words, session: Session, repository: Repository): Promise<Rows> {
  const [{ articleLog }, { timeMeant }] = await Promise.all([
    import("../../desk/history/article-log.ts"),
    import("../../desk/history/commit-meant.ts"),
  ]);
  const desk = await session.desk();
  const typed = words.text("since");
  const since = typed === undefined ? undefined : timeMeant(desk, typed);
  if (typed !== undefined && since === undefined)
    throw new StetError("usage", "bad-date", `cannot read the time "${typed}"`, {
      hint: "as 2026-11-20, yesterday, last-week or -7d",
    });
  const file = await fileOf(words, session, repository);
  const request = { ...(file === undefined ? {} : { file }), ...(since === undefined ? {} : { since }) };
  return () => articleLog(desk, repository, request);
}

/** The named article's file in history. Throws StetError not-found for one that neither is nor was. */
async function fileOf(
  { args: [selector], ...words }: Words,
  session: Session,
  { head }: Repository,
): Promise<string | undefined> {
  if (selector === undefined || head === undefined) return undefined;
  const { committedFile, removedFile } = await import("../../desk/history/article-log.ts");
  const desk = await session.desk();
  try {
    const entry = await selectOne(session, { args: [], ...words }, selector, { isChange: false });
    const file = committedFile(desk, entry);
    return file ?? entry.path;
  } catch (error) {
    const isMissing = error instanceof StetError && error.code === "not-found";
    const file = isMissing ? await removedFile(desk, selector) : undefined;
    if (file === undefined) throw error;
    return file;
  }
}

async function writeData(words: Words, session: Session, rows: Rows): Promise<boolean> {
  const [{ LOG_SHAPE, logObject }, { writeObjects }, { requireKeys }] = await Promise.all([
    import("../history/print-log.ts"),
    import("../history/write-objects.ts"),
    import("../print/one-object.ts"),
  ]);
  const desk = await session.desk();
  const limit = words.count("limit") ?? 0;
  requireKeys(words, LOG_SHAPE);
  return writeObjects(words, session, async function* () {
    for await (const row of first(rows(), limit)) yield logObject(desk, row);
  });
}

/** At most `limit` of them; all for 0. What lies behind is not asked for. */
async function* first<T>(items: AsyncIterable<T>, limit: number): AsyncGenerator<T> {
  let count = 0;
  for await (const item of items) {
    yield item;
    if (++count === limit) return;
  }
}

interface History {
  readonly rows: Rows;
  readonly repository: Repository;
}

async function writeRows(words: Words, session: Session, { rows, repository }: History): Promise<number> {
  const { logRow, patchHead, patchOf } = await import("../history/print-log.ts");
  const desk = await session.desk();
  let commit = "";
  for await (const row of first(rows(), words.count("limit") ?? 0)) {
    if (!words.flag("patch")) {
      await print(session, logRow(desk, row));
      continue;
    }
    const head = row.commit.name === commit ? "" : patchHead(desk, row.commit);
    commit = row.commit.name;
    await session.io.stdout.write(head + patchOf(row, repository.prefix));
  }
  return EXIT.ok;
}

async function writeForPeople(
  words: Words,
  session: Session,
  { rows, repository }: History,
): Promise<number> {
  const desk = await session.desk();
  const limit = words.count("limit") ?? 50;
  let shown = 0;
  const write = async (paged: Session): Promise<number> => {
    const printRow = await printerFor(words, paged, desk);
    for await (const row of first(rows(), limit)) {
      await paged.io.stdout.write(printRow(row));
      shown++;
    }
    return EXIT.ok;
  };
  const exit = await withPager(session, write);
  if (shown === limit && shown > 0)
    await tell(session, `${shown} ${shown === 1 ? "change" : "changes"}${joiner(session.err)}-n 0 shows all`);
  await tellUncommitted(words, session, repository);
  return exit;
}

/** What git does not know yet would be missed in its log. */
async function tellUncommitted(words: Words, session: Session, { head }: Repository): Promise<void> {
  if (head === undefined) return tell(session, "nothing was committed yet");
  const [{ changedArticles }, { namedChanges }] = await Promise.all([
    import("../../desk/history/changed-articles.ts"),
    import("../history/named-changes.ts"),
  ]);
  const all = changedArticles(await session.desk(), { since: head });
  // An article that was removed long ago is no article any more.
  const count = (await namedChanges(words, session, all).catch(() => [])).length;
  if (count === 0) return;
  const what = words.args.length > 0 ? words.args.join(" ") : count === 1 ? "1 article" : `${count} articles`;
  await tell(session, `${what} changed since the last commit: stet diff${["", ...words.args].join(" ")}`);
}

/** The lines of one row: its commit above the first of them, and a blank line before that. */
async function printerFor(words: Words, session: Session, desk: Desk): Promise<(row: LogRow) => string> {
  const [print, { changeLines }, { needsMarks }] = await Promise.all([
    import("../history/print-log.ts"),
    import("../history/print-change.ts"),
    import("../history/print-words.ts"),
  ]);
  const { out: style, io } = session;
  const width = io.stdout.columns ?? 80;
  const look = { style, width, isMarked: needsMarks(style, io.env) };
  const withSlug = words.args.length === 0;
  let commit = "";
  return (row) => {
    const isNew = row.commit.name !== commit;
    commit = row.commit.name;
    const lines = isNew ? [print.commitLine(desk, row.commit, look)] : [];
    const details = words.flag("patch") ? changeLines(row.change, look) : [];
    const isAllSaid = details.length === 1 && row.change.kind !== "changed";
    if (withSlug || details.length === 0 || isAllSaid)
      lines.push(print.changeLine(row, { ...look, withSlug }));
    if (words.flag("patch")) lines.push(...(isAllSaid ? [] : details), "");
    return lines.map((line) => `${line}\n`).join("");
  };
}
