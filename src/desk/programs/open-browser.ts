// Shows an address in the person's browser.
import { spawn } from "node:child_process";
import type { Desk } from "../desk.ts";

/** Starts $BROWSER, else what the system opens addresses with; resolves to whether it could be started. */
export function openBrowser({ env }: Desk, url: string): Promise<boolean> {
  const [program = "xdg-open", ...args] = browserCommand(env["BROWSER"] ?? "", process.platform);
  const child = spawn(program, [...args, url], { stdio: "ignore", detached: true, env: { ...env } });
  child.unref();
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("spawn", () => resolve(true));
  });
}

function browserCommand(named: string, platform: string): readonly string[] {
  if (named.trim() !== "") return named.trim().split(/\s+/);
  if (platform === "darwin") return ["open"];
  return platform === "win32" ? ["explorer.exe"] : ["xdg-open"];
}
