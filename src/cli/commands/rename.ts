// `stet rename ARTICLE NEW-SLUG`: another slug, the old one kept as a redirect.
import type { Renamed } from "../../desk/change/rename-article.ts";
import type { Entry } from "../../desk/find/read-entries.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { PREFIX_OPTION } from "../select.ts";
import { requireKeys, writeOneObject } from "../print/one-object.ts";
import { print, tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import { isAnyLive, tellOfSite } from "../tell-site.ts";
import type { Words } from "../line/words.ts";

export const rename: CommandDeclaration = {
  name: "rename",
  aliases: ["mv"],
  group: "write",
  summary: "Give an article another slug and keep the old one as a redirect",
  arguments: [
    { name: "article", isOptional: true },
    { name: "new-slug", isOptional: true },
  ],
  examples: ["stet rename the-salt-ledger the-salt-ledger-reviewed"],
  options: [
    PREFIX_OPTION,
    { flags: "--dry-run", description: "check everything, write nothing" },
    { flags: "--json[=LIST]", description: "one JSON object" },
  ],
  notes: [
    "The file is renamed too where its name was the slug. The id never changes. A",
    "terminal lets you pick the article where none is named, and asks for the slug.",
    "An old slug that another article has, too, is left to that one.",
  ],
  seeAlso: ["set", "show"],
  run: runRename,
};

async function runRename(words: Words, session: Session): Promise<number> {
  const [{ renameArticle }, { articleAndWords }] = await Promise.all([
    import("../../desk/change/rename-article.ts"),
    import("../prompts/article-and-words.ts"),
  ]);
  const { entry, text: slug } = await articleAndWords(session, words, {
    what: "the new slug",
    example: "new-slug",
    ask: (chosen) => askSlug(session, chosen),
  });
  requireKeys(words, renamedObject({ from: "", to: "", path: "", isChanged: false }));
  const dryRun = words.flag("dry-run");
  const renamed = renameArticle(await session.desk(), entry, slug, { dryRun });
  const isWritten = await writeOneObject(words, session, () => renamedObject(renamed));
  if (!session.io.stdout.isTerminal && !isWritten && renamed.isChanged) await print(session, renamed.to);
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
  if (renamed.isChanged && !dryRun) await tellOfSite(session, await isAnyLive(session, [renamed.path]));
  return EXIT.ok;
}

/** The slug it has stands in the line to be changed. */
async function askSlug(session: Session, entry: Entry): Promise<string> {
  const [{ isReadable }, { unreadable }, { renameFault }, { askLine }, desk] = await Promise.all([
    import("../../desk/find/read-entries.ts"),
    import("../../desk/unreadable.ts"),
    import("../../desk/change/rename-article.ts"),
    import("../prompts/ask.ts"),
    session.desk(),
  ]);
  if (!isReadable(entry)) throw unreadable(entry);
  const { slug } = entry.article;
  return askLine(session, {
    message: "New slug:",
    instead: "NEW-SLUG",
    initial: slug,
    remark: () => "the old one stays as a redirect",
    fault: (line) => (line === slug ? "it has this slug now" : renameFault(desk, entry, line)),
  });
}

function renamedObject({ from, to, path, isChanged }: Renamed): Readonly<Record<string, unknown>> {
  return { slug: to, path, from, change: isChanged ? "changed" : "unchanged" };
}
