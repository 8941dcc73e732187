// What a run of the benchmark prints, and what its flags mean.
import { describe, expect, test } from "vitest";
import { printQuantity, printTable } from "../../bench/print-results.ts";
import { chooseCases, readOptions } from "../../bench/read-options.ts";

test.each([
  [0.0271, "s", "27 ms"],
  [1.254, "s", "1.25 s"],
  [44.04, "s", "44.0 s"],
  [93.4, "MB", "93 MB"],
  [undefined, "s", ""],
] as const)("%s %s is printed as %j", (value, unit, text) => {
  expect(printQuantity(value, unit)).toBe(text);
});

test("a table is Markdown with aligned columns", () => {
  const table = [
    ["case", "met"],
    ["a", ""],
    ["longer", "yes"],
  ];
  expect(printTable(table).split("\n")).toEqual([
    "| case   | met |",
    "| ------ | --- |",
    "| a      |     |",
    "| longer | yes |",
  ]);
});

describe("flags", () => {
  test("have defaults", () => {
    expect(readOptions([])).toEqual({
      sizes: [1_000, 10_000],
      rounds: 7,
      seed: 7,
      only: [],
      json: false,
      keep: false,
    });
  });

  test("say sizes and folder; what lies in a folder of one's own is kept", () => {
    const options = readOptions(["--sizes", "1000,100_000", "--dir", "/data", "--only", "list", "--json"]);
    expect(options).toMatchObject({
      sizes: [1_000, 100_000],
      dir: "/data",
      keep: true,
      only: ["list"],
      json: true,
    });
  });

  test.each([["99"], ["1e9999"], ["ten"], ["1000,"], ["1.5"]])("--sizes %s is refused", (sizes) => {
    expect(() => readOptions(["--sizes", sizes])).toThrow("--sizes takes whole numbers from 100 on");
  });

  test("--only takes a case or a family of cases, and no other name", () => {
    const cases = ["list-warm", "list-json", "listing", "render"].map((name) => ({ name }));
    const named = (...only: string[]): string[] => chooseCases(cases, only).map(({ name }) => name);
    expect(named()).toHaveLength(4);
    expect(named("list")).toEqual(["list-warm", "list-json"]);
    expect(named("list-json", "render")).toEqual(["list-json", "render"]);
    expect(() => named("lits")).toThrow('no case is named "lits"; there are list-warm');
  });
});
