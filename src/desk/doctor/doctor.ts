// `stet doctor`: is everything stet stands on in order, and what mends what is not? It reads; only `mend` writes.
import { rebuildIndex } from "../keep-index/rebuild-index.ts";
import { lastPublished } from "../../newsroom/site/last-publish.ts";
import { ignoreStetFolder, makeStetFolder } from "../../newsroom/stet-folder.ts";
import { sweep } from "../../newsroom/write/sweep.ts";
import type { Desk } from "../desk.ts";
import type { ConfigPlace } from "../config.ts";
import { examineIndex } from "./examine-index.ts";
import { examineConfig, examinePrograms, examineVersions } from "./examine-machine.ts";
import { examineAge, examineStore } from "./examine-store.ts";
import type { Finding } from "./finding.ts";

export type { Finding } from "./finding.ts";
export { examineVersions } from "./examine-machine.ts";

export interface Examination {
  /** As `20.19.0`. */
  readonly nodeVersion: string;
  /** How long ago the last publish may be; without it the age is no fault. */
  readonly maxAgeMs?: number | undefined;
  /** Where the person's configuration is looked for; without it nobody's is. */
  readonly config?: ConfigPlace;
  /** The folder that fixes are typed in, absolute; without it the one that stet is as if started in. */
  readonly typedIn?: string;
}

/** Everything that was looked at, in the order it is told. Costs one walk and one reading of the index. */
export async function examine(
  desk: Desk,
  { nodeVersion, maxAgeMs, config, typedIn = desk.cwd }: Examination,
): Promise<readonly Finding[]> {
  const here = { root: desk.root, cwd: typedIn };
  return [
    ...examineVersions(nodeVersion),
    ...examineStore(desk, here),
    ...(await examineIndex(desk, here)),
    ...(config === undefined ? [] : examineConfig(config)),
    ...examinePrograms(desk, config, here),
    examineAge(lastPublished(desk.root), desk, maxAgeMs),
  ];
}

/** Mends what stet can mend of itself: its folder, what a crash left, a damaged index. Articles stay as they are. */
export async function mend(desk: Desk, findings: readonly Finding[]): Promise<void> {
  makeStetFolder(desk.root);
  if (findings.some(({ check, status }) => check === "git" && status === "fault"))
    ignoreStetFolder(desk.root);
  sweep(desk.root);
  if (findings.some(({ check, status }) => check === "index" && status === "fault")) await rebuildIndex(desk);
}
