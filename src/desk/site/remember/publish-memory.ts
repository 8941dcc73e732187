// Whether anything can be due since the last publish: the same files, settings, theme and images, and no instant passed
// at which an article goes up or comes down.
import { startedAt } from "../../../newsroom/processors.ts";
import { imageStamp } from "../../../newsroom/read/read-image-file.ts";
import { standingAt } from "../../../newsroom/site/publish-stamp.ts";
import { readPublishMemory, writePublishMemory } from "../../../newsroom/site/publish-memory.ts";
import { VERSION } from "../../../base/version.ts";
import type { Theme } from "../../../render/theme/theme.ts";
import { hubsOf } from "../../feeds/hubs-of.ts";
import type { Desk } from "../../desk.ts";
import { feedQuery } from "../plan/plan-feeds.ts";
import { keyOf } from "../plan/key-of.ts";
import { settingsKey } from "../plan/site-context.ts";

/** What the last publish saw. Instants are epoch milliseconds. */
export interface PublishMemory {
  /** Of the settings, the theme and the program; UNDONE where something was left to do. */
  readonly seen: string;
  /** Names what the index said. */
  readonly index: string;
  /** The instant of the last edition that readers got, and the next at which it is another. */
  readonly at: number;
  readonly until: number | null;
  /** When all was looked at, by the machine's clock. */
  readonly done: number;
  /** The images that live articles name, by path, with their stamps; null for those that were not there. */
  readonly images: Readonly<Record<string, string | null>>;
  /** The name of the file with what all was planned from; empty where there is none. */
  readonly plan: string;
  /** Files that a run was about to bring or take away late, relative to the site, until it has told of them. */
  readonly foretold?: readonly string[];
}

/** Equals no key of what was seen: the next publish looks at everything, and still knows what is late by `at`. */
export const UNDONE = "";

/** Somebody may have changed the site itself: at least this often it is looked at. */
const LOOK_AGAIN_MS = 60 * 60 * 1000;

/** Names everything the site is made of but the articles, the instant and the images. */
export function seenKey(desk: Desk, theme: Theme): string {
  const { settings, root } = desk;
  const { feeds, theme: folder = "" } = settings.publish;
  return keyOf(
    VERSION,
    hubsOf(desk),
    settingsKey(settings),
    [...theme.templates],
    theme.style,
    theme.files.map((path) => [path, imageStamp(root, `${folder}/${path}`) ?? null]),
    feeds.map(({ query }) => (query === undefined ? null : feedQuery(desk, query))),
  );
}

/** True where nothing but articles can have changed since the last publish did all there was to do. */
export function isStillAt(desk: Desk, memory: PublishMemory, seen: string): boolean {
  if (memory.seen !== seen || desk.now < memory.at) return false;
  if (memory.until !== null && memory.until <= desk.now) return false;
  const age = desk.clock() - memory.done;
  // A power cut may have taken with it what was never waited for.
  if (age < 0 || age > LOOK_AGAIN_MS || memory.done < startedAt()) return false;
  if (standingAt(`${desk.root}/${desk.settings.publish.to}/index.html`) !== "file") return false;
  return Object.entries(memory.images).every(
    ([path, stamp]) => (imageStamp(desk.root, path) ?? null) === stamp,
  );
}

/** The memory of the last publish; undefined where there is none to trust. */
export function recallPublish({ root }: Desk): PublishMemory | undefined {
  try {
    const memory: unknown = JSON.parse(readPublishMemory(root));
    return isMemory(memory) ? memory : undefined;
  } catch {
    return undefined;
  }
}

function isMemory(value: unknown): value is PublishMemory {
  if (typeof value !== "object" || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  const isInstant = (name: string): boolean => typeof fields.get(name) === "number";
  const isOpen = fields.get("until") === null || isInstant("until");
  const images = fields.get("images");
  const foretold = fields.get("foretold") ?? [];
  return (
    typeof fields.get("seen") === "string" &&
    typeof fields.get("index") === "string" &&
    typeof fields.get("plan") === "string" &&
    isInstant("at") &&
    isInstant("done") &&
    isOpen &&
    Array.isArray(foretold) &&
    foretold.every((path) => typeof path === "string") &&
    typeof images === "object" &&
    images !== null
  );
}

/** Remembers a publish. */
export function rememberPublish({ root }: Desk, memory: PublishMemory): void {
  writePublishMemory(root, JSON.stringify(memory));
}

/**
 * Lets the next publish look at everything, and tell what is `foretold`: this one may be killed half-way. Keeps the instant
 * of the last edition.
 */
export function distrustPublish(
  desk: Desk,
  memory: PublishMemory | undefined,
  foretold: readonly string[] = memory?.foretold ?? [],
): void {
  if (memory !== undefined) rememberPublish(desk, { ...memory, seen: UNDONE, foretold });
}
