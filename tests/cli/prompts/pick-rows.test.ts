// The picker goes on looking by itself where its source could not look at everything within a key.
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import type { SourceAnswer } from "../../../src/desk/find/source-row.ts";
import { pickRows } from "../../../src/cli/prompts/pick-rows.ts";
import { styleFor } from "../../../src/cli/style.ts";

const ROW = {
  path: "a",
  slug: "a",
  headline: "A",
  state: "draft",
  section: "",
  changed: "",
  summary: "",
} as const;

test("a partial answer says so, is looked for further, and drawn when all is seen", async () => {
  let asked = 0;
  const source = (): SourceAnswer =>
    ++asked < 60 ? { rows: [ROW], total: 1, isPartial: true } : { rows: [ROW, ROW], total: 2 };
  const streams = { input: new PassThrough(), output: new PassThrough() };
  const drawn: string[] = [];
  const isSeen = new Promise<void>((seen) => {
    streams.output.on("data", (piece: Buffer) => {
      drawn.push(piece.toString());
      if (piece.includes("2 of 2")) seen();
    });
  });
  const terminal = { isTerminal: true, columns: 80, write: () => Promise.resolve() };
  const style = styleFor(terminal, { env: {} }, "never", true);
  const context = { ...streams, signal: new AbortController().signal, clearPromptOnDone: true };
  const picked = pickRows({ source, many: false, verb: "pick", style }, context);
  await isSeen;
  expect(drawn.join("")).toContain("1+ of 1");
  streams.input.write("\r");
  expect(await picked).toEqual(["a"]);
});
