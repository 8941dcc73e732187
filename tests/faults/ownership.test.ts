// P25: a file keeps its mode, its owner and its link; a new one gets what the umask leaves; nothing is ever more
// open than it was.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { keepDraft } from "../../src/newsroom/drafts.ts";
import { installArticle, type Installed } from "../../src/newsroom/write/install-article.ts";
import { withLock } from "../../src/newsroom/lock/lock.ts";
import { moveArticle } from "../../src/newsroom/write/move-article.ts";
import { readArticleFile } from "../../src/newsroom/read/read-article-file.ts";
import { buildProcess } from "./build-process.ts";
import { injectFaults, type Operation } from "./inject-faults.ts";
import { makeNewsroom } from "./newsroom-folder.ts";

const driver = await buildProcess("driver.ts", "ownership");
const isRoot = process.getuid?.() === 0;
const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) fs.rmSync(root, { recursive: true });
});

function newsroom(): { root: string; file: string } {
  const root = makeNewsroom({ "articles/a.yaml": "old" });
  roots.push(root);
  return { root, file: path.join(root, "articles/a.yaml") };
}

function edit(root: string, name = "articles/a.yaml", text = "new"): Installed {
  return withLock(root, { command: "edit", waitMs: 0, now: 0 }, (lock) => {
    const reading = readArticleFile(root, name);
    const replaces = reading.ok ? reading.file.hash : null;
    return installArticle(lock, { path: name, text, replaces, verify: () => {} });
  });
}

function modeOf(file: string): string {
  return (fs.statSync(file).mode & 0o7777).toString(8);
}

describe("an edit", () => {
  test.each(["600", "640", "644", "664", "666", "755"])("keeps mode %s", (mode) => {
    const { root, file } = newsroom();
    fs.chmodSync(file, Number.parseInt(mode, 8));
    edit(root);
    expect([modeOf(file), fs.readFileSync(file, "utf8")]).toEqual([mode, "new"]);
  });

  test.runIf(isRoot)("keeps the owner", () => {
    const { root, file } = newsroom();
    fs.chownSync(file, 1234, 2345);
    edit(root);
    const { uid, gid } = fs.statSync(file);
    expect([uid, gid]).toEqual([1234, 2345]);
  });

  test.runIf(isRoot)("of somebody else's file opens nothing to a group it cannot keep", () => {
    const { root, file } = newsroom();
    fs.chownSync(file, 1234, 2345);
    fs.chmodSync(file, 0o664);
    const end = injectFaults(fs, ({ name }) => (name === "fchownSync" ? { error: "EPERM" } : "pass"));
    edit(root);
    end();
    expect([modeOf(file), fs.statSync(file).gid]).toEqual(["644", process.getgid?.()]);
  });

  test("keeps a link, and replaces the file it leads to", () => {
    const { root } = newsroom();
    fs.mkdirSync(path.join(root, "shared"));
    fs.writeFileSync(path.join(root, "shared/real.yaml"), "old");
    fs.symlinkSync("../shared/real.yaml", path.join(root, "articles/link.yaml"));
    edit(root, "articles/link.yaml");
    expect(fs.readlinkSync(path.join(root, "articles/link.yaml"))).toBe("../shared/real.yaml");
    expect(fs.readFileSync(path.join(root, "shared/real.yaml"), "utf8")).toBe("new");
  });

  test("of the same text writes nothing: inode and mtime stay", () => {
    const { root, file } = newsroom();
    const before = fs.statSync(file, { bigint: true });
    expect(edit(root, "articles/a.yaml", "old").change).toBe("unchanged");
    const after = fs.statSync(file, { bigint: true });
    expect([after.ino, after.mtimeNs, after.ctimeNs]).toEqual([before.ino, before.mtimeNs, before.ctimeNs]);
  });

  test.skipIf(isRoot)("of a file made read-only is refused", () => {
    const { root, file } = newsroom();
    fs.chmodSync(file, 0o444);
    expect(() => edit(root)).toThrow(/you may not write articles\/a\.yaml \(owner \d+, mode 444\)/);
    expect(fs.readFileSync(file, "utf8")).toBe("old");
  });

  test("refused by the system names file, owner and mode", () => {
    const { root, file } = newsroom();
    fs.chmodSync(file, 0o444);
    const end = injectFaults(fs, ({ name, path: file }) =>
      name === "accessSync" && file.endsWith("a.yaml") ? { error: "EACCES" } : "pass",
    );
    const owner = process.getuid?.();
    expect(() => edit(root)).toThrow(`you may not write articles/a.yaml (owner ${owner}, mode 444)`);
    end();
  });

  test("is private while it is under way", () => {
    const { root } = newsroom();
    const modes: string[] = [];
    const end = injectFaults(fs, ({ name, path: temp }: Operation) => {
      if (name === "writeSync" && temp.includes("/.stet/tmp/")) modes.push(modeOf(temp));
      return "pass";
    });
    edit(root);
    end();
    expect(modes).toEqual(["600"]);
  });
});

describe("a new article", () => {
  test.each([
    ["022", "644"],
    ["002", "664"],
    ["077", "600"],
  ])("under umask %s has mode %s", (umask, mode) => {
    const { root } = newsroom();
    const command = `umask ${umask}; exec "$0" "$@"`;
    execFileSync("sh", ["-c", command, process.execPath, driver, root, "new", "articles/n.yaml", "x"]);
    expect(modeOf(path.join(root, "articles/n.yaml"))).toBe(mode);
  });

  test.runIf(isRoot)("gets the group its folder hands down", () => {
    const { root } = newsroom();
    fs.chownSync(path.join(root, "articles"), 0, 2345);
    fs.chmodSync(path.join(root, "articles"), 0o2775);
    edit(root, "articles/n.yaml");
    expect(fs.statSync(path.join(root, "articles/n.yaml")).gid).toBe(2345);
  });
});

test("a moved link leads where it led", () => {
  const { root } = newsroom();
  fs.mkdirSync(path.join(root, "shared"));
  fs.writeFileSync(path.join(root, "shared/real.yaml"), "real");
  fs.symlinkSync("../shared/real.yaml", path.join(root, "articles/link.yaml"));
  withLock(root, { command: "mv", waitMs: 0, now: 0 }, (lock) =>
    moveArticle(lock, { from: "articles/link.yaml", to: "articles/2026/11/link.yaml" }),
  );
  const moved = path.join(root, "articles/2026/11/link.yaml");
  expect([fs.readlinkSync(moved), fs.readFileSync(moved, "utf8")]).toEqual([
    "../../../shared/real.yaml",
    "real",
  ]);
  expect(fs.existsSync(path.join(root, "articles/link.yaml"))).toBe(false);
});

test("a draft is its owner's alone", () => {
  const { root } = newsroom();
  expect(modeOf(keepDraft(root, "a", "text").file)).toBe("600");
});
