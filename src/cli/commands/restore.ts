// `stet restore`: an article back from the trash, to where it was.
import { writeInstant } from "../../base/zone.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { missing, print, tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import { isAnyLive, tellOfSite } from "../tell-site.ts";
import type { Words } from "../line/words.ts";

export const restore: CommandDeclaration = {
  name: "restore",
  group: "write",
  summary: "Bring an article back from the trash",
  arguments: [{ name: "article", isOptional: true }],
  examples: ["stet restore --list"],
  options: [
    { flags: "--list", description: "what is in the trash: path, tab, when; the latest first" },
    { flags: "--dry-run", description: "say what would come back, move nothing" },
  ],
  notes: ["ARTICLE is a slug or a path; of several with one name the latest comes back."],
  seeAlso: ["rm"],
  run: runRestore,
};

async function runRestore(words: Words, session: Session): Promise<number> {
  const { restoreArticle, trashedArticles } = await import("../../desk/change/trash-articles.ts");
  const desk = await session.desk();
  if (words.flag("list")) {
    for (const { path, trashedAt } of trashedArticles(desk)) {
      await print(session, `${path}\t${writeInstant(trashedAt, desk.settings.timezone)}`);
    }
    return EXIT.ok;
  }
  const [name] = words.args;
  if (name === undefined) throw missing("restore", "an article; stet restore --list shows what there is");
  const dryRun = words.flag("dry-run");
  const path = restoreArticle(desk, name, { dryRun });
  if (!session.io.stdout.isTerminal) await print(session, path);
  if (!dryRun) await session.log.note({ level: "info", event: "restored", slug: path });
  await tell(
    session,
    dryRun ? `+ ${path}` : `${session.err.green(symbols(session.err).ok)} Restored ${path}`,
  );
  if (!dryRun) await tellOfSite(session, await isAnyLive(session, [path]));
  return EXIT.ok;
}
