// A small command line over the room publish, so that real processes can be killed at it:
// publish-driver <root> <releases> <plan>. The plan is JSON: rank and text by path.
import { reconcile } from "../../src/publish/reconcile.ts";

/** Rank and text by path. */
export type RankedPlan = Readonly<Record<string, readonly [number, string]>>;

/** Publishes the plan to `public`, as the driver does. */
export async function publishPlan(
  root: string,
  releases: number,
  plan: RankedPlan,
): ReturnType<typeof reconcile> {
  const files = Object.entries(plan).map(([path, [rank, text]]) => ({
    path,
    rank,
    key: text,
    content: () => text,
  }));
  return reconcile({ root, articles: "articles", to: "public", releases }, files, { force: true });
}

const [root, releases, plan] = process.argv.slice(2);
if (process.argv[1]?.includes("publish-driver") === true && root !== undefined && plan !== undefined) {
  publishPlan(root, Number(releases), JSON.parse(plan)).catch((error: unknown) => {
    process.stderr.write(String(error));
    process.exitCode = 1;
  });
}
