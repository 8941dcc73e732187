// The word to open pages: again and again, but no more of it than somebody takes.
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pageNews } from "../../src/serve/page-news.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("who takes nothing of what is said is told no more of it", async () => {
  const news = pageNews((pages) => Promise.resolve(pages.map(() => "another")));
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  news.listen({ page: "/", key: "one" }, response);
  await vi.advanceTimersByTimeAsync(10_000);
  const told = response.writableLength;
  expect(told).toBeGreaterThan(1_000);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(response.writableLength).toBeLessThan(100_000);
  news.close();
});
