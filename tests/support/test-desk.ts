// A desk on a folder, for tests that ask the desk itself; its index is closed when the test ends.
import { onTestFinished } from "vitest";
import { LIMITS } from "../../src/article/limits.ts";
import { openDesk, type Desk, type DeskOptions } from "../../src/desk/desk.ts";
import { closeIndexOf } from "../../src/desk/keep-index/held-index.ts";

/** Opens the newsroom in `cwd`; `options` stand before the usual ones. */
export function testDesk(cwd: string, options: Partial<DeskOptions> = {}): Desk {
  const desk = openDesk({
    cwd,
    store: undefined,
    env: {},
    now: Date.parse("2026-11-22T09:00:00+01:00"),
    clock: () => Date.now(),
    command: "test",
    lockWaitMs: 0,
    limits: LIMITS,
    random: (count) => new Uint8Array(count),
    ...options,
  });
  onTestFinished(() => closeIndexOf(desk));
  return desk;
}
