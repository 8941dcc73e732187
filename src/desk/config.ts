// The configuration in force: `STET_*` before `.stet/local.yaml` before the person's own file. Options come before all of
// them, and are cli's business.
import {
  CONFIG_KEYS,
  configFault,
  configKey,
  editConfig,
  keysIn,
  readConfig,
  requireReadable,
  type ConfigKey,
  type ConfigLevel,
} from "../article/config.ts";
import type { Problem } from "../base/problem.ts";
import { StetError } from "../base/stet-error.ts";
import {
  localConfigFile,
  readConfigFile,
  userConfigFile,
  writeConfigFile,
  writeLocalConfig,
} from "../newsroom/person/config-files.ts";
import { findNewsroom } from "../newsroom/find-newsroom.ts";

export type { ConfigLevel } from "../article/config.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a command is started, before any newsroom is open. */
export interface ConfigPlace {
  readonly env: Environment;
  /** Absolute. */
  readonly cwd: string;
  /** `--store`. */
  readonly store: string | undefined;
}

/** A value with where it comes from: an environment variable or a file. */
export interface ConfigValue {
  readonly key: string;
  readonly value: string;
  readonly origin: string;
}

export interface Configuration {
  readonly values: readonly ConfigValue[];
  /** What the files say that is passed over, as warnings. */
  readonly problems: readonly Problem[];
}

interface ConfigFile {
  readonly level: ConfigLevel;
  readonly file: string;
}

/** What is configured here, in the order of the keys. A file that cannot be read is a problem, never an error. */
export function readConfiguration(place: ConfigPlace): Configuration {
  const problems: Problem[] = [];
  const readings = filesOf(place).map(({ level, file }) => {
    const reading = readOne(level, file);
    problems.push(...reading.problems);
    return { file, values: reading.values };
  });
  const values = CONFIG_KEYS.flatMap((key): readonly ConfigValue[] => {
    const set = place.env[key.variable];
    if (set !== undefined && set !== "") return [{ key: key.name, value: set, origin: key.variable }];
    const found = readings.find(({ values: known }) => known.has(key.name));
    const value = found?.values.get(key.name);
    return found === undefined || value === undefined ? [] : [{ key: key.name, value, origin: found.file }];
  });
  return { values, problems };
}

function readOne(level: ConfigLevel, file: string): ReturnType<typeof readConfig> {
  try {
    return readConfig(readConfigFile(file) ?? "", level, file);
  } catch (error) {
    if (!(error instanceof StetError)) throw error;
    const problem: Problem = { severity: "warning", code: error.code, message: error.message, file };
    return { values: new Map(), problems: [problem] };
  }
}

/** The nearer file first. */
function filesOf(place: ConfigPlace): readonly ConfigFile[] {
  const root = rootOf(place);
  const user = userConfigFile(place.env);
  return [
    ...(root === undefined ? [] : [{ level: "local" as const, file: localConfigFile(root) }]),
    ...(user === undefined ? [] : [{ level: "user" as const, file: user }]),
  ];
}

function rootOf({ env, cwd, store }: ConfigPlace): string | undefined {
  try {
    return findNewsroom({ start: cwd, env, ...(store === undefined ? {} : { store }) });
  } catch (error) {
    if (error instanceof StetError) return undefined;
    throw error;
  }
}

/**
 * The environment with what is configured put in as the variables that stand for it, so that the rest of stet looks in
 * one place. `default_store` becomes STET_STORE where no newsroom is found. Two lookups where nothing is configured.
 */
export function configuredEnvironment(place: ConfigPlace): Environment {
  const { values } = readConfiguration(place);
  if (values.length === 0) return place.env;
  const variables = values.map(({ key, value }) => [configKey(key).variable, value] as const);
  const env = { ...place.env, ...Object.fromEntries(variables) };
  const store = env["STET_DEFAULT_STORE"];
  return store === undefined || rootOf(place) !== undefined ? env : { ...env, STET_STORE: store };
}

/** Which file was to be changed, and whether it was: it may have said so already. */
export interface ConfigChange {
  readonly file: string;
  readonly isChanged: boolean;
}

/**
 * Sets a key in the file of a level, or takes it out: also one that is none, where the file has it. `others` are keys that
 * may be meant instead. Throws StetError usage, store, invalid, external.
 */
export function changeConfig(
  place: ConfigPlace,
  level: ConfigLevel,
  { key: name, value }: { readonly key: string; readonly value: string | undefined },
  others: readonly string[] = [],
): ConfigChange {
  if (value !== undefined) requireFit(configKey(name, others), level, value);
  const file = fileOf(place, level);
  const before = readConfigFile(file) ?? "";
  requireReadable(before, file);
  if (value === undefined && !keysIn(before).has(name)) configKey(name, others);
  const text = editConfig(before, name, value);
  if (text === before) return { file, isChanged: false };
  if (level === "user") writeConfigFile(file, text);
  else writeLocalConfig(findNewsroom(searchOf(place)), text);
  return { file, isChanged: true };
}

function requireFit(key: ConfigKey, level: ConfigLevel, value: string): void {
  const fault = configFault(key, value);
  if (fault !== undefined) throw new StetError("usage", "bad-config", fault);
  if (!key.isUserOnly || level === "user") return;
  throw new StetError("usage", "bad-config", `${key.name} is honoured only from your own configuration`, {
    hint: `stet config set ${key.name} "${value}" --user`,
  });
}

function searchOf({ env, cwd, store }: ConfigPlace): Parameters<typeof findNewsroom>[0] {
  return { start: cwd, env, ...(store === undefined ? {} : { store }) };
}

function fileOf(place: ConfigPlace, level: ConfigLevel): string {
  if (level === "local") return localConfigFile(findNewsroom(searchOf(place)));
  const file = userConfigFile(place.env);
  if (file !== undefined) return file;
  throw new StetError("external", "io-missing", "there is no home folder to keep a configuration in", {
    hint: "set HOME or XDG_CONFIG_HOME",
  });
}
