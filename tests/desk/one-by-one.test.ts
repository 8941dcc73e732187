// What is done and told when one of many articles cannot be done.
import { expect, test } from "vitest";
import type { ErrorCode, ErrorKind } from "../../src/base/stet-error.ts";
import { StetError } from "../../src/base/stet-error.ts";
import { oneByOne } from "../../src/desk/change/one-by-one.ts";

/** Four articles, of which those at the places named fail so. */
const run = (kind: ErrorKind, code: ErrorCode, ...failing: readonly number[]) => {
  const paths = ["0", "1", "2", "3"];
  const { done, failures } = oneByOne(
    paths.map((path) => ({ path })),
    ({ path }) => {
      if (failing.includes(Number(path))) throw new StetError(kind, code, `no ${path}`);
      return path;
    },
  );
  return [done.join(), failures.map(({ message }) => message).join()];
};

test("one that is refused, gone or not to be written stops no other", () => {
  expect(run("conflict", "bad-transition", 1)).toEqual(["0,2,3", "no 1"]);
  expect(run("not-found", "not-found", 0, 3)).toEqual(["1,2", "no 0,no 3"]);
  expect(run("external", "io-permission", 0, 2)).toEqual(["1,3", "no 0,no 2"]);
});

test("a full disk ends it, and what was done before is told", () => {
  expect(run("external", "io-space", 2)).toEqual(["0,1", "no 2"]);
  expect(() => run("external", "io-space", 0)).toThrow("no 0");
});

test("a bug, and the failure of the only article, are thrown", () => {
  const bug = (): never => {
    throw new TypeError("bug");
  };
  expect(() => oneByOne([{ path: "a" }, { path: "b" }], bug)).toThrow("bug");
  const refused = (): never => {
    throw new StetError("conflict", "bad-transition", "refused");
  };
  expect(() => oneByOne([{ path: "a" }], refused)).toThrow("refused");
});
