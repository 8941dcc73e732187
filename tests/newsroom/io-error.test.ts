import { describe, expect, test } from "vitest";
import { StetError } from "../../src/base/stet-error.ts";
import { codeOf, errnoOf, explainingFailure, ioError } from "../../src/newsroom/io-error.ts";
import { temporaryFolder } from "./temporary-newsroom.ts";

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: open`), { code });
}

describe("what the system refuses", () => {
  test.each([
    ["ENOSPC", "io-space", "a.yaml was not written: no space is left on the disk"],
    ["EDQUOT", "io-space", "a.yaml was not written: your disk quota is used up"],
    ["EIO", "io", "a.yaml was not written: the disk reports an error (EIO)"],
    ["EMFILE", "io", "a.yaml was not written: too many files are open"],
    ["ENOENT", "io-missing", "a.yaml was not written: it is not there"],
    ["EWEIRD", "io", "a.yaml was not written: EWEIRD"],
    ["EROFS", "io-permission", "you may not write a.yaml (the file system is read-only)"],
  ])("%s is %s", (errno, code, message) => {
    expect(ioError("/nowhere", "a.yaml", "written", systemError(errno))).toMatchObject({
      kind: "external",
      code,
      message,
    });
  });

  test("by permission names owner and mode, of the folder where there is no file", () => {
    const root = temporaryFolder({ "articles/a.yaml": "" });
    const owner = process.getuid?.();
    expect(ioError(root, "articles/a.yaml", "read", systemError("EACCES")).message).toBe(
      `you may not read articles/a.yaml (owner ${owner}, mode 644)`,
    );
    expect(ioError(root, "articles/b.yaml", "written", systemError("EPERM"))).toMatchObject({
      message: `you may not write articles/b.yaml (its folder: owner ${owner}, mode 755)`,
      details: { hint: "ls -ld articles" },
    });
    expect(ioError(root, "out/new/c.html", "written", systemError("EACCES"))).toMatchObject({
      message: `you may not write out/new/c.html (.: owner ${owner}, mode 700)`,
      details: { hint: "ls -ld ." },
    });
    const elsewhere = `${temporaryFolder({ "d.yaml": "" })}/d.yaml`;
    expect(ioError(root, elsewhere, "read", systemError("EACCES"))).toMatchObject({
      message: `you may not read ${elsewhere} (owner ${owner}, mode 644)`,
      details: { hint: `ls -l ${elsewhere}` },
    });
  });
});

describe("explainingFailure", () => {
  test("returns what the work returns", () => expect(explainingFailure("/", "a", "read", () => 1)).toBe(1));
  test.each([new StetError("no", "io", "mine"), new TypeError("a bug")])("lets %s pass", (error) => {
    const fail = (): never => {
      throw error;
    };
    expect(() => explainingFailure("/", "a", "read", fail)).toThrow(error);
  });
  test("keeps the cause", () => {
    const cause = systemError("EIO");
    let thrown: unknown;
    try {
      explainingFailure("/", "a", "read", () => {
        throw cause;
      });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ cause });
  });
});

test.each([
  [systemError("EIO"), "EIO"],
  [Object.assign(new Error("x"), { code: "ERR_INVALID_ARG_TYPE" }), undefined],
  [Object.assign(new Error("x"), { code: 5 }), undefined],
  [undefined, undefined],
])("errnoOf(%s) is %s", (error, errno) => expect(errnoOf(error)).toBe(errno));

test("every errno has one code", () => {
  expect(["ENOSPC", "EPERM", "ENOTDIR", "EIO"].map(codeOf)).toEqual([
    "io-space",
    "io-permission",
    "io-missing",
    "io",
  ]);
});
