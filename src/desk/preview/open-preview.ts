// The preview of the site: an edition that follows the newsroom's files, settings and theme, and the clock.
import { StetError } from "../../base/stet-error.ts";
import { imageStamp } from "../../newsroom/read/read-image-file.ts";
import { readSettingsFile } from "../../newsroom/read/read-settings-file.ts";
import { openDesk, type Desk } from "../desk.ts";
import { freshIndex, type FreshIndex } from "../keep-index/fresh-index.ts";
import { closeIndexOf, discardHeld, handOverIndex, repairing } from "../keep-index/held-index.ts";
import { isDamage, type Index } from "../../index/open-index.ts";
import { identityOf } from "../../index/write-rows.ts";
import type { Theme } from "../../render/theme/theme.ts";
import { imageStampsSeen } from "../site/make/image-sizes.ts";
import { seenKey } from "../site/remember/publish-memory.ts";
import { readTheme } from "../site/make/read-theme.ts";
import { planEdition, type Edition } from "./edition.ts";
import { followFiles, type FollowedFiles } from "./follow-files.ts";

export interface PreviewRequest {
  /** Where the preview is served, with `/` at the end: links lead there. */
  readonly url: string;
  /** Shows what is not live, too. */
  readonly drafts: boolean;
  /** The instant to show, epoch milliseconds; asked again and again. */
  readonly now: () => number;
  /** Called when an article may be another, if the system says so: sooner than looking again and again finds out. */
  readonly onChange?: () => void;
}

export interface Preview {
  /**
   * The edition as everything is now, or why there is none: followFiles, and a plan where anything has changed. Calls while
   * one is under way share the next: it may have begun before what they want to see.
   */
  look(): Promise<Edition | StetError>;
  /** What `read` makes of a look; of another one, with the index made anew, where that turns out to be damaged. */
  read<T>(read: (found: Edition | StetError) => T | Promise<T>): Promise<T>;
  close(): void;
}

interface Shown {
  readonly edition: Edition;
  readonly settingsText: string;
  readonly seen: string;
}

/** Opens a preview; nothing is read before the first look, and nothing of the site is ever written. */
export function openPreview(desk: Desk, request: PreviewRequest): Preview {
  const files = followFiles(desk.root, () => request.onChange?.());
  let shown: Shown | undefined;
  let looking: Promise<Edition | StetError> | undefined;
  let next: Promise<Edition | StetError> | undefined;
  const lookOnce = async (): Promise<Edition | StetError> => {
    try {
      const next = await follow(desk, { ...request, files }, shown);
      if (shown !== undefined && next.edition.desk !== shown.edition.desk) closeIndexOf(shown.edition.desk);
      shown = next;
      return next.edition;
    } catch (error) {
      if (error instanceof StetError) return error;
      throw error;
    } finally {
      looking = undefined;
    }
  };
  const lookNext = (): Promise<Edition | StetError> => {
    next = undefined;
    return (looking ??= lookOnce());
  };
  const look = (): Promise<Edition | StetError> => {
    if (looking === undefined) return lookNext();
    return (next ??= looking.then(lookNext, lookNext));
  };
  return {
    look,
    async read(read) {
      const found = await look();
      try {
        return await read(found);
      } catch (error) {
        if (found instanceof StetError || !isDamage(error)) throw error;
        discardHeld(found.desk);
        return read(await look());
      }
    },
    close: () => {
      files.close();
      if (shown !== undefined) closeIndexOf(shown.edition.desk);
    },
  };
}

/** What is shown already where it is right still; else a new edition with a desk of its own, which remembers nothing. */
async function follow(
  desk: Desk,
  request: PreviewRequest & { readonly files: FollowedFiles },
  shown: Shown | undefined,
): Promise<Shown> {
  const { files } = request;
  const settingsText = readSettingsFile(desk.root);
  const planning = { settingsText, drafts: request.drafts };
  if (settingsText !== shown?.settingsText || isOver(shown, request.now())) {
    const opened = deskFor(desk, request);
    try {
      return await repairing(opened, async () => plan(opened, await files.fresh(opened), planning));
    } catch (error) {
      closeIndexOf(opened);
      throw error;
    }
  }
  const { edition } = shown;
  const fresh = await files.fresh(edition.desk);
  if (seenOf(edition.desk, fresh.index, readTheme(edition.desk)) === shown.seen && areSame(shown))
    return shown;
  return planNext(deskFor(desk, request), fresh, { ...planning, before: edition });
}

/** The edition after one of the same settings, with its index, which has just been brought up to the files. */
async function planNext(
  desk: Desk,
  fresh: FreshIndex,
  planning: Planning & { readonly before: Edition },
): Promise<Shown> {
  const last = planning.before.desk;
  handOverIndex(last, desk);
  let known: FreshIndex | undefined = fresh;
  try {
    return await repairing(desk, async () => {
      const current = known ?? (await freshIndex(desk));
      known = undefined;
      return plan(desk, current, planning);
    });
  } catch (error) {
    handOverIndex(desk, last);
    throw error;
  }
}

interface Planning {
  readonly settingsText: string;
  readonly drafts: boolean;
  readonly before?: Edition;
}

function plan(desk: Desk, fresh: FreshIndex, { settingsText, drafts, before }: Planning): Shown {
  const theme = readTheme(desk);
  const edition = planEdition(desk, fresh, { theme, drafts, before });
  return { edition, settingsText, seen: seenOf(desk, fresh.index, theme) };
}

function seenOf(desk: Desk, index: Index, theme: Theme): string {
  return `${seenKey(desk, theme)} ${identityOf(index)}`;
}

function isOver({ edition }: Shown, now: number): boolean {
  return now >= edition.until || now < edition.desk.now;
}

/** The latest that an edition was asked for; more are not looked at each time. */
const IMAGES_WATCHED = 200;

function areSame({ edition: { desk } }: Shown): boolean {
  const stamps = Object.entries(imageStampsSeen(desk)).slice(-IMAGES_WATCHED);
  return stamps.every(([path, stamp]) => (imageStamp(desk.root, path) ?? null) === stamp);
}

/** The settings as stet.yaml has them now, with the preview's own address. Throws StetError store as openDesk does. */
function deskFor(desk: Desk, { url, now }: PreviewRequest): Desk {
  const opened = openDesk({ ...desk, store: desk.root, now: now() });
  return { ...opened, settings: { ...opened.settings, url } };
}
