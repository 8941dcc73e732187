// What stands at addresses that moved or went: a page for each former slug, and the same as lists for web servers.
import {
  printCaddyRedirects,
  printGoneList,
  printNginxRedirects,
  printRedirectsFile,
  type RedirectMap,
} from "../../../formats/redirect-map.ts";
import { renderRedirectPage } from "../../../render/site/render-message.ts";
import { RANKS, type PlannedFile } from "../../../publish/planned-file.ts";
import { pageFileOf } from "./page-file.ts";
import { keyOf } from "./key-of.ts";
import { listAddresses } from "./plan-listings.ts";
import type { SiteContext } from "./site-context.ts";
import type { Move } from "./site-row.ts";

/** A page of its own for each former address of a live article that nothing else has taken over, and the maps. */
export function* planRedirects(context: SiteContext): Generator<PlannedFile, void, undefined> {
  const { site, frameKey, desk, gone } = context;
  const moved = [...context.live, ...context.contested].flatMap(({ path, more }) =>
    (more?.moves ?? []).map((move) => ({ ...move, path })),
  );
  if (moved.length + gone.length === 0) return;
  const taken = takenOf(context, [
    ...moved.map(({ from }) => pageFileOf(desk.settings, from)),
    ...gone.map(({ file }) => file),
  ]);
  const free = moved.filter(({ from }) => !taken.has(pageFileOf(desk.settings, from)));
  for (const { from, to, path } of free) {
    yield {
      path: pageFileOf(desk.settings, from),
      rank: RANKS.page,
      what: `a former slug of ${path}`,
      key: keyOf(frameKey, to),
      content: () => renderRedirectPage(to, site),
    };
  }
  yield* planMaps(context, claimedOnce(free), taken);
}

/** Those of the files that are pages of live articles, or fronts of lists. */
function takenOf(context: SiteContext, files: readonly string[]): ReadonlySet<string> {
  const { live, contested, desk } = context;
  const asked = new Set(files);
  const taken = new Set<string>();
  for (const { file } of [...live, ...contested]) if (asked.has(file)) taken.add(file);
  for (const { url } of listAddresses(context)) {
    const file = pageFileOf(desk.settings, url);
    if (asked.has(file)) taken.add(file);
  }
  return taken;
}

/** What two articles were called leads to neither: publish refuses its page, and nginx a map that has it twice. */
function claimedOnce(moves: readonly Move[]): readonly Move[] {
  const targets = new Map<string, Set<string>>();
  for (const { from, to } of moves) targets.set(from, (targets.get(from) ?? new Set()).add(to));
  return moves.filter(({ from }) => targets.get(from)?.size === 1);
}

function* planMaps(
  { desk, frameKey, gone: former }: SiteContext,
  moved: readonly Move[],
  taken: ReadonlySet<string>,
): Generator<PlannedFile, void, undefined> {
  const gone = former.filter(({ file }) => !taken.has(file)).map(({ url }) => pathOf(url));
  const map: RedirectMap = {
    redirects: moved.map(({ from, to }) => ({ from: pathOf(from), to: pathOf(to) })),
    gone,
  };
  const lists: readonly (readonly [string, () => string])[] = [
    ["_redirects", () => printRedirectsFile(map, pathOf(`${desk.settings.url ?? "/"}410.html`))],
    ["redirects.nginx", () => printNginxRedirects(map)],
    ["redirects.caddy", () => printCaddyRedirects(map)],
    ["gone.txt", () => printGoneList(gone)],
  ];
  if (moved.length + gone.length === 0) return;
  for (const [path, content] of lists) yield { path, rank: RANKS.feed, key: keyOf(frameKey, map), content };
}

/** From the root of the host, percent-encoded. */
function pathOf(url: string): string {
  return new URL(url).pathname;
}
