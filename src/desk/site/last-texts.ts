// What the last publish made the pages of articles from, in columns: enough to tell that nothing changed but the words of
// some articles, and to plan their pages alone.
import type { SiteHead } from "../../render/site/site.ts";
import { readPublishMemory, writePublishMemory } from "../../newsroom/publish-memory.ts";
import type { Desk } from "../desk.ts";
import type { LastPlan } from "./last-plan.ts";
import type { FeedReach } from "./site-context.ts";
import { shapeOf } from "./site-row.ts";

/** Lists run side by side, one place an article that is, was or will be public, in path order. */
export interface LastTexts {
  /** The index it was made from (identityOf), and the one that the remembered plan was made from. */
  readonly index: string;
  readonly plan: string;
  readonly head: SiteHead;
  readonly paths: readonly string[];
  readonly hashes: readonly string[];
  /** Of each that is live what shapeOf says of its row. */
  readonly shapes: readonly string[];
  /** The places of the computed related stories of its page. */
  readonly beside: readonly (readonly number[])[];
  /** The paths of stories told in several languages: what one says is on the pages of the others. */
  readonly versions: readonly string[];
  /** In the order of stet.yaml; an article's text is in the feeds that hold its path. */
  readonly feeds: readonly FeedReach[];
}

/** Of a plan and the frame it was made in; `paths` and `hashes` as the index has them. */
export function lastTextsOf(
  { index, live, beside, versions, feeds }: LastPlan,
  head: SiteHead,
  { paths, hashes }: Pick<LastTexts, "paths" | "hashes">,
): LastTexts {
  const rows = new Map(live.map((row) => [row.path, row]));
  const places = new Map(paths.map((path, place) => [path, place]));
  const each = paths.map((path) => rows.get(path));
  return {
    index,
    plan: index,
    head,
    paths,
    hashes,
    shapes: each.map((row) => (row === undefined ? "" : shapeOf(row))),
    beside: each.map((row) =>
      row === undefined ? [] : (beside.get(row) ?? []).flatMap(({ path }) => places.get(path) ?? []),
    ),
    versions,
    feeds,
  };
}

/** Remembers it; never throws for the disk. */
export function rememberTexts({ root }: Desk, texts: LastTexts): void {
  function* lines(): Generator<string, void, undefined> {
    for (const column of Object.entries(texts)) yield JSON.stringify(column);
  }
  writePublishMemory(root, "texts.json", lines());
}

/** What was made from an index of that name; undefined where it is not remembered. */
export function recallTexts({ root }: Desk, index: string): LastTexts | undefined {
  const text = readPublishMemory(root, "texts.json");
  if (text === undefined) return undefined;
  try {
    const columns: [string, unknown][] = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const texts: unknown = Object.fromEntries(columns);
    return isTexts(texts) && texts.index === index ? texts : undefined;
  } catch {
    return undefined;
  }
}

const LISTS = ["paths", "hashes", "shapes", "beside", "versions", "feeds"] as const;

/** Written whole or not at all, by this version (the memory beside it says so). */
function isTexts(value: unknown): value is LastTexts {
  if (typeof value !== "object" || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  const hasLists = LISTS.every((name) => Array.isArray(fields.get(name)));
  return typeof fields.get("index") === "string" && typeof fields.get("head") === "object" && hasLists;
}
