// What follows a publish where a person has set it up: WebSub hubs are told which feeds changed, and a program of theirs
// gets the paths. Neither can fail the publish; both are set only in a person's own configuration or environment.
import type { Desk } from "../desk.ts";
import { siteUrl } from "../feeds/feed-head-of.ts";
import { hubsOf } from "../feeds/hubs-of.ts";
import type { Published } from "./publish-request.ts";
import { runHook } from "./run-hook.ts";

const TRIES = 3;
const PATIENCE_MS = 10_000;

/** Tells the hubs and runs the hook, where there are any and something changed. Returns what did not work, in words. */
export async function afterPublish(desk: Desk, published: Published): Promise<string[]> {
  const written = new Set([...published.added, ...published.rewritten]);
  const paths = [...written, ...published.removed];
  if (paths.length === 0) return [];
  const feeds = desk.settings.publish.feeds.filter(({ path }) => written.has(path));
  const told = feeds.flatMap(({ path }) =>
    hubsOf(desk).map((hub) => tellHub(hub, siteUrl(desk.settings, path))),
  );
  const [faults, ...failures] = await Promise.all([runHook(desk, paths), ...told]);
  return [...failures.filter((failure) => failure !== undefined), ...faults];
}

/** The publisher's ping of WebSub: which topic has news. Tried three times. */
async function tellHub(hub: string, topic: string): Promise<string | undefined> {
  let failure = "";
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    try {
      const body = new URLSearchParams({ "hub.mode": "publish", "hub.url": topic });
      const { ok, status, headers } = await fetch(hub, {
        method: "POST",
        body,
        // Followed, most would become a GET, whose answer says nothing.
        redirect: "manual",
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (ok) return undefined;
      const leads = headers.get("location");
      failure = `it answered ${status}${leads === null ? "" : `, which leads to ${new URL(leads, hub).href}`}`;
    } catch (error) {
      failure = whyUnanswered(error);
    }
  }
  return `the hub ${hub} was not told of ${topic}: ${failure}`;
}

/** fetch says only that it failed; what refused stands in the cause. */
function whyUnanswered(error: unknown): string {
  if (!(error instanceof Error)) return "no answer";
  if (error.name === "TimeoutError") return `no answer within ${PATIENCE_MS / 1000} s`;
  return error.cause instanceof Error ? error.cause.message : error.message;
}
