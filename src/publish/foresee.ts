// What a publish would do, without doing it: the dry run. Contents are made, as only they tell what differs.
import { pushAll } from "../base/long-lists.ts";
import type { Comparison } from "./compare-edition.ts";
import { judgeFile } from "./judge-file.ts";
import { refuseThrown, type Site, type Tally } from "./site.ts";

/** Puts into the tally what carrying out the comparison would put there, but for what the disk would refuse. */
export async function foresee(site: Site, { work, removals }: Comparison, tally: Tally): Promise<void> {
  for (const each of work) {
    const { path } = each.file;
    try {
      const verdict = await judgeFile(site, each);
      if (verdict.kind === "refused") tally.refused.push(verdict.refusal);
      else if (verdict.kind === "same") tally.unchanged++;
      else (each.known === undefined ? tally.added : tally.rewritten).push(path);
    } catch (thrown) {
      tally.refused.push(refuseThrown(site, path, "read", thrown));
    }
  }
  pushAll(
    tally.removed,
    removals.map(({ path }) => path),
  );
}
