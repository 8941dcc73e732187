// A small command line over the room publish, so that real processes can be killed at it:
// publish-driver <root> <releases> <plan> [<whole>]. The plan is JSON: rank and text by path; with a fourth word a first
// edition is made apart and shown whole, as that of a large site is.
import { reconcile } from "../../src/publish/reconcile.ts";

/** Rank and text by path. */
export type RankedPlan = Readonly<Record<string, readonly [number, string]>>;

/** Publishes the plan to `public`, as the driver does. */
export async function publishPlan(
  root: string,
  releases: number,
  plan: RankedPlan,
  isWhole = false,
): ReturnType<typeof reconcile> {
  const files = Object.entries(plan).map(([path, [rank, text]]) => ({
    path,
    rank,
    key: text,
    content: () => text,
  }));
  const options = { force: true, ...(isWhole ? { wholeFrom: 1 } : {}) };
  return reconcile({ root, articles: "articles", to: "public", releases }, files, options);
}

const [root, releases, plan, whole] = process.argv.slice(2);
if (process.argv[1]?.includes("publish-driver") === true && root !== undefined && plan !== undefined) {
  publishPlan(root, Number(releases), JSON.parse(plan), whole !== undefined).catch((error: unknown) => {
    process.stderr.write(String(error));
    process.exitCode = 1;
  });
}
