// What the last publish made the pages of articles from, in columns: enough to tell that nothing changed but the words of
// some articles, and to plan their pages alone.
import type { SiteHead } from "../../../render/site/site.ts";
import { readPublishMemory, writePublishMemory } from "../../../newsroom/site/publish-memory.ts";
import type { Desk } from "../../desk.ts";
import type { LastPlan } from "./last-plan.ts";
import type { FeedReach } from "../plan/site-context.ts";
import { shapeOf, type SiteRow } from "../plan/site-row.ts";

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

/** Those of a plan and the frame it was made in, one column at a time; `paths` and `hashes` as the index has them. */
export function* textsOf(
  { index, live, beside, versions, feeds }: LastPlan,
  head: SiteHead,
  { paths, hashes }: Pick<LastTexts, "paths" | "hashes">,
): Generator<readonly [string, unknown], void, undefined> {
  yield* Object.entries({
    index,
    plan: index,
    head,
    versions,
    feeds,
    paths,
    hashes,
  } satisfies Partial<LastTexts>);
  const rows = new Map(live.map((row) => [row.path, row]));
  yield ["shapes", paths.map((path) => rows.get(path)).map((row) => (row === undefined ? "" : shapeOf(row)))];
  const places = new Map(paths.map((path, place) => [path, place]));
  const besideOf = (row: SiteRow | undefined): readonly SiteRow[] =>
    row === undefined ? [] : (beside.get(row) ?? []);
  yield [
    "beside",
    paths.map((path) => besideOf(rows.get(path)).flatMap((other) => places.get(other.path) ?? [])),
  ];
}

/** Remembers its columns; never throws for the disk. */
export function rememberTexts({ root }: Desk, columns: Iterable<readonly [string, unknown]>): void {
  function* lines(): Generator<string, void, undefined> {
    for (const column of columns) yield JSON.stringify(column);
  }
  writePublishMemory(root, "texts.json", lines());
}

/** What was made from an index of that name; undefined where it is not remembered. */
export function recallTexts({ root }: Desk, index: string): LastTexts | undefined {
  try {
    const lines = readPublishMemory(root, "texts.json");
    const columns = Array.from(lines, (line): [string, unknown] => JSON.parse(line));
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
