// `stet rm`: articles to the trash; stet restore brings them back.
import type { CommandDeclaration } from "../line/declaration.ts";
import { reportFailures, reportSkipped } from "../report-error.ts";
import { confirmMany, PREFIX_OPTION, QUERY_OPTION, selectMany } from "../select.ts";
import { print, tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import { isAnyLive, tellOfSite } from "../tell-site.ts";
import type { Words } from "../line/words.ts";

export const rm: CommandDeclaration = {
  name: "rm",
  group: "write",
  summary: "Move articles to the trash",
  arguments: [{ name: "article", isVariadic: true, isOptional: true }],
  examples: ["stet rm the-goalkeeper-who-counts", "stet rm -Q 'status:killed' --yes"],
  options: [
    QUERY_OPTION,
    PREFIX_OPTION,
    { flags: "-0, --print0", description: "names on stdin end with NUL" },
    { flags: "--dry-run", description: "say what would go, move nothing" },
  ],
  seeAlso: ["restore"],
  run: runRm,
};

async function runRm(words: Words, session: Session): Promise<number> {
  const { removeArticles } = await import("../../desk/change/trash-articles.ts");
  const selected = await selectMany(session, words, words.args, { isChange: true });
  const dryRun = words.flag("dry-run");
  if (!dryRun) await confirmMany(session, selected, "remove");
  const { ok, next } = symbols(session.err);
  const paths = selected.map(({ path }) => path);
  const wasLive = !dryRun && (await isAnyLive(session, paths));
  const { done, skipped, failures } = removeArticles(await session.desk(), selected, { dryRun });
  for (const path of done) {
    if (!session.io.stdout.isTerminal) await print(session, path);
    if (!dryRun) await session.log.note({ level: "info", event: "trashed", slug: path });
    await tell(session, dryRun ? `- ${path}` : `${session.err.green(ok)} Moved ${path} to the trash`);
  }
  const [only] = selected;
  if (!dryRun && only !== undefined && done.length === 1 && selected.length === 1) {
    await tell(session, `${next} stet restore ${only.slug}`);
  }
  await tellOfSite(session, wasLive && done.length > 0);
  await reportSkipped(session, skipped);
  return reportFailures(session, failures);
}
