// What stands at addresses that moved or went: a page for each former slug, and the same as lists for web servers.
import { foldCase } from "../../../base/fold-case.ts";
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
import type { SiteContext } from "./site-context.ts";
import type { GoneRow } from "./site-rows.ts";
import type { Move } from "./site-row.ts";

/**
 * The other files of the site, and behind them a page of its own for each former address that none of them has taken over,
 * and the maps.
 */
export function* withRedirects(
  context: SiteContext,
  others: Iterable<PlannedFile>,
): Generator<PlannedFile, void, undefined> {
  const moved = movesIn(context);
  const former = new Set([...moved, ...context.gone].map(({ file }) => foldCase(file)));
  if (former.size === 0) return yield* others;
  const taken: string[] = [];
  for (const file of others) {
    if (former.has(foldCase(file.path))) taken.push(file.path);
    yield file;
  }
  yield* planRedirects(context, without(moved, taken, foldCase));
  yield* planMaps(context, without(moved, taken, serverKey), without(context.gone, taken, serverKey));
}

/** Where withRedirects may have something of its own. */
export function redirectFiles(context: SiteContext): ReadonlySet<string> {
  return new Set([...MAPS, ...movesIn(context).map(({ file }) => file)]);
}

const MAPS = ["_redirects", "redirects.nginx", "redirects.caddy", "gone.txt"] as const;

function without<T extends { readonly file: string }>(
  all: readonly T[],
  files: readonly string[],
  key: (file: string) => string,
): readonly T[] {
  const taken = new Set(files.map(key));
  return all.filter(({ file }) => !taken.has(key(file)));
}

/** nginx takes paths for one that differ in nothing but case, and tells ß from ss. */
function serverKey(file: string): string {
  return file.toLowerCase();
}

/** A former address of a live article, and the file of its page. */
interface Former extends Move {
  readonly path: string;
  readonly file: string;
}

/** Those of each article once, also where case is ignored: of a copied file both lead to one address. */
function movesIn({ desk, live, contested }: SiteContext): readonly Former[] {
  const moves = new Map<string, Former>();
  for (const { path, more } of [...live, ...contested])
    for (const move of more?.moves ?? []) {
      const file = pageFileOf(desk.settings, move.from);
      const key = `${foldCase(file)} ${move.to}`;
      if (!moves.has(key)) moves.set(key, { ...move, path, file });
    }
  return [...moves.values()];
}

function* planRedirects(
  { site, frameKey }: SiteContext,
  moved: readonly Former[],
): Generator<PlannedFile, void, undefined> {
  for (const { to, path, file } of moved) {
    yield {
      path: file,
      rank: RANKS.page,
      what: `a former slug of ${path}`,
      source: path,
      key: keyOf(frameKey, to),
      content: () => renderRedirectPage(to, site),
    };
  }
}

/** What two articles were called leads to neither: publish refuses its page, and nginx a map that has it twice. */
function claimedOnce(moves: readonly Former[]): readonly Former[] {
  const claims = new Map<string, number>();
  for (const { file } of moves) claims.set(serverKey(file), (claims.get(serverKey(file)) ?? 0) + 1);
  return moves.filter(({ file }) => claims.get(serverKey(file)) === 1);
}

function* planMaps(
  { desk, frameKey }: SiteContext,
  moves: readonly Former[],
  lost: readonly GoneRow[],
): Generator<PlannedFile, void, undefined> {
  const moved = claimedOnce(moves);
  // Of two that went from one address a server has one line.
  const gone = [...new Map(lost.map(({ file, url }) => [serverKey(file), pathOf(url)])).values()];
  const map: RedirectMap = {
    redirects: moved.map(({ from, to }) => ({ from: pathOf(from), to: pathOf(to) })),
    gone,
  };
  const contents: Readonly<Record<(typeof MAPS)[number], () => string>> = {
    _redirects: () => printRedirectsFile(map, pathOf(`${desk.settings.url ?? "/"}410.html`)),
    "redirects.nginx": () => printNginxRedirects(map),
    "redirects.caddy": () => printCaddyRedirects(map),
    "gone.txt": () => printGoneList(gone),
  };
  if (moved.length + gone.length === 0) return;
  for (const path of MAPS)
    yield { path, rank: RANKS.feed, key: keyOf(frameKey, map), content: contents[path] };
}

/** From the root of the host, percent-encoded. */
function pathOf(url: string): string {
  return new URL(url).pathname;
}
