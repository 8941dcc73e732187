// `stet rename ARTICLE NEW-SLUG`: another slug, the old one kept as a redirect.
import type { CommandDeclaration } from "../declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { PREFIX_OPTION, selectOne } from "../select.ts";
import { print, tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import type { Words } from "../words.ts";

export const rename: CommandDeclaration = {
  name: "rename",
  aliases: ["mv"],
  group: "write",
  summary: "Give an article another slug and keep the old one as a redirect",
  arguments: [{ name: "article" }, { name: "new-slug" }],
  examples: ["stet rename the-salt-ledger the-salt-ledger-reviewed"],
  options: [PREFIX_OPTION, { flags: "--dry-run", description: "check everything, write nothing" }],
  notes: ["The file is renamed too where its name was the slug. The id never changes."],
  seeAlso: ["set", "show"],
  run: runRename,
};

async function runRename(words: Words, session: Session): Promise<number> {
  const [selector = "", slug = ""] = words.args;
  const { renameArticle } = await import("../../desk/rename-article.ts");
  const entry = await selectOne(session, words, selector, { isChange: true });
  const dryRun = words.flag("dry-run");
  const renamed = renameArticle(await session.desk(), entry, slug, { dryRun });
  if (!session.io.stdout.isTerminal && renamed.isChanged) await print(session, renamed.to);
  if (renamed.isChanged && !dryRun)
    await session.log.note({
      level: "info",
      event: "renamed",
      slug: renamed.to,
      message: `was ${renamed.from}`,
    });
  const sign = dryRun ? "~" : session.err.green(symbols(session.err).ok);
  await tell(
    session,
    renamed.isChanged ? `${sign} ${renamed.from} is now ${renamed.to} (${renamed.path})` : "No change.",
  );
  return EXIT.ok;
}
