// The world of a command with the person's configuration put into its environment.
import { configuredEnvironment } from "../../desk/config.ts";
import { directoryOf } from "./directory-of.ts";
import type { Io } from "../io.ts";
import type { Words } from "./words.ts";

/** `io` itself where nothing is configured. */
export function configured(io: Io, globals: Words): Io {
  const place = { env: io.env, cwd: directoryOf({ io, globals }), store: globals.text("store") };
  const env = configuredEnvironment(place);
  if (env === io.env) return io;
  const { stdout, stderr, cwd, shellPid, now, clock, elapsed, random } = io;
  return {
    // Opened only when it is first read.
    get stdin() {
      return io.stdin;
    },
    stdout,
    stderr,
    cwd,
    shellPid,
    now,
    clock,
    elapsed,
    random,
    env,
    ownEnv: io.env,
  };
}
