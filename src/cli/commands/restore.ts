// `stet restore`: an article back from the trash, to where it was.
import { StetError } from "../../base/stet-error.ts";
import { writeInstant } from "../../base/zone.ts";
import type { Desk } from "../../desk/desk.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { jsonRows } from "../print/json-rows.ts";
import { requireKeys, writeOneObject } from "../print/one-object.ts";
import { canAsk, missing, print, tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import { isAnyLive, tellOfSite } from "../tell-site.ts";
import type { Words } from "../line/words.ts";

export const restore: CommandDeclaration = {
  name: "restore",
  group: "write",
  summary: "Bring an article back from the trash",
  // No name of an article that is there: completion offers what is in the trash.
  arguments: [{ name: "removed-article", isOptional: true }],
  examples: ["stet restore --list"],
  options: [
    { flags: "--list", description: "what is in the trash: path, tab, when; the latest first" },
    { flags: "--dry-run", description: "say what would come back, move nothing" },
    { flags: "--json[=LIST]", description: "one JSON object; with --list an array" },
  ],
  notes: [
    "REMOVED-ARTICLE is a slug or a path; of several with one name the latest comes back.",
    "Without it, on a terminal, it is picked from what is in the trash.",
  ],
  seeAlso: ["rm"],
  run: runRestore,
};

async function runRestore(words: Words, session: Session): Promise<number> {
  const { restoreArticle, trashedArticles } = await import("../../desk/change/trash-articles.ts");
  const desk = await session.desk();
  const keys = words.text("json");
  if (words.flag("list") && words.args.length > 0)
    throw new StetError("usage", "usage", "--list shows all of the trash, and takes no name");
  if (words.flag("list") && keys !== undefined) {
    requireKeys(words, { path: null, at: null });
    const trashed = trashedArticles(desk).map(({ path, trashedAt }) => ({
      path,
      at: writeInstant(trashedAt, desk.settings.timezone),
    }));
    await session.io.stdout.write(jsonRows(trashed, keys));
    return EXIT.ok;
  }
  if (words.flag("list")) {
    const trashed = trashedArticles(desk);
    for (const { path, trashedAt } of trashed)
      await print(session, `${path}\t${writeInstant(trashedAt, desk.settings.timezone)}`);
    if (trashed.length === 0) await tell(session, "the trash is empty");
    return EXIT.ok;
  }
  const [name = await pickTrashed(session, desk)] = words.args;
  const dryRun = words.flag("dry-run");
  requireKeys(words, { path: "" });
  const path = restoreArticle(desk, name, { dryRun });
  const isWritten = await writeOneObject(words, session, () => ({ path }));
  if (!session.io.stdout.isTerminal && !isWritten) await print(session, path);
  if (!dryRun) await session.log.note({ level: "info", event: "restored", slug: path });
  await tell(
    session,
    dryRun ? `+ ${path}` : `${session.err.green(symbols(session.err).ok)} Restored ${path}`,
  );
  if (!dryRun) await tellOfSite(session, await isAnyLive(session, [path]));
  return EXIT.ok;
}

/** What a person chooses of the trash, on a terminal. */
async function pickTrashed(session: Session, desk: Desk): Promise<string> {
  if (!canAsk(session)) throw missing("restore", "an article of the trash", "stet restore --list");
  const [{ trashSource }, { pickArticles }] = await Promise.all([
    import("../../desk/find/trash-source.ts"),
    import("../prompts/pick-articles.ts"),
  ]);
  const source = trashSource(desk);
  if (source("").total === 0)
    throw new StetError("not-found", "not-found", "the trash is empty", { hint: "stet list" });
  const [id = ""] = await pickArticles(session, { source, many: false });
  return id;
}
