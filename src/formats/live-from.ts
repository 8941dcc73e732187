// What a site generator is told about an article that is not live, so that it never publishes what stet holds back.
import type { Article } from "../article/article.ts";
import type { Instant } from "../base/instant.ts";
import type { ExportEntry } from "./export-format.ts";

/** The instant an article may first be read: `published`, or the end of its embargo where that is later. */
export function liveFrom({ published, embargo }: Article): Instant | undefined {
  if (published === undefined || embargo === undefined || embargo === "open") return published;
  return embargo.epochMs > published.epochMs ? embargo : published;
}

/** True when nothing but the calendar stands between the article and its readers: a date can say all there is to say. */
export function goesLiveByDate({ article, state }: ExportEntry): boolean {
  if (state === "live" || state === "scheduled") return true;
  return state === "embargoed" && article.embargo !== "open" && article.published !== undefined;
}
