// `stet rm`: articles to the trash; stet restore brings them back.
import type { CommandDeclaration } from "../line/declaration.ts";
import { reportFailures, reportSkipped } from "../report-error.ts";
import { confirmMany } from "../confirm.ts";
import { PREFIX_OPTION, QUERY_OPTION, selectMany } from "../select.ts";
import { jsonRows } from "../print/json-rows.ts";
import { requireKeys } from "../print/one-object.ts";
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
    { flags: "--json[=LIST]", description: "one JSON array: what went" },
  ],
  seeAlso: ["restore"],
  run: runRm,
};

async function runRm(words: Words, session: Session): Promise<number> {
  const { removeArticles } = await import("../../desk/change/trash-articles.ts");
  const selected = await selectMany(session, words, words.args, { isChange: true });
  requireKeys(words, goneObject("", ""));
  const dryRun = words.flag("dry-run");
  if (!dryRun) await confirmMany(session, selected, "remove");
  const { ok, next } = symbols(session.err);
  const paths = selected.map(({ path }) => path);
  const wasLive = !dryRun && (await isAnyLive(session, paths));
  const { done, skipped, failures } = removeArticles(await session.desk(), selected, { dryRun });
  const printsPaths = !session.io.stdout.isTerminal && words.text("json") === undefined;
  for (const path of done) {
    if (printsPaths) await print(session, path);
    if (!dryRun) await session.log.note({ level: "info", event: "trashed", slug: path });
    await tell(session, dryRun ? `- ${path}` : `${session.err.green(ok)} Moved ${path} to the trash`);
  }
  if (words.text("json") !== undefined) {
    const slugs = new Map(selected.map(({ path, slug }) => [path, slug]));
    const gone = done.map((path) => goneObject(path, slugs.get(path)));
    await session.io.stdout.write(jsonRows(gone, words.text("json") ?? ""));
  }
  const [only] = selected;
  if (!dryRun && only !== undefined && done.length === 1 && selected.length === 1) {
    await tell(session, `${next} stet restore ${only.slug}`);
  }
  await tellOfSite(session, wasLive && done.length > 0);
  await reportSkipped(session, skipped);
  return reportFailures(session, failures);
}

function goneObject(path: string, slug: string | null = null): Readonly<Record<string, unknown>> {
  return { slug, path };
}
