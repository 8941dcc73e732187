// The quick way of `stet publish`: where nothing is due but what some articles say, or that some are new, only what
// shows them is planned.
import { publishedHashes } from "../../index/published-files.ts";
import type { Index } from "../../index/open-index.ts";
import { identityOf } from "../../index/write-rows.ts";
import { notePublished } from "../../newsroom/site/last-publish.ts";
import type { ReconcileOptions } from "../../publish/planned-file.ts";
import { reconcile } from "../../publish/reconcile.ts";
import type { Theme } from "../../render/theme/theme.ts";
import type { Desk } from "../desk.ts";
import { imageStampsSeen } from "./make/image-sizes.ts";
import { recallPlan, rememberPlan, type LastPlan } from "./remember/last-plan.ts";
import { recallTexts, rememberTexts, textsOf, type LastTexts } from "./remember/last-texts.ts";
import { lateIn } from "./remember/lateness.ts";
import { slugsWithoutId } from "./plan/site-row.ts";
import { planChange, type ChangePlan } from "./plan/plan-change.ts";
import type { SitePlan } from "./plan/plan-site.ts";
import { planTexts } from "./plan/plan-texts.ts";
import { UNDONE, distrustPublish, rememberPublish, type PublishMemory } from "./remember/publish-memory.ts";
import {
  NOTHING_DUE,
  destinationOf,
  optionsOf,
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
  const plan = quickPlan(desk, { index, theme, memory });
  // Strictly, all is checked before anything is written.
  if (plan === undefined || (request.strict && plan.files.length > 0)) return undefined;
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
    if (isWhole) plan.remember();
    const until = Math.min(memory.until ?? Number.POSITIVE_INFINITY, plan.until);
    const memorable = {
      ...memory,
      seen: isWhole ? memory.seen : UNDONE,
      index: identity,
      at: desk.now,
      until: Number.isFinite(until) ? until : null,
      images: { ...memory.images, ...imageStampsSeen(desk) },
    };
    if (result.failure === undefined) rememberPublish(desk, memorable);
    else distrustPublish(desk, memory, []);
    if (isWhole) notePublished(desk.root, desk.clock());
  }
  const late = result.outcome === "skipped" ? [] : lateIn(desk, told, memory, result);
  return { ...NOTHING_DUE, ...result, problems, late, withoutId: slugsWithoutId(plan.changed) };
}

interface QuickPlan extends Pick<ChangePlan, "files" | "changed" | "until"> {
  /** For the next publish, once the files are made. */
  readonly remember: () => void;
}

/** The files of the articles that are new or others: of words alone first, which needs no look at all the others. */
function quickPlan(desk: Desk, quickly: Quickly): QuickPlan | undefined {
  const texts = recallTexts(desk, quickly.memory.index);
  if (texts === undefined) return undefined;
  return wordsPlan(desk, quickly, texts) ?? changePlan(desk, quickly, texts.plan);
}

/** Undefined where more than words has changed. */
function wordsPlan(desk: Desk, { index, theme }: Quickly, texts: LastTexts): QuickPlan | undefined {
  const words = planTexts(desk, index, { theme, last: texts });
  if (words === undefined) return undefined;
  const now = { ...texts, index: identityOf(index), hashes: words.hashes };
  return { ...words, remember: () => rememberTexts(desk, Object.entries(now)) };
}

/** `name` is that of the plan that was remembered last. */
function changePlan(desk: Desk, { index, theme }: Quickly, name: string): QuickPlan | undefined {
  const last = recallPlan(desk, name);
  const plan = last === undefined ? undefined : planChange(desk, index, { theme, last });
  if (plan === undefined) return undefined;
  const { context, files, changed, until } = plan;
  const next = { ...plan.next, index: identityOf(index) };
  const remember = (): void => rememberWhole(desk, { plan: next, context, hashes: publishedHashes(index) });
  return { files, changed, until, remember };
}

export interface Remembering {
  readonly plan: LastPlan;
  readonly context: SitePlan["context"];
  /** As the index has them. */
  readonly hashes: ReturnType<typeof publishedHashes>;
}

/** Remembers a plan whose files are all made; `context` is that it was made in. */
export function rememberWhole(desk: Desk, { plan, context, hashes }: Remembering): void {
  rememberPlan(desk, plan);
  rememberTexts(desk, textsOf(plan, context.site.head, hashes));
}
