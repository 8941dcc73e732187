// Shows an address in the person's browser.
import { spawn } from "node:child_process";
import { programWords } from "../../base/program-words.ts";
import type { Desk } from "../desk.ts";
import { whyNotStarted } from "./why-not-started.ts";

/** What a browser is chosen by. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** As process.platform has it. */
  readonly platform: string;
}

/**
 * Starts the first of $BROWSER that starts (colons between them, `%s` for the address, as xdg-open and others read it),
 * else what the system opens addresses with. Resolves to what went wrong, in words: at once where there is no screen,
 * when the program ends where that is with an error, and never while it runs.
 */
export function openBrowser({ env }: Desk, url: string): Promise<string> {
  const machine = { env, platform: process.platform };
  if (!hasScreen(machine))
    return Promise.resolve("there is no screen here to show it on; BROWSER names a browser");
  return startOne(browserCommands(machine, url), machine);
}

/** False on a Unix that nobody looks at: what opens addresses there would start nothing, or a browser for terminals. */
export function hasScreen({ env, platform }: Machine): boolean {
  if (platform === "darwin" || platform === "win32") return true;
  return ["BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"].some(
    (name) => (env[name] ?? "").trim() !== "",
  );
}

/** Programs with their words, to be tried in this order; never run through a shell. */
export function browserCommands({ env, platform }: Machine, url: string): readonly (readonly string[])[] {
  const named = (env["BROWSER"] ?? "").split(platform === "win32" ? ";" : ":");
  const commands = named.map(programWords).filter(({ length }) => length > 0);
  if (commands.length === 0) return [[...usualCommand({ env, platform }), url]];
  return commands.map((words) => {
    const filled = words.map((word) => word.replaceAll("%s", url));
    return words.some((word) => word.includes("%s")) ? filled : [...filled, url];
  });
}

function usualCommand({ env, platform }: Machine): readonly string[] {
  if (platform === "darwin") return ["open"];
  // By its whole path: Windows looks for a bare name in the folder one is in first, and that may be anybody's newsroom.
  return platform === "win32" ? [`${env["SystemRoot"] ?? "C:\\Windows"}\\explorer.exe`] : ["xdg-open"];
}

async function startOne(commands: readonly (readonly string[])[], machine: Machine): Promise<string> {
  let failure = "";
  for (const command of commands) {
    const { hasStarted, said } = await start(command, machine);
    failure = said;
    if (hasStarted) break;
  }
  return `${failure}; BROWSER names another browser`;
}

interface Ended {
  readonly hasStarted: boolean;
  /** In words. */
  readonly said: string;
}

/** Resolves when the program could not be started, or ended with an error. */
function start([program = "", ...args]: readonly string[], { env, platform }: Machine): Promise<Ended> {
  const child = spawn(program, args, { stdio: "ignore", detached: true, env: { ...env } });
  child.unref();
  return new Promise((resolve) => {
    child.once("error", (cause) => {
      resolve({ hasStarted: false, said: `${program} cannot be started: ${whyNotStarted(cause)}` });
    });
    child.once("exit", (code) => {
      // Explorer ends with 1 whatever it did.
      if (code === 0 || platform === "win32") return;
      resolve({ hasStarted: true, said: `${program} ended with ${code ?? "a signal"}` });
    });
  });
}
