// `stet pick`: articles chosen on the screen, their slugs on stdout, so that other commands can be given them.
import { StetError } from "../../base/stet-error.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { canAsk, print, type Session } from "../session.ts";
import type { Words } from "../line/words.ts";

export const pick: CommandDeclaration = {
  name: "pick",
  group: "find",
  summary: "Choose articles on the screen and print their slugs",
  arguments: [{ name: "query", isVariadic: true, isOptional: true }],
  takesQuery: true,
  examples: ["stet pick", "stet pick section:europe is:live", "stet render $(stet pick --one) --to text"],
  options: [
    { flags: "--one", description: "one article; the picker marks none" },
    { flags: "--paths", description: "print paths instead of slugs" },
    { flags: "-0, --print0", description: "end each row with NUL instead of a line break" },
  ],
  notes: [
    "Type to find: parts of the slug or headline, or a query; 68+ means that it is",
    "still looking. The picker is drawn on stderr, so stdout may be a pipe. Esc,",
    "Ctrl-C and Ctrl-D cancel with exit code 130. ACCESSIBLE=1 asks for numbers",
    "instead of drawing. An article that was removed before it was chosen ends it with",
    "3, and nothing is printed.",
  ],
  seeAlso: ["list", "edit"],
  run: runPick,
};

async function runPick(words: Words, session: Session): Promise<number> {
  if (!canAsk(session)) {
    throw new StetError("usage", "need-input", "pick needs a terminal to draw on, on stdin and stderr", {
      hint: "stet list --slugs",
    });
  }
  const [{ articleSource }, { readQuery }, { pickArticles }, desk] = await Promise.all([
    import("../../desk/find/article-source.ts"),
    import("../../desk/find/read-query.ts"),
    import("../prompts/pick-articles.ts"),
    session.desk(),
  ]);
  const source = articleSource(desk, readQuery(desk, words.args));
  if (source("").total === 0) {
    throw new StetError("not-found", "not-found", "there is no article to choose from", {
      hint: "stet list",
    });
  }
  const paths = await pickArticles(session, { source, many: !words.flag("one") });
  const { readEntry, requireThere } = await import("../../desk/find/read-entries.ts");
  // All of them, or none: what is given a part of a choice does not know it.
  const chosen = paths.map((path) => requireThere(readEntry(desk, path)));
  for (const { path, article } of chosen) {
    const name = words.flag("paths") ? path : (article?.slug ?? path);
    if (words.flag("print0")) await session.io.stdout.write(`${name}\0`);
    else await print(session, name);
  }
  return EXIT.ok;
}
