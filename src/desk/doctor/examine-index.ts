// The index and, through it, the articles: is it there, whole and of today, and which files want a look?
import { clashes } from "../../index/names.ts";
import { indexDamage, tallyIndex } from "../../index/inspect-index.ts";
import { isDamage, type Index } from "../../index/open-index.ts";
import { currentIndexFile } from "../../newsroom/index-files.ts";
import { stetFolderFault } from "../../newsroom/stet-folder.ts";
import { compareFolders } from "../keep-index/compare-folders.ts";
import type { Desk } from "../desk.ts";
import { withFreshIndex } from "../keep-index/ask-index.ts";
import { knownIndex } from "../keep-index/held-index.ts";
import { examineDrafts } from "./examine-drafts.ts";
import { fault, many, note, ok, type Finding } from "./finding.ts";
import { fromHere, type Here } from "./from-here.ts";

/** Looks at the index as it lies there, then brings it up to the files and asks it about them. */
export async function examineIndex(desk: Desk, here: Here): Promise<readonly Finding[]> {
  const found = examineKnown(desk);
  // What is damaged answers nothing; the fix comes first.
  if (found.status === "fault") return [found];
  const told = await withFreshIndex(desk, (fresh) => [
    ...examineArticles(fresh),
    ...examineDrafts(desk, fresh.index, here),
  ]);
  const isKept = currentIndexFile(desk.root) !== undefined;
  // Where .stet itself is in the way, that is what is told.
  return [isKept || stetFolderFault(desk.root) !== undefined ? found : unkept(here), ...told];
}

function examineKnown(desk: Desk): Finding {
  const index = knownIndex(desk);
  if (index === undefined)
    return note("index", "none yet, or of another stet: the next command makes it", "stet index");
  try {
    const damage = indexDamage(index);
    if (damage !== undefined) return fault("index", `damaged: ${damage}`, "stet doctor --fix");
    const { changed, gone } = compareFolders(desk, index);
    const behind = changed.length + gone.length;
    return ok(
      "index",
      behind === 0 ? "whole, as the files are" : `whole; ${many(behind, "file")} changed since`,
    );
  } catch (error) {
    if (!isDamage(error)) throw error;
    return fault("index", "damaged", "stet doctor --fix");
  }
}

/** Nothing is wrong with what it answers; each command reads every file for it. */
function unkept(here: Here): Finding {
  const message = "cannot be kept in .stet/index: each command makes its own";
  return note("index", message, `rm -rf ${fromHere(here, ".stet/index")}`);
}

function examineArticles({
  index,
  problems,
}: {
  index: Index;
  problems: readonly unknown[];
}): readonly Finding[] {
  const { files, unreadable, withoutId } = tallyIndex(index);
  const bad = unreadable + problems.length;
  return [
    bad === 0
      ? ok("articles", many(files, "file"))
      : fault(
          "articles",
          `${bad.toLocaleString("en")} of ${many(files, "file")} cannot be read as articles`,
          "stet check",
        ),
    ...examineNames(index, "slug"),
    ...examineNames(index, "id"),
    withoutId === 0
      ? ok("ids", "every published article has one")
      : note("ids", `${many(withoutId, "published article")} without an id`, "stet check --fix"),
  ];
}

function examineNames(index: Index, what: "slug" | "id"): readonly Finding[] {
  const [first, ...others] = clashes(index, what);
  if (first === undefined) return [];
  const more = others.length === 0 ? "" : `, and ${others.length} more`;
  const message = `${first.paths.join(" and ")} have the same ${what}, ${first.name}${more}`;
  return [fault(`${what}s`, message, "stet check")];
}
