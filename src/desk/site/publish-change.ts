// The quick way of `stet publish`: where nothing is due but what some articles say, or that some are new, only what
// shows them is planned.
import type { Index } from "../../index/open-index.ts";
import { identityOf } from "../../index/write-rows.ts";
import { notePublished } from "../../newsroom/site/last-publish.ts";
import type { ReconcileOptions } from "../../publish/planned-file.ts";
import { reconcile } from "../../publish/reconcile.ts";
import type { Theme } from "../../render/theme/theme.ts";
import type { Desk } from "../desk.ts";
import { imagesLost, imageStampsSeen } from "./make/image-sizes.ts";
import { lateIn } from "./remember/lateness.ts";
import {
  TornMemory,
  closePlanMemory,
  keepPlanMemory,
  openPlanMemory,
  type PlanMemory,
} from "./remember/plan-memory.ts";
import { slugsWithoutId } from "./plan/site-row.ts";
import { planChange, type ChangePlan } from "./plan/plan-change.ts";
import { UNDONE, distrustPublish, rememberPublish, type PublishMemory } from "./remember/publish-memory.ts";
import {
  NOTHING_DUE,
  destinationOf,
  optionsOf,
  seenOf,
  type Published,
  type PublishRequest,
} from "./publish-request.ts";

export interface Quickly {
  readonly index: Index;
  readonly theme: Theme;
  readonly memory: PublishMemory;
}

/** Where nothing is due, or only some articles are new or others; undefined where everything must be looked at. */
export async function publishChange(
  desk: Desk,
  { index, theme, memory }: Quickly,
  request: PublishRequest,
): Promise<Published | undefined> {
  const identity = identityOf(index);
  if (memory.index === identity) {
    notePublished(desk.root, desk.clock());
    return NOTHING_DUE;
  }
  const plans = openPlanMemory(desk, memory);
  if (plans === undefined) return undefined;
  try {
    const plan = planChange(desk, index, { theme, memory: plans, since: memory.index });
    return plan && (await publishPlanned(desk, plan, { index, identity, memory, plans, request }));
  } catch (error) {
    if (error instanceof TornMemory) return undefined;
    throw error;
  } finally {
    closePlanMemory(plans);
  }
}

interface Publishing {
  readonly index: Index;
  /** The name it had when it was planned from. */
  readonly identity: string;
  readonly memory: PublishMemory;
  readonly plans: PlanMemory;
  readonly request: PublishRequest;
}

async function publishPlanned(
  desk: Desk,
  plan: ChangePlan,
  { index, identity, memory, plans, request }: Publishing,
): Promise<Published | undefined> {
  // Strictly, all is checked before anything is written.
  if (request.strict && plan.files.length > 0) return undefined;
  const told = { index, rows: { live: plan.changed, expired: [] } };
  const options: ReconcileOptions = {
    ...optionsOf(desk, request, new Set()),
    isPart: true,
    // Killed half-way, it leaves a memory that nothing is planned from but the whole.
    foretold(added, removed) {
      const late = lateIn(desk, told, memory, { added, removed, refused: [] });
      distrustPublish(
        desk,
        memory,
        late.map(({ file }) => file),
      );
    },
  };
  const result =
    plan.files.length === 0 ? NOTHING_DUE : await reconcile(destinationOf(desk), plan.files, options);
  if (result.outcome === "withheld") return undefined;
  const problems = result.refused.map(({ problem }) => problem);
  if (result.outcome === "published") {
    const isWhole = problems.length === 0;
    const isKept = isWhole && keepPlanMemory(plans, identity);
    const until = Math.min(memory.until ?? Number.POSITIVE_INFINITY, plan.until);
    const memorable = {
      ...memory,
      seen: isWhole ? memory.seen : UNDONE,
      index: identity,
      plan: isKept ? memory.plan : "",
      at: desk.now,
      until: Number.isFinite(until) ? until : null,
      images: { ...memory.images, ...imageStampsSeen(desk) },
    };
    if (result.failure === undefined) {
      rememberPublish(desk, memorable);
      notePublished(desk.root, desk.clock());
    } else distrustPublish(desk, memory, []);
  }
  const late = result.outcome === "skipped" ? [] : lateIn(desk, told, memory, result);
  const withoutId = slugsWithoutId(plan.changed);
  const lostPictures = imagesLost(desk, memory.images);
  return { ...NOTHING_DUE, ...seenOf(result), problems, late, withoutId, lostPictures };
}
