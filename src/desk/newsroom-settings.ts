// One key of stet.yaml read or changed from the command line, for those that hold a line of text or a number: `stet config set url ...`.
import { editConfig, keysIn, requireReadable } from "../article/config.ts";
import { parseSettings } from "../article/parse-settings.ts";
import type { Settings } from "../article/settings.ts";
import { shellWord } from "../base/shell-word.ts";
import { StetError } from "../base/stet-error.ts";
import type { Configuration } from "./config.ts";
import { SETTINGS_FILE, findNewsroom } from "../newsroom/find-newsroom.ts";
import { join } from "../newsroom/paths.ts";
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
  "publish.theme": ({ publish }) => publish.theme,
  "publish.releases": ({ publish }) => String(publish.releases),
};

/** The keys of stet.yaml that hold a line of text or a number. */
export const NEWSROOM_KEYS: readonly string[] = Object.keys(READERS);

/** What stet.yaml says of its keys, and as of `default` what stands where it says nothing. Throws StetError store. */
export function newsroomSettings(place: Place): Configuration {
  const root = findNewsroom(place);
  const text = readSettingsFile(root);
  const { settings, problems } = parseSettings(text);
  const said = keysIn(text);
  const values = NEWSROOM_KEYS.flatMap((key) => {
    const value = READERS[key]?.(settings);
    const origin = said.has(key) ? join(root, SETTINGS_FILE) : "default";
    return value === undefined || value === "" ? [] : [{ key, value, origin }];
  });
  return { values, problems };
}

/** What stet.yaml says of a key, or its default; undefined where there is neither. Throws StetError store. */
export function newsroomSetting(place: Place, key: string): string | undefined {
  const { settings } = parseSettings(readSettingsFile(findNewsroom(place)));
  return READERS[key]?.(settings);
}

/**
 * Sets a key of NEWSROOM_KEYS, or takes it out where `value` is undefined; every other byte of stet.yaml stays. False where
 * it says so already. Throws StetError usage/bad-config where stet.yaml would not be right with it, store, busy, external.
 */
export function changeNewsroomSetting(
  place: Place,
  { key, value }: { readonly key: string; readonly value: string | undefined },
  lock: LockOptions,
): boolean {
  return withLock(findNewsroom(place), lock, (held) => {
    const reading = readArticleFile(held.root, SETTINGS_FILE);
    if (!reading.ok) throw new StetError("store", "bad-config", reading.problem.message);
    const { text: before, hash: replaces } = reading.file;
    requireReadable(before, SETTINGS_FILE);
    const text = withCount(editConfig(before, key, value), key, value);
    const known = new Set(parseSettings(before).problems.map(({ message }) => message));
    const verify = (read: string): void => requireRight({ key, value }, read, known);
    return installFile(held, { path: SETTINGS_FILE, text, replaces, verify }).change !== "unchanged";
  });
}

/** The only count among the keys stands there as the number that other readers of stet.yaml take it for, not as text. */
function withCount(text: string, key: string, value: string | undefined): string {
  const isCount = key === "publish.releases" && /^\d+$/.test(value ?? "");
  return isCount ? text.replace(`releases: "${value}"`, `releases: ${value}`) : text;
}

/** What was wrong before is left to stet check, unless nothing can be read with it. */
function requireRight(
  { key, value = "" }: { readonly key: string; readonly value: string | undefined },
  text: string,
  known: ReadonlySet<string>,
): void {
  const wrong = parseSettings(text).problems.find(
    ({ severity, message }) => severity === "error" || !known.has(message),
  );
  if (wrong === undefined) return;
  const [leaf = key] = key.split(".").slice(-1);
  const message = wrong.message.startsWith(`${leaf} `)
    ? key + wrong.message.slice(leaf.length)
    : wrong.message;
  throw new StetError("usage", "bad-config", `${message}; stet.yaml stays as it is`, {
    hint: wrong.hint ?? addressHint(key, value) ?? `stet help config says what ${key} may be`,
  });
}

/** People write an address without its scheme, and mean https. */
function addressHint(key: string, value: string): string | undefined {
  const isBare = key === "url" && /^[^\s:/]+\.[^\s:]+$/.test(value);
  return isBare ? `stet config set url ${shellWord(`https://${value}`)}` : undefined;
}
