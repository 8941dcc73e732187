// `stet config`: what a person has set up for stet, where each value comes from, and changes to it.
import { StetError } from "../../base/stet-error.ts";
import { visibleText } from "../../base/visible-text.ts";
import type { ConfigLevel, ConfigPlace, Configuration } from "../../desk/config.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { configPlaceOf } from "../line/config-place.ts";
import { EXIT } from "../exit-codes.ts";
import { print, tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import type { Words } from "../line/words.ts";
import { lockWaitMs } from "../lock-wait.ts";

export const config: CommandDeclaration = {
  name: "config",
  group: "store",
  summary: "Show and change the configuration of stet",
  arguments: [
    { name: "list|get|set|unset", isOptional: true },
    { name: "key", isOptional: true },
    { name: "value", isOptional: true },
  ],
  examples: [
    "stet config list --origin",
    'stet config set author "Ilse Vandermoor"',
    "stet config set timezone Europe/Brussels",
  ],
  options: [
    { flags: "--origin", description: "with list: the variable or file each value comes from" },
    { flags: "--user", description: "for all your newsrooms: $XDG_CONFIG_HOME/stet/config.yaml (default)" },
    { flags: "--local", description: "for this checkout of this newsroom: .stet/local.yaml" },
    { flags: "--json[=LIST]", description: "with list: one JSON array" },
  ],
  notes: [
    "Keys: author editor pager color ascii accessible lock-timeout default_store",
    "publish.hubs publish.hook publish.hook-timeout. list has those that are set. An",
    "option wins over a STET_ variable, that over --local, that over --user. Programs",
    "are taken from --user alone: no newsroom can make stet run one.",
    "Keys of the newsroom, kept in its stet.yaml: name url language timezone articles",
    "permalinks slugs publish.to publish.theme publish.releases; list has these too,",
    "with their defaults. stet help config has all of stet.yaml.",
  ],
  seeAlso: ["doctor"],
  run: runConfig,
};

async function runConfig(words: Words, session: Session): Promise<number> {
  const [deed = "list", key, value] = words.args;
  if (words.flag("user") && words.flag("local")) {
    throw new StetError("usage", "usage", "give --user or --local, not both");
  }
  if (deed === "list" && key === undefined) return list(words, session);
  if (words.flag("origin") || words.text("json") !== undefined) {
    const name = words.flag("origin") ? "--origin" : "--json";
    throw new StetError("usage", "usage", `${name} goes with list`, { hint: `stet config list ${name}` });
  }
  if (deed === "get" && key !== undefined && value === undefined) return get(session, key);
  const isNewsrooms =
    key !== undefined && (await isNewsroomKey(key)) && !words.flag("user") && !words.flag("local");
  if (isNewsrooms && (deed === "set") === (value !== undefined) && ["set", "unset"].includes(deed))
    return changeNewsroom(session, { key, value });
  const level: ConfigLevel = words.flag("local") ? "local" : "user";
  if (deed === "set" && key !== undefined && value !== undefined)
    return change(session, level, { key, value });
  if (deed === "unset" && key !== undefined && value === undefined)
    return change(session, level, { key, value });
  throw await misused(words.args);
}

const DEEDS = ["list", "get", "set", "unset"];

/** With the line that was meant, as far as it can be told: `config KEY` and `KEY=VALUE` are what other programs take. */
async function misused([deed = "", key, value]: readonly string[]): Promise<StetError> {
  const [{ nearest }, { CONFIG_KEYS }] = await Promise.all([
    import("../../base/nearest.ts"),
    import("../../article/config.ts"),
  ]);
  const all = new Set([...CONFIG_KEYS.map(({ name }) => name), ...(await newsroomKeys())]);
  const line = (): string | undefined => {
    const [name = "", given] = /^([^=]*)=(.*)$/s.exec(deed === "set" ? (key ?? "") : deed)?.slice(1) ?? [];
    if (all.has(name) && value === undefined) return `set ${name} ${JSON.stringify(given)}`;
    if (all.has(deed)) return key === undefined ? `get ${deed}` : `set ${deed} ${JSON.stringify(key)}`;
    return DEEDS.includes(deed) ? undefined : nearest(deed, DEEDS)[0];
  };
  return new StetError("usage", "usage", "config takes list, get KEY, set KEY VALUE or unset KEY", {
    hint: `stet config ${line() ?? "-h"}`,
  });
}

async function list(words: Words, session: Session): Promise<number> {
  const [{ readConfiguration }, { reportProblems }, { writeObjects }] = await Promise.all([
    import("../../desk/config.ts"),
    import("../report-error.ts"),
    import("../history/write-objects.ts"),
  ]);
  const own = readConfiguration(configPlaceOf(session));
  const here = await settingsHere(session);
  const all = [...own.values, ...here.values];
  const isWritten = await writeObjects(words, session, () =>
    all.map(({ key, value, origin }) => ({ key, value, origin })),
  );
  for (const { key, value, origin } of isWritten ? [] : all) {
    await print(session, visibleText(`${key}=${value}${words.flag("origin") ? `  (${origin})` : ""}`));
  }
  await reportProblems(session, [...own.problems, ...here.problems], "stet config list -v");
  return EXIT.ok;
}

/** What the newsroom says; nothing outside of one. */
async function settingsHere(session: Session): Promise<Configuration> {
  const { newsroomSettings } = await import("../../desk/newsroom-settings.ts");
  try {
    return newsroomSettings(searchOf(session));
  } catch (error) {
    if (error instanceof StetError && error.code === "no-store") return { values: [], problems: [] };
    throw error;
  }
}

async function isNewsroomKey(key: string): Promise<boolean> {
  return (await newsroomKeys()).includes(key);
}

async function newsroomKeys(): Promise<readonly string[]> {
  return (await import("../../desk/newsroom-settings.ts")).NEWSROOM_KEYS;
}

/** Where the newsroom is looked for: by what is configured, too. */
function searchOf(session: Session): { start: string; env: ConfigPlace["env"]; store?: string } {
  const { cwd: start, store } = configPlaceOf(session);
  const { env } = session.io;
  return { start, env, ...(store === undefined ? {} : { store }) };
}

interface Setting {
  readonly key: string;
  readonly value: string | undefined;
}

async function changeNewsroom(session: Session, setting: Setting): Promise<number> {
  const { changeNewsroomSetting } = await import("../../desk/newsroom-settings.ts");
  const lock = { command: "config", waitMs: lockWaitMs(session), now: session.now };
  const isChanged = changeNewsroomSetting(searchOf(session), setting, lock);
  return tellChange(session, setting, { file: "stet.yaml", isChanged });
}

/** A key that is not set is exit 1, as in git. */
async function get(session: Session, name: string): Promise<number> {
  if (await isNewsroomKey(name)) {
    const { newsroomSetting } = await import("../../desk/newsroom-settings.ts");
    const value = newsroomSetting(searchOf(session), name);
    if (value !== undefined) await print(session, visibleText(value));
    return value === undefined ? EXIT.no : EXIT.ok;
  }
  const [{ readConfiguration }, { configKey }] = await Promise.all([
    import("../../desk/config.ts"),
    import("../../article/config.ts"),
  ]);
  const key = configKey(name, await newsroomKeys());
  const found = readConfiguration(configPlaceOf(session)).values.find((each) => each.key === key.name);
  if (found === undefined) return EXIT.no;
  await print(session, visibleText(found.value));
  return EXIT.ok;
}

async function change(session: Session, level: ConfigLevel, setting: Setting): Promise<number> {
  const { changeConfig } = await import("../../desk/config.ts");
  const others = await newsroomKeys();
  if (others.includes(setting.key)) throw newsroomsOwn(setting);
  return tellChange(session, setting, changeConfig(configPlaceOf(session), level, setting, others));
}

function newsroomsOwn({ key, value }: Setting): StetError {
  const words = value === undefined ? `unset ${key}` : `set ${key} ${JSON.stringify(value)}`;
  return new StetError("usage", "bad-config", `${key} is the newsroom's, kept in its stet.yaml alone`, {
    hint: `stet config ${words}`,
  });
}

/** The key on stdout where something was changed, as every command does that changes things. */
async function tellChange(
  session: Session,
  { key, value }: Setting,
  { file, isChanged }: { readonly file: string; readonly isChanged: boolean },
): Promise<number> {
  if (isChanged && !session.io.stdout.isTerminal) await print(session, visibleText(key));
  const sign = session.err.green(symbols(session.err).ok);
  const [shownKey, shownFile] = [visibleText(key), visibleText(file)];
  const unchanged = value === undefined ? `${shownFile} has no ${shownKey}` : `${shownFile} says so already`;
  await tell(session, isChanged ? `${sign} ${shownKey} in ${shownFile}` : unchanged);
  return EXIT.ok;
}
