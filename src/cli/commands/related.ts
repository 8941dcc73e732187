// `stet related`: what goes with an article: its pins, then the articles that share its telling words and tags.
import { StetError } from "../../base/stet-error.ts";
import type { Desk } from "../../desk/desk.ts";
import type { RelatedHit, RelatingArticle } from "../../desk/find/related-articles.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { OUTPUT_OPTIONS } from "../print/output-options.ts";
import { selectOrPick } from "../select.ts";
import type { Session } from "../session.ts";
import type { Words } from "../line/words.ts";

export const related: CommandDeclaration = {
  name: "related",
  group: "find",
  summary: "Find the articles that go with one",
  arguments: [{ name: "article", isOptional: true }],
  examples: [
    "stet related the-last-carriage-to-holm",
    "stet related the-tide-gauge-that-would-not-lie --all --explain",
    "stet related the-last-carriage-to-holm --page --explain",
    "stet related live-storm-ilva --slugs -n 3",
  ],
  options: [
    { flags: "-n, --limit <N>", description: "rows to show (terminal 10, otherwise all; 0 = all)" },
    { flags: "--all", description: "drafts and everything else that readers cannot see, too" },
    { flags: "--page", description: "what the related block of its page shows, no more and no less" },
    { flags: "--explain", description: "show why each is among them" },
    ...OUTPUT_OPTIONS,
  ],
  notes: [
    "Pinned articles come first, in their order. Then those that share words which are",
    "often in this one and rare elsewhere, tags (rare ones count more), the section, the",
    "time; two dozen at most. Without --all only what is live now (--now).",
    "Pages show the live pins and up to four in all, chosen more steadily, so that one",
    "edit changes few of them: by tags, names in headlines, section and time. --page",
    "prints that.",
  ],
  seeAlso: ["search", "render"],
  run: runRelated,
};

/** Rows on a terminal. */
const USUAL = 10;

async function runRelated(words: Words, session: Session): Promise<number> {
  const [{ relatedArticles }, { isReadable }, { unreadable }, { chooseOutput }, { explained, RELATED_ROWS }] =
    await Promise.all([
      import("../../desk/find/related-articles.ts"),
      import("../../desk/find/read-entries.ts"),
      import("../../desk/unreadable.ts"),
      import("../print/choose-output.ts"),
      import("../print/row-kinds.ts"),
    ]);
  const kind = words.flag("explain") ? explained(RELATED_ROWS) : RELATED_ROWS;
  const output = await chooseOutput(words, session, kind);
  const entry = await selectOrPick(session, words, words.args[0], { isChange: false });
  if (!isReadable(entry)) throw unreadable(entry);
  const desk = await session.desk();
  const all = words.flag("page")
    ? await blockOf(desk, entry, words)
    : await relatedArticles(desk, entry, { limit: 0, onlyLive: !words.flag("all") });
  const limit = words.count("limit") ?? (output.isForPeople ? USUAL : 0);
  const files = limit === 0 ? all : all.slice(0, limit);
  const { writeRows } = await import("../print/write-rows.ts");
  const isAny = await writeRows(session, desk, { output, files, count: () => all.length });
  return words.flag("exit-status") && !isAny ? EXIT.no : EXIT.ok;
}

async function blockOf(desk: Desk, entry: RelatingArticle, words: Words): Promise<RelatedHit[]> {
  if (words.flag("all"))
    throw new StetError("usage", "usage", "a page shows only what is live: --page or --all");
  const { pageRelated } = await import("../../desk/site/plan/page-related.ts");
  return pageRelated(desk, entry);
}
