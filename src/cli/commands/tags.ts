// `stet tags`: every tag with how often it is used, and those that may be one tag written twice.
import { groupDigits } from "../../base/group-digits.ts";
import type { TagList } from "../../desk/count/list-tags.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { reportMissing } from "../report-error.ts";
import { requireKeys } from "../print/one-object.ts";
import { printLines } from "../print/print-lines.ts";
import { remark, type Session } from "../session.ts";
import { joinFacts } from "../print/join-facts.ts";
import type { Style } from "../style.ts";
import { tellNearValues } from "../print/tell-near-values.ts";
import type { Words } from "../line/words.ts";

export const tags: CommandDeclaration = {
  name: "tags",
  group: "find",
  summary: "List the tags, how often each is used and when last",
  arguments: [{ name: "query", isVariadic: true, isOptional: true }],
  takesQuery: true,
  examples: [
    "stet tags",
    "stet tags section:science -s tag",
    "stet tags --near",
    "stet tags is:live --json=tag,articles",
  ],
  options: [
    { flags: "--near", description: "only tags that look like another one, beside that one" },
    { flags: "-s, --sort <KEYS>", description: "-articles (default), tag, live or used" },
    { flags: "-n, --limit <N>", description: "tags to show (terminal 50, otherwise all; 0 = all)" },
    { flags: "--json[=LIST]", description: "one JSON array" },
  ],
  notes: [
    "Upper and lower case and accents make no other tag; it is spelled as most articles",
    "spell it. Last used is the latest publication, or creation, of an article with it.",
    "Rows in a pipe are tag, articles, live, last used and near tags, with tabs between",
    'them. One tag for two: stet set tag+=new tag-=old -Q "tag=old"',
  ],
  seeAlso: ["stats", "list", "set"],
  run: runTags,
};

async function runTags(words: Words, session: Session): Promise<number> {
  const [{ listTags, TAG_SORT_KEYS }, { parseRowSort }, { readQuery }, print] = await Promise.all([
    import("../../desk/count/list-tags.ts"),
    import("../../desk/count/order-rows.ts"),
    import("../../desk/find/read-query.ts"),
    import("../print/print-tags.ts"),
  ]);
  const keys = words.text("sort");
  const sort = keys === undefined ? {} : { sort: parseRowSort(keys, TAG_SORT_KEYS) };
  const json = words.text("json");
  const { stdout } = session.io;
  const isForPeople = stdout.isTerminal && json === undefined;
  const limit = words.count("limit") ?? (isForPeople ? 50 : 0);
  requireKeys(words, print.TAG_SHAPE);
  const desk = await session.desk();
  const query = readQuery(desk, words.args);
  const found = await listTags(desk, { query, onlyNear: words.flag("near"), ...sort });
  const shown = limit === 0 ? found.tags : found.tags.slice(0, limit);
  if (json !== undefined) {
    const { jsonRows } = await import("../print/json-rows.ts");
    await stdout.write(
      jsonRows(
        shown.map((tag) => print.tagObject(desk, tag)),
        json,
      ),
    );
  } else if (isForPeople) {
    const look = { style: session.out, width: stdout.columns ?? 80 };
    await printLines(session, print.tagLines(desk, shown, look));
    await remark(session, footer(found, shown.length, session.err));
  } else {
    await printLines(
      session,
      shown.map((tag) => print.tagRow(desk, tag)),
    );
  }
  await reportMissing(session, found.problems);
  if (found.articles === 0) await tellNearValues(session, query);
  return EXIT.ok;
}

function footer({ tags: found, articles }: TagList, shown: number, style: Style): string {
  const count = `${groupDigits(found.length)} ${found.length === 1 ? "tag" : "tags"}`;
  const of = `${count} in ${groupDigits(articles)} ${articles === 1 ? "article" : "articles"}`;
  return shown < found.length ? joinFacts([`${shown} of ${of}`, "-n 0 shows all"], style) : of;
}
