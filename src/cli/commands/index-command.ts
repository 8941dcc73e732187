// `stet index`: the index brought up to the files by hand; every listing does the same of itself.
import type { IndexCheck, Indexed } from "../../desk/keep-index/rebuild-index.ts";
import { StetError } from "../../base/stet-error.ts";
import { visibleText } from "../../base/visible-text.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { print, remark, tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import type { Words } from "../line/words.ts";

export const indexCommand: CommandDeclaration = {
  name: "index",
  group: "store",
  summary: "Bring the index up to the files; nothing depends on doing it by hand",
  arguments: [],
  examples: ["stet index", "stet index --rebuild", "stet index --check", "stet index --json"],
  options: [
    { flags: "--rebuild", description: "throw it away and read every file again" },
    { flags: "--check", description: "hold it against one made anew; exit 1 if they differ" },
    { flags: "--json[=LIST]", description: "one JSON object" },
  ],
  notes: ["The index is a cache under .stet/index; it may be removed at any time."],
  seeAlso: ["doctor", "list"],
  run: runIndex,
};

async function runIndex(words: Words, session: Session): Promise<number> {
  if (words.flag("check") && words.flag("rebuild")) {
    throw new StetError("usage", "usage", "give --check or --rebuild, not both");
  }
  const { requireKeys, writeOneObject } = await import("../print/one-object.ts");
  requireKeys(words, asJson({ files: 0, elapsedMs: 0 }));
  const desk = await session.desk();
  const { checkIndex, rebuildIndex, updateIndex } = await import("../../desk/keep-index/rebuild-index.ts");
  const { green } = session.err;
  const { ok } = symbols(session.err);
  if (!words.flag("check")) {
    const indexed = await (words.flag("rebuild") ? rebuildIndex(desk) : updateIndex(desk));
    if (await writeOneObject(words, session, () => asJson(indexed))) return EXIT.ok;
    await tell(session, `${green(ok)} ${describe(indexed)}`);
    return EXIT.ok;
  }
  const checked = await checkIndex(desk);
  const { damage, wrong, ...indexed } = checked;
  const isWhole = damage === undefined && wrong.length === 0;
  if (await writeOneObject(words, session, () => asJson(checked))) return isWhole ? EXIT.ok : EXIT.no;
  for (const path of wrong) await print(session, visibleText(path));
  if (isWhole) {
    await tell(session, `${green(ok)} ${describe(indexed)}, all as in an index made anew`);
    return EXIT.ok;
  }
  const what =
    damage === undefined ? `${wrong.length} files differ from the index` : `the index is damaged: ${damage}`;
  await remark(session, `${session.err.red("error:")} ${visibleText(what)}`);
  await remark(session, `${symbols(session.err).next} stet index --rebuild`);
  return EXIT.no;
}

function describe({ files, elapsedMs }: Indexed): string {
  return `${files.toLocaleString("en")} ${files === 1 ? "file" : "files"} in ${(elapsedMs / 1000).toFixed(1)} s`;
}

/** Without `--check` nothing was held against anything: `wrong` is null then, and no empty array. */
function asJson({
  files,
  elapsedMs,
  damage,
  wrong,
}: Indexed & Partial<IndexCheck>): Readonly<Record<string, unknown>> {
  return { files, ms: Math.round(elapsedMs), damage: damage ?? null, wrong: wrong ?? null };
}
