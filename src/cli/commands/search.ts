// `stet search`: the articles that hold a word or phrase, best first, with the place where it stands.
import { visibleText } from "../../base/visible-text.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { OUTPUT_OPTIONS } from "../print/output-options.ts";
import { reportMissing } from "../report-error.ts";
import type { Session } from "../session.ts";
import { tellLooserQuery } from "../print/tell-looser-query.ts";
import { tellNearValues } from "../print/tell-near-values.ts";
import type { Words } from "../line/words.ts";

const heading = "Filter";

export const search: CommandDeclaration = {
  name: "search",
  group: "find",
  summary: "Search the text of articles, best match first",
  arguments: [{ name: "query", isVariadic: true, isOptional: true }],
  takesQuery: true,
  examples: [
    "stet search harbour tide",
    "stet search 'power chips' -tag:pensions published:2026..",
    "stet search ferr* is:live --ndjson=slug,score,snippet",
    "stet search --stem ferry",
    "stet search vandermoor -n 3",
  ],
  options: [
    { heading, flags: "-n, --limit <N>", description: "rows to show (terminal 20, otherwise all; 0 = all)" },
    { heading, flags: "--stem", description: "find other forms of each word, too: ferry finds ferries" },
    { heading, flags: "--explain", description: "print the query as stet understood it to stderr" },
    ...OUTPUT_OPTIONS,
  ],
  notes: [
    "Words are looked for in headline, summary, body, authors and tags, whole, without",
    "case and accents, and all must be there; ferr* finds ferry and ferries. The rest",
    "of the query is as in stet list: docs/query.md. A word counts most in the headline,",
    "then the summary, authors and tags, then the body; of equals the newest is first.",
  ],
  seeAlso: ["list", "related"],
  run: runSearch,
};

/** Rows on a terminal: a screen of them. */
const SCREENFUL = 20;

async function runSearch(words: Words, session: Session): Promise<number> {
  const [{ searchArticles }, { readQuery }, { chooseOutput }, { SEARCH_ROWS }, { writeRows }] =
    await Promise.all([
      import("../../desk/find/search-articles.ts"),
      import("../../desk/find/read-query.ts"),
      import("../print/choose-output.ts"),
      import("../print/row-kinds.ts"),
      import("../print/write-rows.ts"),
    ]);
  const output = await chooseOutput(words, session, SEARCH_ROWS);
  const desk = await session.desk();
  const query = readQuery(desk, words.args);
  if (words.flag("explain")) await session.io.stderr.write(`${visibleText(query.canonical)}\n`);
  const limit = words.count("limit") ?? (output.isForPeople ? SCREENFUL : 0);
  const { files, count, problems } = await searchArticles(desk, { query, limit, stem: words.flag("stem") });
  const isAny = await writeRows(session, desk, { output, files, count });
  await reportMissing(session, problems);
  if (!isAny) {
    await tellNearValues(session, query);
    // What is told is of words as they stand, not of their other forms.
    if (!words.flag("stem")) await tellLooserQuery(session, words.args);
  }
  return words.flag("exit-status") && !isAny ? EXIT.no : EXIT.ok;
}
