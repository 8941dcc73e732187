// `stet publish`: what should be public at the desk's instant is on the site, whole, and nothing else is.
import { DEFAULT_SETTINGS } from "../../article/settings.ts";
import type { Problem } from "../../base/problem.ts";
import { StetError } from "../../base/stet-error.ts";
import { hasMoreFiles, unreadableFiles } from "../../index/published-files.ts";
import { identityOf } from "../../index/write-rows.ts";
import { storedErrors } from "../../index/select-files.ts";
import { notePublished } from "../../newsroom/site/last-publish.ts";
import type { Reconciled } from "../../publish/planned-file.ts";
import { reconcile } from "../../publish/reconcile.ts";
import { rollback } from "../../publish/releases.ts";
import type { Desk } from "../desk.ts";
import { collectSooner, keepYoungSmall, LARGE } from "../keep-heap-small.ts";
import { freshIndex, type FreshIndex } from "../keep-index/fresh-index.ts";
import { repairing } from "../keep-index/held-index.ts";
import { imagesLost, imageStampsSeen } from "./make/image-sizes.ts";
import { makeEdition } from "./make-edition.ts";
import { planSite, type SitePlan } from "./plan/plan-site.ts";
import {
  UNDONE,
  distrustPublish,
  isStillAt,
  recallPublish,
  rememberPublish,
  seenKey,
  type PublishMemory,
} from "./remember/publish-memory.ts";
import { publishChange } from "./publish-change.ts";
import { lateIn } from "./remember/lateness.ts";
import {
  NOTHING_DUE,
  destinationOf,
  optionsOf,
  seenOf,
  type Published,
  type PublishRequest,
} from "./publish-request.ts";
import { readTheme } from "./make/read-theme.ts";
import { slugsWithoutId } from "./plan/site-row.ts";

/** Per cent: of a large newsroom the plan is held to the end of a publish, and what comes and goes beside it is small. */
const HEAP_GROWTH = 20;

/**
 * Publishes. Costs one walk where nothing is due, 20 us an article where anything is, and the making of what changed.
 * Throws StetError store (no url), invalid (a template), busy, conflict, external; with `strict` partial, nothing written.
 */
export function publishSite(desk: Desk, request: PublishRequest): Promise<Published> {
  requirePublishable(desk);
  // Done again as a whole where the index turns out to be damaged: it goes on from what is on the site by then.
  return repairing(desk, () => publishOnce(desk, request));
}

async function publishOnce(desk: Desk, request: PublishRequest): Promise<Published> {
  const fresh = await freshIndex(desk);
  const theme = readTheme(desk);
  const seen = seenKey(desk, theme);
  const identity = identityOf(fresh.index);
  const memory = recallPublish(desk);
  const found = problemsOf(fresh);
  const isQuiet = !request.force && !request.dryRun && found.length === 0;
  if (isQuiet && memory !== undefined && isStillAt(desk, memory, seen)) {
    const quick = await publishChange(desk, { index: fresh.index, theme, memory }, request);
    if (quick !== undefined) return quick;
  }
  if (hasMoreFiles(fresh.index, LARGE)) {
    collectSooner(HEAP_GROWTH);
    keepYoungSmall();
  }
  const keeps = new Set(unreadableFiles(fresh.index));
  if (request.strict)
    await requireNothingWrong(desk, { plan: planSite(desk, fresh.index, theme), keeps, found });
  if (!request.dryRun) distrustPublish(desk, memory);
  const making = { index: fresh.index, identity, theme, options: optionsOf(desk, request, keeps) };
  const { plan, result, remembering } = await makeEdition(desk, making, memory);
  const problems = [...found, ...problemsOfPlan(plan, result.refused)];
  if (!request.dryRun && result.outcome === "published") {
    const isWhole = problems.length === 0;
    const isPlain = plan.context.sharedIds.barred.size === 0;
    const planned = isWhole && isPlain ? remembering.finish() : "";
    const saw = { seen: isWhole ? seen : UNDONE, index: identity, plan: planned };
    const memorable = memoryOf(desk, plan, saw);
    if (result.failure === undefined) {
      rememberPublish(desk, memorable);
      notePublished(desk.root, desk.clock());
    } else {
      // What the disk refused is as late at the next run as it is at this one.
      distrustPublish(desk, memory, []);
    }
  }
  // Which leaves alone what was finished.
  remembering.forget();
  const { index } = fresh;
  const late = result.outcome === "skipped" ? [] : lateIn(desk, { index, rows: plan.rows }, memory, result);
  const withoutId = slugsWithoutId(plan.rows.live);
  return { ...seenOf(result), problems, late, withoutId, lostPictures: imagesLost(desk, memory?.images) };
}

/** Goes back to the edition before; the next publish goes forward again. Throws StetError where there is none. */
export function rollbackSite(desk: Desk): { readonly from: number; readonly published: Published } {
  requirePublishable(desk);
  distrustPublish(desk, recallPublish(desk));
  const { from, to: release, ...seen } = rollback(destinationOf(desk));
  return { from, published: { ...NOTHING_DUE, ...seen, release } };
}

/** Throws StetError store/bad-config where stet.yaml does not say what a site cannot do without. */
export function requirePublishable({ settings }: Desk): void {
  const missing =
    settings.url === undefined ? "url" : settings.name === DEFAULT_SETTINGS.name ? "name" : undefined;
  if (missing === undefined) return;
  const example = missing === "url" ? "url https://courier.example/" : 'name "The Courier"';
  throw new StetError("store", "bad-config", `stet.yaml has no ${missing}, which a site cannot do without`, {
    where: { file: "stet.yaml" },
    hint: `stet config set ${example}`,
  });
}

function problemsOf({ index, problems }: FreshIndex): Problem[] {
  return [...problems, ...storedErrors(index)].filter(({ severity }) => severity === "error");
}

function problemsOfPlan({ context }: SitePlan, refused: Reconciled["refused"]): Problem[] {
  return [...context.sharedIds.problems.values(), ...refused.map(({ problem }) => problem)];
}

interface Checking {
  readonly plan: SitePlan;
  readonly keeps: ReadonlySet<string>;
  readonly found: readonly Problem[];
}

async function requireNothingWrong(desk: Desk, { plan, keeps, found }: Checking): Promise<void> {
  const { refused } = await reconcile(destinationOf(desk), plan.files, { dryRun: true, force: true, keeps });
  const problems = [...found, ...problemsOfPlan(plan, refused)];
  const [first] = problems;
  if (first === undefined) return;
  const others = problems.length === 1 ? "" : `, and ${problems.length - 1} more`;
  throw new StetError(
    "partial",
    "problems-found",
    `nothing was published: ${first.file ?? ""}: ${first.message}${others}`,
    {
      hint: "stet check",
    },
  );
}

function memoryOf(
  desk: Desk,
  { rows }: SitePlan,
  saw: Pick<PublishMemory, "seen" | "index" | "plan">,
): PublishMemory {
  const images = imageStampsSeen(desk);
  return { ...saw, at: desk.now, until: rows.nextChange ?? null, done: desk.clock(), images };
}
