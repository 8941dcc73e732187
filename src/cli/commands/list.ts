// `stet list`: the articles that match a query, as a table for people and rows for everything else.
import { visibleText } from "../../base/visible-text.ts";
import type { Query } from "../../query/query.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { OUTPUT_OPTIONS } from "../print/output-options.ts";
import { reportMissing } from "../report-error.ts";
import { tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import { tellLooserQuery } from "../print/tell-looser-query.ts";
import { tellNearValues } from "../print/tell-near-values.ts";
import type { Words } from "../line/words.ts";

export const list: CommandDeclaration = {
  name: "list",
  aliases: ["ls"],
  group: "find",
  summary: "List articles that match a query, newest first",
  arguments: [{ name: "query", isVariadic: true, isOptional: true }],
  takesQuery: true,
  examples: [
    "stet list section:europe status:draft,review",
    'stet list author:"Ilse Vandermoor" -tag:rail',
    "stet list is:live --ndjson=slug,headline",
    "stet list updated:-7d.. OR is:scheduled -s published -n 3",
    "stet list @hot",
  ],
  options: [
    {
      heading: "Filter and order",
      flags: "-n, --limit <N>",
      description: "rows to show (terminal 50, otherwise all; 0 = all)",
    },
    {
      heading: "Filter and order",
      flags: "-s, --sort <KEYS>",
      description: "-updated (default), headline, words, ...",
    },
    {
      heading: "Filter and order",
      flags: "--query-file <FILE>",
      description: "read the query from a file, - for stdin",
    },
    {
      heading: "Filter and order",
      flags: "--explain",
      description: "print the query as stet understood it to stderr",
    },
    ...OUTPUT_OPTIONS,
  ],
  notes: [
    "Query: field:value (section status tag author kind lang slug headline summary",
    "body words created updated published embargo expires x.*), is:STATE, has:image,",
    'words, "phrases"; a,b is or, - or ! is not, OR and ( ) group, a..b is a range,',
    "dates are 2025-01, 2025-01-31, today, -7d; @name is a saved query: docs/query.md",
  ],
  seeAlso: ["show", "export"],
  run: runList,
};

async function runList(words: Words, session: Session): Promise<number> {
  const [{ listArticles, parseSort }, { chooseOutput }, { LIST_ROWS }, { writeRows }] = await Promise.all([
    import("../../desk/find/list-articles.ts"),
    import("../print/choose-output.ts"),
    import("../print/row-kinds.ts"),
    import("../print/write-rows.ts"),
  ]);
  const output = await chooseOutput(words, session, LIST_ROWS);
  const sort = words.text("sort");
  const keys = sort === undefined ? [] : parseSort(sort);
  const query = await queryOf(words, session);
  if (words.flag("explain")) await session.io.stderr.write(`${visibleText(query.canonical)}\n`);
  const desk = await session.desk();
  const limit = words.count("limit") ?? (output.isForPeople ? 50 : 0);
  const { files, count, problems } = await listArticles(desk, { query, sort: keys, limit });
  const isAny = await writeRows(session, desk, { output, files, count });
  await reportMissing(session, problems);
  if (!isAny && query.canonical === "" && output.isForPeople)
    await tell(session, `${symbols(session.err).next} stet new`);
  if (!isAny) {
    await tellNearValues(session, query);
    // With a query of a file besides, no line of words finds what it would.
    if (words.text("query-file") === undefined) await tellLooserQuery(session, words.args);
  }
  return words.flag("exit-status") && !isAny ? EXIT.no : EXIT.ok;
}

/** The words and the query file together: both must hold. */
async function queryOf(words: Words, session: Session): Promise<Query> {
  const { readQuery, readQueryText } = await import("../../desk/find/read-query.ts");
  const desk = await session.desk();
  const file = words.text("query-file");
  if (file === undefined) return readQuery(desk, words.args);
  const { readText } = await import("../read-text.ts");
  const text = (await readText(session, file)).replace(/^#.*$/gm, "");
  if (text.trim() === "") return readQuery(desk, words.args);
  // Each by itself first: what is wrong is shown as it stands there.
  readQuery(desk, words.args);
  const { canonical } = readQueryText(desk, text);
  return readQuery(desk, [...words.args, `( ${canonical} )`]);
}
