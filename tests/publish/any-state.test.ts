// Publishing from any earlier state gives the same bytes as from nothing, whatever was published before, changed or
// deleted by hand, or cut off by a failing disk.
import fs from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { StetError } from "../../src/base/stet-error.ts";
import { foldersAbove } from "../../src/publish/claims.ts";
import { reconcile } from "../../src/publish/reconcile.ts";
import { injectFaults } from "../faults/inject-faults.ts";
import { temporaryNewsroom } from "../newsroom/temporary-newsroom.ts";
import { destinationIn, inSite, litter, planOf, siteFiles, type Plan } from "./published-site.ts";
import { runs } from "../support/runs.ts";

type Site = ReturnType<typeof destinationIn>;

const PATHS = [
  "a",
  "a/b",
  "a/b/c",
  "a/d",
  "e",
  "e/f",
  "g.html",
  "h/index.html",
  "h/i/index.html",
  "z",
] as const;
const anyPath = fc.constantFrom(...PATHS);

/** A plan without a file where it needs a folder; from one to the next, both may be. */
const anyPlan: fc.Arbitrary<Plan> = fc
  .dictionary(anyPath, fc.constantFrom("1", "22", "333"), { minKeys: 1 })
  .map((plan) =>
    Object.fromEntries(
      Object.entries(plan).filter(([path]) => ![...foldersAbove(path)].some((folder) => folder in plan)),
    ),
  );

const anyStep = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("publish" as const), plan: anyPlan }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("break" as const),
      plan: anyPlan,
      at: fc.integer({ min: 1, max: 60 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom("change" as const, "delete" as const, "link" as const),
      path: anyPath,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("delete folder" as const),
      path: fc.constantFrom("a", "h", ""),
    }),
  },
);
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

function go(site: Site, plan: Plan): ReturnType<typeof reconcile> {
  const ranked = planOf(plan, (path) => ({ rank: path.length % 4 }));
  return reconcile(site, ranked, { force: true });
}

async function take(site: Site, step: Step): Promise<void> {
  if (step.kind === "publish") await go(site, step.plan);
  else if (step.kind === "break") await goOnFailingDisk(site, step);
  else byHand(site, step);
}

/** From its `at`th operation on the disk fails in everything: the run can neither finish nor tidy up. */
async function goOnFailingDisk(site: Site, { plan, at }: { plan: Plan; at: number }): Promise<void> {
  let count = 0;
  const end = injectFaults(fs, () => (++count >= at ? { error: "EIO" } : "pass"));
  try {
    await go(site, plan);
  } catch (error) {
    if (!(error instanceof StetError)) throw error;
  } finally {
    end();
  }
}

/** Only to files that stet knows: anybody's own are another test's. */
function byHand(site: Site, { kind, path }: Exclude<Step, { plan: Plan }>): void {
  const file = inSite(site, path);
  const stats = fs.existsSync(file) ? fs.lstatSync(file) : undefined;
  if (kind === "delete folder" && stats?.isDirectory() === true) fs.rmSync(file, { recursive: true });
  if (stats?.isFile() !== true || kind === "delete folder") return;
  if (kind === "change") fs.appendFileSync(file, "by hand");
  else fs.unlinkSync(file);
  if (kind === "link") fs.symlinkSync("nowhere", file);
}

test.each([0, 2])("with %i releases", async (releases) => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 6 }), anyPlan, async (steps, plan) => {
      const root = temporaryNewsroom();
      const site = destinationIn(root, releases);
      for (const step of steps)
        await take(site, releases > 0 && step.kind === "delete folder" ? { ...step, path: "a" } : step);
      const last = await go(site, plan);
      expect(last.refused).toEqual([]);
      expect(siteFiles(site)).toEqual(
        Object.fromEntries(Object.entries(plan).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      );
      expect(litter(root)).toEqual([]);
      expect(await go(site, plan)).toMatchObject({
        unchanged: Object.keys(plan).length,
        added: [],
        rewritten: [],
        removed: [],
      });
      await go(site, {});
      expect(fs.existsSync(inSite(site, "")) ? fs.readdirSync(inSite(site, "")) : []).toEqual([]);
    }),
    { numRuns: runs(15) },
  );
});
