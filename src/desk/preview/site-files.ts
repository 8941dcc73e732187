// The files of a site by their paths, each planned no sooner than somebody asks for it: of ten thousand pages a preview
// shows one, and it has 200 ms from a save to show it again.
import { once } from "../../base/once.ts";
import type { PlannedFile } from "../../publish/planned-file.ts";
import type { Desk } from "../desk.ts";
import { imagePath, ownImage } from "../site/make/image-sizes.ts";
import { planCorrections } from "../site/plan/plan-corrections.ts";
import { planDocuments } from "../site/plan/plan-documents.ts";
import { planListings } from "../site/plan/plan-listings.ts";
import { pagePlanner } from "../site/plan/plan-pages.ts";
import { imageFile, planTheme, type SitePlan } from "../site/plan/plan-site.ts";
import { redirectFiles } from "../site/plan/plan-redirects.ts";
import type { PlaceOf } from "../site/plan/rows-by-path.ts";
import type { SiteContext } from "../site/plan/site-context.ts";
import { imagesOf } from "../site/plan/site-row.ts";

/** The file at a path, relative to the site; undefined where nothing is. */
export type FileAt = (path: string) => PlannedFile | undefined;

/**
 * What publish would write at a path; of two articles that claim one, of which publish writes neither, the first. `placeOf`
 * has the places among the live rows by the files of their pages. A plan of everything, once, is what several claim costs, and
 * what a former slug leaves behind.
 */
export function siteFiles({ context, files }: SitePlan, placeOf: PlaceOf): FileAt {
  const theme = partOf(() => planTheme(context));
  const lists = remembering((path) => listAt(context, path));
  const corrections = partOf(() => planCorrections(context));
  const { desk, live, contested } = context;
  const images = imagesAmong(desk, () => [...live, ...contested].flatMap(imagesOf));
  const documents = partOf(() => planDocuments(context));
  const pages = pagesIn(context, placeOf);
  const whole = partOf(() => files);
  // As in a whole plan an article's page gives way to all that is none.
  const beforePages = [theme, lists, corrections, images, documents];
  const feedsAreElsewhere = !context.desk.settings.publish.feeds.some(({ path }) => isPage(path));
  const beforeHtml = feedsAreElsewhere ? [theme, lists, corrections] : beforePages;
  // Of what is nowhere, as the icon that browsers ask for and an image that is not there yet, the rest has nothing.
  const besides = once(() => new Set([...redirectFiles(context), ...contested.map(({ file }) => file)]));
  const isSpeltOtherwise = once(() => hasListSpeltOtherwise(context));
  const rest: FileAt = (path) =>
    besides().has(path) || (isPage(path) && isSpeltOtherwise()) ? whole(path) : undefined;
  return (path) => firstOf([...(isPage(path) ? beforeHtml : beforePages), pages, rest], path);
}

function isPage(path: string): boolean {
  return path.endsWith(".html");
}

/** Where listAt may miss one: an address spells only these as they are. */
function hasListSpeltOtherwise({ groups }: SiteContext): boolean {
  const steps = Object.values(groups).flatMap((lists) => [...lists].map(([step]) => step));
  return !steps.every((step) => /^[\p{L}\p{N}_/-]*$/u.test(step) && step === step.normalize("NFC"));
}

function firstOf(parts: readonly FileAt[], path: string): PlannedFile | undefined {
  for (const part of parts) {
    const file = part(path);
    if (file !== undefined) return file;
  }
  return undefined;
}

/** Part of a plan; of two files with one path the first. */
function partOf(plan: () => Iterable<PlannedFile>): FileAt {
  const planned = once(() => {
    const files = new Map<string, PlannedFile>();
    for (const file of plan()) if (!files.has(file.path)) files.set(file.path, file);
    return files;
  });
  return (path) => planned().get(path);
}

/** Each file once: what is found of it, as its key, is kept with it. */
function remembering(find: FileAt): FileAt {
  const known = new Map<string, PlannedFile>();
  return (path) => {
    const file = known.get(path) ?? find(path);
    if (file !== undefined) known.set(path, file);
    return file;
  };
}

/** Only those are planned that are called as a part of the path; one with a name that addresses spell otherwise no article's page can meet. */
function listAt(context: SiteContext, path: string): PlannedFile | undefined {
  const lists = planListings(context, ({ step }) => (path.includes(step) ? () => true : undefined));
  for (const file of lists) if (file.path === path) return file;
  return undefined;
}

function pagesIn(context: SiteContext, placeOf: PlaceOf): FileAt {
  const plan = pagePlanner(context);
  return remembering((path) => {
    const place = placeOf(path);
    const [row] = place === undefined ? [] : context.live.slice(place, place + 1);
    return row && plan(row);
  });
}

/** The images of the newsroom that these name, as articles have them; one is read when it is asked for. */
export function imagesAmong(desk: Desk, named: () => Iterable<string>): FileAt {
  const sources = once(() => {
    const sources = new Map<string, string>();
    for (const src of named()) {
      const path = imagePath(src);
      if (path !== undefined && !sources.has(path)) sources.set(path, src);
    }
    return sources;
  });
  return (path) => {
    const src = sources().get(path);
    const image = src === undefined ? undefined : ownImage(desk, src);
    return image && imageFile(image);
  };
}
