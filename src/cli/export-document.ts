// The half of `stet export` that prints one document of the site: a feed, a sitemap, the list of feeds.
import type { Problem } from "../base/problem.ts";
import { isLive } from "../article/state.ts";
import type { DocumentName } from "../desk/export-document.ts";
import type { FeedRows } from "../desk/feeds/feed-rows.ts";
import { EXIT } from "./exit-codes.ts";
import { placeOf } from "./place-of.ts";
import { reportMissing } from "./report-error.ts";
import { readSelected, selectMany } from "./select.ts";
import { remark, tell, type Session } from "./session.ts";
import type { Words } from "./line/words.ts";

/** Prints the document, or writes it where `-o` says, and returns the exit code. */
export async function runExportDocument(words: Words, session: Session, name: DocumentName): Promise<number> {
  const { exportDocument } = await import("../desk/export-document.ts");
  const desk = await session.desk();
  const { rows, problems, query } = name === "opml" ? NO_ROWS : await rowsFor(words, session);
  const content = words.text("content");
  const text = await exportDocument(desk, {
    name,
    rows,
    query,
    limit: words.count("limit"),
    content: content === "full" || content === "summary" ? content : undefined,
  });
  await deliver(words, session, text);
  const told = problems.filter(({ field }) => field !== "id" || !name.endsWith("sitemap"));
  await reportMissing(session, told);
  return EXIT.ok;
}

interface Chosen extends FeedRows {
  readonly query: string | undefined;
}

const NO_ROWS: Chosen = { rows: [], problems: [], query: undefined };

async function rowsFor(words: Words, session: Session): Promise<Chosen> {
  const [{ matchingRows }, { readQuery, readQueryText }] = await Promise.all([
    import("../desk/feeds/feed-rows.ts"),
    import("../desk/find/read-query.ts"),
  ]);
  if (words.args.length > 0) return { ...(await namedRows(words, session)), query: undefined };
  const desk = await session.desk();
  const typed = words.text("query");
  const query = typed === undefined ? readQuery(desk, []) : readQueryText(desk, typed);
  return { ...(await matchingRows(desk, query)), query: typed === undefined ? undefined : query.canonical };
}

/** The rows of named articles; those that are not live are named on stderr, for no document holds them. */
async function namedRows(words: Words, session: Session): Promise<FeedRows> {
  const [{ rowsOf }, { readableAmong }] = await Promise.all([
    import("../desk/feeds/feed-rows.ts"),
    import("../desk/find/read-entries.ts"),
  ]);
  const desk = await session.desk();
  const unreadable: Problem[] = [];
  const named = await selectMany(session, words, words.args, { isChange: false });
  const readable = [...readableAmong(await readSelected(session, named), unreadable)];
  for (const { article } of readable)
    if (!isLive(article, desk.now)) await remark(session, `${article.slug} is not live and is left out`);
  const { rows, problems } = rowsOf(desk, readable);
  return { rows, problems: [...unreadable, ...problems] };
}

async function deliver(words: Words, session: Session, text: string): Promise<void> {
  const output = words.text("output") ?? "-";
  if (output === "-") return session.io.stdout.write(text);
  const { writeOutput } = await import("../newsroom/write/write-output.ts");
  writeOutput(await placeOf(session, output), text);
  await tell(session, output);
}
