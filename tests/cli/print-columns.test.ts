import { describe, expect, test } from "vitest";
import { displayWidth } from "../../src/base/display-width.ts";
import { columnLines, type CountRow } from "../../src/cli/print/print-columns.ts";
import type { Style } from "../../src/cli/style.ts";

const same = (text: string): string => text;
const style: Style = {
  hyperlinks: false,
  unicode: true,
  bold: (text) => `*${text}*`,
  dim: same,
  italic: same,
  underline: same,
  strikethrough: same,
  red: same,
  green: same,
  yellow: same,
  cyan: same,
  link: same,
};
const ROWS: readonly CountRow[] = [
  { cells: ["NAME", "COUNT", "NOTE"], isHeading: true },
  { cells: ["Port Averne", "1,200", "harbour"] },
  { cells: [] },
  { cells: ["灯台守", "7", ""] },
];
const lines = (width: number): string[] =>
  columnLines(ROWS, {
    align: ["left", "right", "left"],
    yields: [
      { column: 0, to: 8 },
      { column: 2, to: 0 },
      { column: 0, to: 4 },
    ],
    style,
    width,
  });

describe("columnLines", () => {
  test.each([
    [80, ["*NAME         COUNT  NOTE*", "Port Averne  1,200  harbour", "", "灯台守           7"]],
    [24, ["*NAME      COUNT  NOTE*", "Port Av…  1,200  harbour", "", "灯台守        7"]],
    [20, ["*NAME      COUNT*", "Port Av…  1,200", "", "灯台守        7"]],
    [12, ["*NAME   COUNT*", "Port…  1,200", "", "灯台…      7"]],
  ])("%i columns", (width, expected) => {
    expect(lines(width)).toEqual(expected);
  });

  test("no line is wider than a terminal that is too narrow for anything", () => {
    expect(lines(6).map((line) => displayWidth(line.replaceAll("*", "")) <= 6)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});
