import { expect, test } from "vitest";
import { displayWidth } from "../../src/base/display-width.ts";
import { runStet } from "../support/run-stet.ts";
import { sampleToRead } from "../support/sample-newsroom.ts";

const newsroom = sampleToRead();

const shown = async (line: readonly string[], terminal: number): Promise<string[]> => {
  const { stdout } = await runStet(["list", "--color", "never", ...line], {
    cwd: newsroom(),
    terminal,
  });
  return stdout.trimEnd().split("\n");
};

test("a narrow terminal gets two lines an article: its headline, and below it the rest", async () => {
  expect(await shown(["slug:live-storm-ilva"], 40)).toEqual([
    "1 Storm Ilva: Averne barrier reopens as…",
    "  ● live · 1h ago · live-storm-ilva",
  ]);
  expect(await shown(["slug:live-storm-ilva", "-F", "state,slug"], 40)).toEqual([
    "1 live-storm-ilva",
    "  ● live",
  ]);
});

test.each([
  "headline,summary",
  "summary,slug",
  "slug,headline,tags,authors,path",
  "url,id,slug,created,path,summary",
])("what is asked for gives way, too: -F %s", async (fields) => {
  for (const width of [60, 64, 80, 120]) {
    const lines = await shown(["-n", "5", "-F", fields], width);
    expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
    const isTable = lines[0]?.startsWith("# ") === true;
    expect({ width, isTable }).toEqual({ width, isTable: fields.split(",").length < 3 || width > 80 });
  }
});

test.each([30, 40, 60, 80, 200])("no line is wider than %i columns, whatever the script", async (width) => {
  const lines = await shown(["-n", "0"], width);
  expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
  expect(lines.length).toBe(width < 60 ? 66 : 34);
});
