// `stet set key=value... ARTICLES`: fields changed without an editor, in one article or in all that match.
import { StetError } from "../../base/stet-error.ts";
import { MANY_OPTIONS, reportRest } from "../change-many.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { confirmMany } from "../confirm.ts";
import { selectMany } from "../select.ts";
import { requireChangeKeys, writeChanges } from "../print/write-changes.ts";
import { tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import type { Words } from "../line/words.ts";

export const set: CommandDeclaration = {
  name: "set",
  group: "write",
  summary: "Change fields of articles, and no other byte of their files",
  arguments: [{ name: "key=value article", isVariadic: true }],
  examples: [
    "stet set status=review the-ferry-subsidy-nobody-voted-for",
    "stet set tag+=harbour tag-=rail the-last-carriage-to-holm",
    'stet set kicker="Long read" summary= the-salt-ledger',
    "stet set tag+=desk -Q 'status:draft section:sport' --yes",
  ],
  options: MANY_OPTIONS,
  takesTime: true,
  notes: [
    "key=value sets, key= clears, tag+=x adds, tag-=x takes away; image.alt=... and",
    "x.page=3 reach inside. Times may be given as now, too. A list is written a,b; +=",
    "and -= take one item, commas and all.",
  ],
  seeAlso: ["edit", "rename"],
  run: runSet,
};

async function runSet(words: Words, session: Session): Promise<number> {
  const [{ isChange, parseChange }, { setFields }] = await Promise.all([
    import("../../desk/change/parse-changes.ts"),
    import("../../desk/change/set-fields.ts"),
  ]);
  const desk = await session.desk();
  const edits = words.args.filter(isChange).map((word) => parseChange(desk, word));
  if (edits.length === 0) {
    throw new StetError("usage", "need-input", "set needs a change such as status=review", {
      hint: "stet set -h",
    });
  }
  const selectors = words.args.filter((word) => !isChange(word));
  const selected = await selectMany(session, words, selectors, { isChange: true });
  requireChangeKeys(words);
  const dryRun = words.flag("dry-run");
  if (!dryRun) await confirmMany(session, selected, "change");
  const result = setFields(desk, selected, edits, { dryRun });
  for (const { slug, path, change } of result.changed) {
    if (change === "changed" && !dryRun) await session.log.note({ level: "info", event: "changed", slug });
    const sign = dryRun ? "~" : session.err.green(symbols(session.err).ok);
    await tell(session, change === "changed" ? `${sign} ${path}` : `${path} says so already`);
  }
  await writeChanges(words, session, result.changed);
  return reportRest(session, result, { dryRun });
}
