// The folder a command starts from.
import { resolve } from "../../newsroom/paths.ts";
import type { Session } from "../session.ts";

/** `-C`, else the working directory; absolute. */
export function directoryOf({ io, globals }: Pick<Session, "io" | "globals">): string {
  return resolve(io.cwd, globals.text("cd") ?? ".");
}
