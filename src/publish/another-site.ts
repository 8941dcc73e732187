// Stops a first publish into a folder that holds another site: half of one beside half of the other would be worse
// than neither, and two newsrooms that publish to one folder would go on so for ever.
import { StetError } from "../base/stet-error.ts";
import { standingAt } from "../newsroom/site/publish-stamp.ts";
import type { Comparison } from "./compare-edition.ts";
import { judgeFile } from "./judge-file.ts";
import { placeIn, type Site } from "./site.ts";

const FRONT = "index.html";

/** The StetError conflict to stop with where stet knows no file of the site, and its front page is not ours. */
export async function anotherSite(site: Site, { known, work }: Comparison): Promise<StetError | undefined> {
  if (known > 0 || standingAt(placeIn(site, FRONT)) === "absent") return undefined;
  const front = work.find(({ file }) => file.path === FRONT);
  if (front === undefined) return undefined;
  const verdict = await judgeFile(site, front);
  if (verdict.kind !== "refused" || verdict.refusal.reason !== "foreign") return undefined;
  const message = `${site.name} holds a site that this newsroom has not published, or no longer knows: its ${FRONT} is another`;
  return new StetError("conflict", "exists", message, {
    hint: `mv ${site.name} ${site.name}.old, then publish again; or name another folder in stet.yaml: publish: {to: site}`,
  });
}
