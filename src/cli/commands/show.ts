// `stet show`: one article to read in the terminal, as text in a pipe, or as an object for scripts.
import { widthAsked } from "../print/width-asked.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { reportProblems } from "../report-error.ts";
import { selectOrPick } from "../select.ts";
import type { Session } from "../session.ts";
import type { Words } from "../line/words.ts";

export const show: CommandDeclaration = {
  name: "show",
  aliases: ["view"],
  group: "find",
  summary: "Read an article",
  arguments: [{ name: "article", isOptional: true }],
  examples: [
    "stet show the-salt-ledger",
    "stet show the-salt-ledger --json=headline,quotes",
    "stet show articles/2025/11/the-salt-ledger.yaml",
  ],
  options: [
    { flags: "--json[=LIST]", description: "one JSON object with the fields of stet list" },
    { flags: "--jq <EXPR>", description: "a jq expression over that object" },
    { flags: "--format <TEMPLATE>", description: "a line, as '{headline} ({words|num} words)'" },
    { flags: "--width <COLUMNS>", description: "how wide the text may be" },
  ],
  seeAlso: ["render", "list"],
  run: runShow,
};

async function runShow(words: Words, session: Session): Promise<number> {
  const [selector] = words.args;
  const entry = await selectOrPick(session, words, selector, { isChange: false });
  const [{ isReadable }, { unreadable }] = await Promise.all([
    import("../../desk/find/read-entries.ts"),
    import("../../desk/unreadable.ts"),
  ]);
  if (!isReadable(entry)) {
    if (session.jsonErrors) throw unreadable(entry);
    await reportProblems(session, entry.problems);
    return EXIT.invalid;
  }
  const desk = await session.desk();
  if (asksData(words)) {
    const [{ listed }, { writeObject }] = await Promise.all([
      import("../../desk/find/list-fields.ts"),
      import("../print/write-object.ts"),
    ]);
    await writeObject(session, desk, words, listed(entry));
    return EXIT.ok;
  }
  const [{ renderArticle }, { withPager }] = await Promise.all([
    import("../../desk/render-article.ts"),
    import("../pager.ts"),
  ]);
  const { stdout } = session.io;
  const width = widthAsked(words) ?? stdout.columns ?? 80;
  const to = stdout.isTerminal || session.out.hyperlinks ? "ansi" : "text";
  const text = renderArticle(desk, entry, { to, width, fragment: false, style: session.out });
  return withPager(session, async ({ io }) => {
    await io.stdout.write(text);
    return EXIT.ok;
  });
}

/** Data about the article, not the article to read. */
function asksData(words: Words): boolean {
  return ["json", "jq", "format"].some((name) => words.text(name) !== undefined);
}
