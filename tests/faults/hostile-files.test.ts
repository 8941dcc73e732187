// P19 and the failure suite's last case: whatever lies in the newsroom under an article's name, reading and walking
// neither hang nor throw nor leave it, and writing touches nothing outside.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { StetError } from "../../src/base/stet-error.ts";
import { installArticle } from "../../src/newsroom/write/install-article.ts";
import type { Lock } from "../../src/newsroom/lock/held-lock.ts";
import { withLock } from "../../src/newsroom/lock/lock.ts";
import { moveArticle } from "../../src/newsroom/write/move-article.ts";
import { readArticleFile } from "../../src/newsroom/read/read-article-file.ts";
import { moveToTrash } from "../../src/newsroom/trash.ts";
import { walkArticles } from "../../src/newsroom/walk/walk-articles.ts";
import { injectFaults } from "./inject-faults.ts";
import { makeNewsroom } from "./newsroom-folder.ts";

let root = "";
let away = "";
let server: net.Server | undefined;
const isRoot = process.getuid?.() === 0;

beforeAll(async () => {
  away = fs.mkdtempSync(path.join(os.tmpdir(), "stet-away-"));
  fs.writeFileSync(path.join(away, "secret.yaml"), "headline: Secret\n");
  root = makeNewsroom({ "articles/good.yaml": "headline: Good\n", "shared/real.yaml": "headline: Real\n" });
  const at = (name: string): string => path.join(root, "articles", name);
  execFileSync("mkfifo", [at("fifo.yaml")]);
  fs.symlinkSync("/dev/zero", at("zero.yaml"));
  fs.symlinkSync("nowhere.yaml", at("dangling.yaml"));
  fs.symlinkSync("itself.yaml", at("itself.yaml"));
  fs.symlinkSync(path.join(away, "secret.yaml"), at("out.yaml"));
  fs.symlinkSync(away, at("outfolder"));
  fs.symlinkSync("../shared/real.yaml", at("linked.yaml"));
  fs.symlinkSync("..", at("up"));
  fs.symlinkSync(".", at("here"));
  fs.mkdirSync(at("folder.yaml"));
  fs.writeFileSync(at("folder.yaml/inside.yaml"), "");
  fs.writeFileSync(at("nul.yaml"), "headline: a\0b\n");
  fs.writeFileSync(at("zeroed.yaml"), Buffer.alloc(100));
  fs.writeFileSync(at("utf16.yaml"), Buffer.from("\uFEFFheadline: A\n", "utf16le"));
  fs.writeFileSync(at("latin1.yaml"), Buffer.from("headline: A\nkicker: caf\xe9\n", "latin1"));
  fs.writeFileSync(at("huge.yaml"), "");
  fs.truncateSync(at("huge.yaml"), 50 * 1024 * 1024);
  fs.writeFileSync(
    Buffer.concat([Buffer.from(at("")), Buffer.from([0x2f, 0xff, 0x2e]), Buffer.from("yaml")]),
    "",
  );
  server = net.createServer().listen(at("socket.yaml"));
  await new Promise((resolve) => server?.once("listening", resolve));
});

afterAll(() => {
  server?.close();
  fs.rmSync(root, { recursive: true });
  fs.rmSync(away, { recursive: true });
});

function messageFor(name: string): string {
  const reading = readArticleFile(root, `articles/${name}`);
  return reading.ok ? `read: ${reading.file.text}` : `${reading.problem.code}: ${reading.problem.message}`;
}

describe("reading", () => {
  test.each([
    ["good.yaml", "read: headline: Good\n"],
    ["linked.yaml", "read: headline: Real\n"],
    ["fifo.yaml", "not-a-file: this is a FIFO, not a file"],
    ["zero.yaml", "not-a-file: the link leads out of the newsroom"],
    ["socket.yaml", "not-a-file: this is a socket, not a file"],
    ["dangling.yaml", "not-a-file: the link leads to nothing"],
    ["itself.yaml", "io: the file cannot be read: its symbolic link leads nowhere, or back to itself"],
    ["out.yaml", "not-a-file: the link leads out of the newsroom"],
    ["outfolder/secret.yaml", "not-a-file: the link leads out of the newsroom"],
    ["folder.yaml", "not-a-file: this is a folder, not a file"],
    ["nul.yaml", "not-text: line 1 holds a NUL byte; the file is damaged or no text"],
    ["zeroed.yaml", "not-text: the file holds nothing but NUL bytes, as after a crash"],
    ["utf16.yaml", "not-text: the file is UTF-16; stet reads UTF-8"],
    ["latin1.yaml", "not-text: line 2 is not UTF-8 (byte E9)"],
    ["huge.yaml", "too-large: the file has 50 MiB; the limit is 16 MiB"],
    ["absent.yaml", "io-missing: the file cannot be read: it is not there"],
  ])("%s", (name, message) => expect(messageFor(name)).toBe(message));

  test.each(["../x.yaml", "articles/../../x.yaml", "/etc/passwd", "articles/a\0.yaml", "."])(
    "%j is refused",
    (file) => {
      expect(() => readArticleFile(root, file)).toThrow("lies outside this newsroom");
    },
  );
});

test("a file over the limit is refused unread", () => {
  const names: string[] = [];
  const end = injectFaults(fs, ({ name }) => {
    names.push(name);
    return "pass";
  });
  readArticleFile(root, "articles/huge.yaml");
  end();
  expect(names).toEqual(["openSync", "fstatSync", "closeSync"]);
});

test("the walk yields the articles, and one problem for each file that only looks like one", () => {
  const walked = [...walkArticles(root, "articles")].map((each) =>
    each.ok ? each.path : `${each.problem.severity} ${each.problem.file}: ${each.problem.message}`,
  );
  expect(walked).toEqual([
    "error articles/dangling.yaml: the link leads to nothing",
    "error articles/fifo.yaml: this is a FIFO, not a file",
    "error articles/folder.yaml: this is a folder, not a file",
    "articles/good.yaml",
    "articles/huge.yaml",
    "error articles/itself.yaml: the link leads back to itself",
    "articles/latin1.yaml",
    "articles/linked.yaml",
    "articles/nul.yaml",
    "warning articles/out.yaml: the link leads out of the newsroom and is not followed",
    "warning articles/outfolder: the link leads out of the newsroom and is not followed",
    "error articles/socket.yaml: this is a socket, not a file",
    "warning articles/up: the link leads back to a folder above it and is not followed",
    "articles/utf16.yaml",
    "error articles/zero.yaml: the link leads to a device, not to a file",
    "articles/zeroed.yaml",
    "error articles/\uFFFD.yaml: the file's name is not UTF-8",
  ]);
});

describe("writing", () => {
  const writing = (work: (lock: Lock) => unknown): (() => void) => {
    return () => withLock(root, { command: "edit", waitMs: 0, now: 0 }, (lock) => void work(lock));
  };
  const outside = [
    "../x.yaml",
    "/tmp/stet-x.yaml",
    "articles/outfolder/x.yaml",
    "articles/outfolder/deep/x.yaml",
  ];

  test.each(outside)("a new file at %j is refused", (file) => {
    const content = { path: file, text: "x", replaces: null, verify: () => {} };
    expect(writing((lock) => installArticle(lock, content))).toThrow("lies outside this newsroom");
    expect(fs.readdirSync(away)).toEqual(["secret.yaml"]);
  });

  test.each(["articles/out.yaml", "articles/outfolder/secret.yaml"])("an edit of %j is refused", (file) => {
    const content = { path: file, text: "x", replaces: "0".repeat(64), verify: () => {} };
    expect(writing((lock) => installArticle(lock, content))).toThrow("lies outside this newsroom");
    expect(fs.readFileSync(path.join(away, "secret.yaml"), "utf8")).toBe("headline: Secret\n");
  });

  test.each(["articles/.hidden.yaml", ".stet/lock.db", ".git/hooks/pre-commit"])(
    "%j is no article",
    (file) => {
      const content = { path: file, text: "x", replaces: null, verify: () => {} };
      expect(writing((lock) => installArticle(lock, content))).toThrow("is hidden; articles are not");
    },
  );

  test("a link cannot smuggle an edit into a hidden folder", () => {
    fs.mkdirSync(path.join(root, ".git"));
    fs.writeFileSync(path.join(root, ".git/config"), "x");
    fs.symlinkSync("../.git/config", path.join(root, "articles/trojan.yaml"));
    const content = { path: "articles/trojan.yaml", text: "y", replaces: "0".repeat(64), verify: () => {} };
    expect(writing((lock) => installArticle(lock, content))).toThrow("is hidden; articles are not");
    fs.rmSync(path.join(root, "articles/trojan.yaml"));
  });

  test.each(outside)("a move to %j is refused, and the file stays", (to) => {
    expect(writing((lock) => moveArticle(lock, { from: "articles/good.yaml", to }))).toThrow(StetError);
    expect(fs.existsSync(path.join(root, "articles/good.yaml"))).toBe(true);
    expect(fs.readdirSync(away)).toEqual(["secret.yaml"]);
  });

  test.each([...outside, "articles/outfolder/secret.yaml"])(
    "%j cannot be taken into the newsroom or its trash",
    (from) => {
      expect(writing((lock) => moveArticle(lock, { from, to: "articles/taken.yaml" }))).toThrow(StetError);
      expect(writing((lock) => moveToTrash(lock, from, 0))).toThrow(StetError);
      expect(fs.readdirSync(away)).toEqual(["secret.yaml"]);
    },
  );

  test.each([".stet", ".stet/tmp", ".stet/trash"])("a link in the place of %s is refused", (name) => {
    const other = makeNewsroom({ "articles/a.yaml": "x" });
    if (name !== ".stet") fs.mkdirSync(path.join(other, ".stet"));
    fs.symlinkSync(away, path.join(other, name));
    const take = (): void =>
      withLock(other, { command: "rm", waitMs: 0, now: 0 }, (lock) => {
        installArticle(lock, { path: "articles/n.yaml", text: "x", replaces: null, verify: () => {} });
        moveToTrash(lock, "articles/a.yaml", 0);
      });
    expect(take).toThrow(`${name} is not a folder`);
    expect(fs.readdirSync(away)).toEqual(["secret.yaml"]);
    fs.rmSync(other, { recursive: true });
  });

  test("a link in the place of the lock's note or its database writes nothing elsewhere", () => {
    const other = makeNewsroom({});
    fs.mkdirSync(path.join(other, ".stet/tmp"), { recursive: true });
    fs.symlinkSync(path.join(away, "secret.yaml"), path.join(other, ".stet/tmp/holder.json"));
    withLock(other, { command: "rm", waitMs: 0, now: 0 }, () => {});
    expect(fs.readFileSync(path.join(away, "secret.yaml"), "utf8")).toBe("headline: Secret\n");
    fs.rmSync(path.join(other, ".stet/lock.db"));
    fs.symlinkSync(path.join(away, "new.db"), path.join(other, ".stet/lock.db"));
    expect(() => withLock(other, { command: "rm", waitMs: 0, now: 0 }, () => {})).toThrow(
      ".stet/lock.db is not a file",
    );
    expect(fs.readdirSync(away)).toEqual(["secret.yaml"]);
    fs.rmSync(other, { recursive: true });
  });
});

test.skipIf(isRoot)("a folder nobody may read is one problem", () => {
  const other = makeNewsroom({ "articles/a.yaml": "", "articles/closed/b.yaml": "", "articles/d.yaml": "" });
  fs.chmodSync(path.join(other, "articles/closed"), 0);
  expect(
    [...walkArticles(other, "articles")].map((each) => (each.ok ? each.path : each.problem.message)),
  ).toEqual(["articles/a.yaml", "you may not read this folder", "articles/d.yaml"]);
  fs.chmodSync(path.join(other, "articles/closed"), 0o700);
  fs.rmSync(other, { recursive: true });
});
