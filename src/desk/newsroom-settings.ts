// One key of stet.yaml read or changed from the command line, for those that hold a line of text: `stet config set url ...`.
import { editConfig } from "../article/config.ts";
import { parseSettings } from "../article/parse-settings.ts";
import type { Settings } from "../article/settings.ts";
import { StetError } from "../base/stet-error.ts";
import { SETTINGS_FILE, findNewsroom } from "../newsroom/find-newsroom.ts";
import { installFile } from "../newsroom/write/install-article.ts";
import { withLock, type LockOptions } from "../newsroom/lock/lock.ts";
import { readArticleFile } from "../newsroom/read/read-article-file.ts";
import { readSettingsFile } from "../newsroom/read/read-settings-file.ts";

type Place = Parameters<typeof findNewsroom>[0];

const READERS: Readonly<Record<string, (settings: Settings) => string | undefined>> = {
  name: ({ name }) => name,
  url: ({ url }) => url,
  language: ({ language }) => language,
  timezone: ({ timezone }) => timezone,
  articles: ({ articles }) => articles,
  permalinks: ({ permalinks }) => permalinks,
  slugs: ({ slugs }) => slugs,
  "publish.to": ({ publish }) => publish.to,
};

/** The keys of stet.yaml that hold a line of text. */
export const NEWSROOM_KEYS: readonly string[] = Object.keys(READERS);

/** What stet.yaml says of a key, or its default; undefined where there is neither. Throws StetError store. */
export function newsroomSetting(place: Place, key: string): string | undefined {
  const { settings } = parseSettings(readSettingsFile(findNewsroom(place)));
  return READERS[key]?.(settings);
}

/**
 * Sets a key of NEWSROOM_KEYS, or takes it out where `value` is undefined; every other byte of stet.yaml stays. Throws
 * StetError usage/bad-config where stet.yaml would not be right with it, store, busy, external.
 */
export function changeNewsroomSetting(
  place: Place,
  { key, value }: { readonly key: string; readonly value: string | undefined },
  lock: LockOptions,
): void {
  withLock(findNewsroom(place), lock, (held) => {
    const reading = readArticleFile(held.root, SETTINGS_FILE);
    if (!reading.ok) throw new StetError("store", "bad-config", reading.problem.message);
    const { text: before, hash: replaces } = reading.file;
    const text = editConfig(before, key, value);
    installFile(held, { path: SETTINGS_FILE, text, replaces, verify: (read) => requireRight(key, read) });
  });
}

function requireRight(key: string, text: string): void {
  const wrong = parseSettings(text).problems.find(({ severity }) => severity === "error");
  if (wrong === undefined) return;
  throw new StetError("usage", "bad-config", `${wrong.message}; stet.yaml stays as it is`, {
    hint: wrong.hint ?? `stet help config says what ${key} may be`,
  });
}
