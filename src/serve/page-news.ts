// Open pages that wait to be told when they are another: looked after only while there are any.
import type { ServerResponse } from "node:http";

/** What a page shows: its address and the name of its content. */
export interface OpenPage {
  readonly page: string;
  readonly key: string;
}

export interface PageNews {
  /** Keeps the response open and tells it, again and again, when the page's key is another: a page that loads itself again goes. */
  listen(page: OpenPage, response: ServerResponse): void;
  /** Compares the pages at once: one may have changed. They are compared without it, too. */
  wake(): void;
  close(): void;
}

/** How often pages are compared; where that takes long, a quarter of the time at most goes into it. */
const EVERY_MS = 100;

/** How soon after a hint: a save is often more than one change of its folder. */
const AT_ONCE_MS = 10;

/** `keysOf` finds what the pages' keys are now. */
export function pageNews(keysOf: (pages: readonly OpenPage[]) => Promise<readonly string[]>): PageNews {
  const listening = new Map<ServerResponse, OpenPage>();
  let timer: NodeJS.Timeout | undefined;
  let isTelling = false;
  let isWoken = false;
  const tell = async (): Promise<void> => {
    const started = performance.now();
    isWoken = false;
    isTelling = true;
    const open = [...listening];
    const keys = await keysOf(open.map(([, page]) => page)).finally(() => (isTelling = false));
    for (const [at, [response, { key }]] of open.entries()) {
      // One that nobody reads would be told more and more, all of it kept.
      if (keys[at] !== key && !response.writableNeedDrain) response.write("data: changed\n\n");
    }
    wait(isWoken ? AT_ONCE_MS : Math.max(EVERY_MS, 3 * (performance.now() - started)));
  };
  const wait = (ms: number): void => {
    clearTimeout(timer);
    timer = listening.size === 0 ? undefined : setTimeout(() => void tell().catch(() => wait(1000)), ms);
  };
  return {
    listen: (page, response) => {
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      response.write("retry: 200\n\n");
      listening.set(response, page);
      response.on("close", () => listening.delete(response));
      if (timer === undefined) wait(0);
    },
    wake: () => {
      if (isWoken || listening.size === 0) return;
      isWoken = true;
      if (!isTelling) wait(AT_ONCE_MS);
    },
    close: () => {
      clearTimeout(timer);
      for (const response of listening.keys()) response.end();
      listening.clear();
    },
  };
}
