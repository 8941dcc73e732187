// `stet list`: the articles that match a query, as a table for people and rows for everything else.
import type { CommandDeclaration } from "../declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { reportProblems } from "../report-error.ts";
import type { Session } from "../session.ts";
import type { Words } from "../words.ts";

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
    "stet list is:live -s published -n 3",
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
      heading: "Output",
      flags: "-F, --fields <LIST>",
      description: "columns of the table or of tab-separated rows",
    },
    { heading: "Output", flags: "--json[=LIST]", description: "one JSON array" },
    { heading: "Output", flags: "--ndjson[=LIST]", description: "one JSON object per line" },
    { heading: "Output", flags: "--csv[=LIST]", description: "comma-separated, with a header" },
    { heading: "Output", flags: "--tsv[=LIST]", description: "tab-separated, with a header" },
    { heading: "Output", flags: "--slugs", description: "slugs alone, one per line" },
    { heading: "Output", flags: "--paths", description: "paths alone" },
    { heading: "Output", flags: "--ids", description: "ids alone" },
    { heading: "Output", flags: "--count", description: "how many there are" },
    { heading: "Output", flags: "--bom", description: "begin CSV with a byte order mark, for Excel" },
    {
      heading: "Output",
      flags: "-0, --print0",
      description: "end each row with NUL instead of a line break",
    },
    { heading: "Output", flags: "-e, --exit-status", description: "exit 1 if nothing matches" },
  ],
  notes: [
    "Query: field:value (section status tag author kind lang slug headline summary",
    "body), is:STATE, has:image, and words; a comma is or, a leading - or ! is not.",
  ],
  seeAlso: ["show", "export"],
  run: runList,
};

async function runList(words: Words, session: Session): Promise<number> {
  const [{ listArticles, parseSort }, { parseQuery }, { chooseOutput, writeRows }] = await Promise.all([
    import("../../desk/list-articles.ts"),
    import("../../query/parse-query.ts"),
    import("../write-rows.ts"),
  ]);
  const output = chooseOutput(words, session);
  const sort = words.text("sort");
  const query = parseQuery(words.args);
  const desk = await session.desk();
  const { entries, problems } = listArticles(desk, query, sort === undefined ? [] : parseSort(sort));
  const limit = words.count("limit") ?? (output.isForPeople ? 50 : 0);
  const shown = limit === 0 ? entries : entries.slice(0, limit);
  await writeRows(session, desk, { output, entries: shown, total: entries.length });
  await reportProblems(session, problems);
  if (problems.length > 0) return EXIT.partial;
  return words.flag("exit-status") && entries.length === 0 ? EXIT.no : EXIT.ok;
}
