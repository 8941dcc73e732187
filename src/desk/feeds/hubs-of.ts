// The WebSub hubs a person's own configuration names: feeds point at them, and a publish tells them of news.
import type { Desk } from "../desk.ts";

/** The hubs of STET_PUBLISH_HUBS: absolute addresses, commas between them. */
export function hubsOf({ env }: Desk): readonly string[] {
  const hubs = (env["STET_PUBLISH_HUBS"] ?? "").split(",").map((hub) => hub.trim());
  return hubs.filter((hub) => /^https?:\/\//.test(hub) && URL.canParse(hub));
}
