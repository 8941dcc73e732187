// A browser without a window, told what to do over a pipe (Chrome DevTools Protocol): no port, no package, no profile of
// anybody.
import { spawn, spawnSync } from "node:child_process";
import { Readable, Writable } from "node:stream";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

const PROGRAM = ["chromium", "chromium-browser", "google-chrome"].find(
  (name) => spawnSync(name, ["--version"]).status === 0,
);

/** Where there is no Chromium, tests in a browser are skipped, visibly. */
export const HAS_BROWSER: boolean = PROGRAM !== undefined;

export interface BrowserPage {
  /** Goes to an address and resolves when it is there. */
  goTo(url: string): Promise<void>;
  /** What an expression is in the page, as JSON; waits while the page is being exchanged for another. */
  valueOf(expression: string): Promise<unknown>;
  /** Resolves when an expression is true. */
  becomes(expression: string): Promise<void>;
}

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--remote-debugging-pipe",
];

/** One page of a fresh browser, which is gone when the test ends. */
export async function openPage(): Promise<BrowserPage> {
  const profile = temporaryFolder();
  const child = spawn(PROGRAM ?? "chromium", [...FLAGS, `--user-data-dir=${profile}`, "about:blank"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    detached: true,
    env: { ...process.env, TMPDIR: profile },
  });
  const closed = new Promise((resolve) => child.once("close", resolve));
  onTestFinished(async () => {
    // The whole group: its children would go on writing to the profile while that is removed.
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    await closed;
  });
  const [, , , requests, answers] = child.stdio;
  if (!(requests instanceof Writable) || !(answers instanceof Readable))
    throw new Error("the browser has no pipe");
  const { ask } = conversation(requests, answers);
  const { targetId } = await ask<{ targetId: string }>("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await ask<{ sessionId: string }>("Target.attachToTarget", {
    targetId,
    flatten: true,
  });
  const valueOf = async (expression: string): Promise<unknown> => {
    for (;;) {
      const params = { expression, returnByValue: true, awaitPromise: true };
      const { result, exceptionDetails } = await ask<Evaluated>("Runtime.evaluate", params, sessionId).catch(
        () => NOT_THERE,
      );
      if (exceptionDetails === undefined) return result.value;
    }
  };
  const becomes = async (expression: string): Promise<void> => {
    while ((await valueOf(`Boolean(document.body && (${expression}))`)) !== true) await pause(4);
  };
  const goTo = async (url: string): Promise<void> => {
    await ask("Page.navigate", { url }, sessionId);
    await becomes(`location.href.startsWith(${JSON.stringify(url)}) && document.readyState === "complete"`);
  };
  return { goTo, valueOf, becomes };
}

interface Evaluated {
  readonly result: { readonly value: unknown };
  readonly exceptionDetails?: unknown;
}

const NOT_THERE: Evaluated = { result: { value: undefined } };

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type Ask = <T>(method: string, params: object, sessionId?: string) => Promise<T>;

/** Requests and answers are JSON, each ended by a NUL. */
function conversation(requests: Writable, answers: Readable): { readonly ask: Ask } {
  const waiting = new Map<number, (answer: { result?: unknown; error?: { message: string } }) => void>();
  let unread = "";
  answers.setEncoding("utf8").on("data", (chunk: string) => {
    const messages = (unread + chunk).split("\0");
    unread = messages.pop() ?? "";
    for (const message of messages) {
      const answer = JSON.parse(message);
      waiting.get(answer.id)?.(answer);
    }
  });
  let last = 0;
  const ask: Ask = (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- who asks knows what the protocol answers
        if (error === undefined) resolve(result as never);
        else reject(new Error(`${method}: ${error.message}`));
      });
      requests.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  return { ask };
}
