// `stet config`: what a person has set up for stet, where each value comes from, and changes to it.
import { StetError } from "../../base/stet-error.ts";
import { visibleText } from "../../base/visible-text.ts";
import type { ConfigLevel, ConfigPlace } from "../../desk/config.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { directoryOf } from "../line/directory-of.ts";
import { EXIT } from "../exit-codes.ts";
import { print, tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import type { Words } from "../line/words.ts";

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
  ],
  notes: [
    "Keys: author editor pager color ascii lock-timeout default_store publish.hubs",
    "publish.hook. An option wins over a STET_ variable, that over --local, that over",
    "--user. Programs are taken from --user alone: no newsroom can make stet run one.",
    "Keys of the newsroom, kept in its stet.yaml: name url language timezone articles",
    "permalinks slugs publish.to. stet help config has all of stet.yaml.",
  ],
  seeAlso: ["doctor"],
  run: runConfig,
};

async function runConfig(words: Words, session: Session): Promise<number> {
  const [deed = "list", key, value] = words.args;
  if (words.flag("user") && words.flag("local")) {
    throw new StetError("usage", "usage", "give --user or --local, not both");
  }
  if (deed === "list" && key === undefined) return list(session, words.flag("origin"));
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
  throw new StetError("usage", "usage", "config takes list, get KEY, set KEY VALUE or unset KEY", {
    hint: "stet config -h",
  });
}

/** The environment as the person set it, without what configuration has put in. */
function placeOf(session: Session): ConfigPlace {
  const { io, globals } = session;
  return { env: io.ownEnv ?? io.env, cwd: directoryOf(session), store: globals.text("store") };
}

async function list(session: Session, withOrigin: boolean): Promise<number> {
  const [{ readConfiguration }, { reportProblems }] = await Promise.all([
    import("../../desk/config.ts"),
    import("../report-error.ts"),
  ]);
  const { values, problems } = readConfiguration(placeOf(session));
  for (const { key, value, origin } of values) {
    await print(session, visibleText(withOrigin ? `${key}=${value}  (${origin})` : `${key}=${value}`));
  }
  await reportProblems(session, problems, "stet config list -v");
  return EXIT.ok;
}

async function isNewsroomKey(key: string): Promise<boolean> {
  return (await newsroomKeys()).includes(key);
}

async function newsroomKeys(): Promise<readonly string[]> {
  return (await import("../../desk/newsroom-settings.ts")).NEWSROOM_KEYS;
}

/** Where the newsroom is looked for. */
function searchOf(session: Session): { start: string; env: ConfigPlace["env"]; store?: string } {
  const { env, cwd: start, store } = placeOf(session);
  return { start, env, ...(store === undefined ? {} : { store }) };
}

async function changeNewsroom(
  session: Session,
  setting: { readonly key: string; readonly value: string | undefined },
): Promise<number> {
  const { changeNewsroomSetting } = await import("../../desk/newsroom-settings.ts");
  const waitMs = (session.globals.count("lock-timeout") ?? 5) * 1000;
  changeNewsroomSetting(searchOf(session), setting, { command: "config", waitMs, now: session.now });
  if (!session.io.stdout.isTerminal) await print(session, setting.key);
  await tell(session, `${session.err.green(symbols(session.err).ok)} ${setting.key} in stet.yaml`);
  return EXIT.ok;
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
  const found = readConfiguration(placeOf(session)).values.find((each) => each.key === key.name);
  if (found === undefined) return EXIT.no;
  await print(session, visibleText(found.value));
  return EXIT.ok;
}

async function change(
  session: Session,
  level: ConfigLevel,
  setting: { readonly key: string; readonly value: string | undefined },
): Promise<number> {
  const [{ changeConfig }, { configKey }] = await Promise.all([
    import("../../desk/config.ts"),
    import("../../article/config.ts"),
  ]);
  // Said here, where the newsroom's keys are known too.
  configKey(setting.key, await newsroomKeys());
  const file = changeConfig(placeOf(session), level, setting);
  if (!session.io.stdout.isTerminal) await print(session, setting.key);
  await tell(session, `${session.err.green(symbols(session.err).ok)} ${setting.key} in ${visibleText(file)}`);
  return EXIT.ok;
}
