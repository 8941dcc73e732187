import { describe, expect, test } from "vitest";
import { bar, sparkline } from "../../src/cli/print/sparkline.ts";

describe("sparkline", () => {
  test.each([
    [[0, 1, 2, 3, 4], "▁▂▃▅▇"],
    [[0, 1, 100, 26], "▁▂▇▃"],
    [[7], "▇"],
    [[0, 0], "▁▁"],
    [[], ""],
  ])("%j", (series, line) => {
    expect(sparkline(series, true)).toBe(line);
  });

  test("in ASCII", () => {
    expect(sparkline([0, 1, 2, 3, 4], false)).toBe("_.-=#");
  });
});

describe("bar", () => {
  test.each([
    [0, ""],
    [1, "▇"],
    [50, "▇▇▇▇▇"],
    [100, "▇▇▇▇▇▇▇▇▇▇"],
  ])("%i of 100 in 10 columns", (number, line) => {
    expect(bar(number, { largest: 100, columns: 10, unicode: true })).toBe(line);
  });

  test("in ASCII", () => {
    expect(bar(1, { largest: 2, columns: 4, unicode: false })).toBe("##");
  });
});
