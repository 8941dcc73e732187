// P1 and P5: whatever moment the process is killed at, each article is its old or its new version, and after the
// next command nothing is left lying about. One command is killed in earnest; `npm run test:faults` kills all of them.
import { describe, expect, test } from "vitest";
import { installArticle } from "../../src/newsroom/write/install-article.ts";
import { withLock } from "../../src/newsroom/lock/lock.ts";
import { readArticleFile } from "../../src/newsroom/read/read-article-file.ts";
import { isLongSearch } from "../support/runs.ts";
import { buildProcess } from "./build-process.ts";
import { checkCrashImages } from "./crash-images.ts";
import { expectOneOf } from "./expect-at.ts";
import { killEverywhere, type KillReport, type Moment } from "./kill-everywhere.ts";
import { runCommand } from "./newsroom-commands.ts";
import { filesIn, writeFiles, type Files } from "./newsroom-folder.ts";

const driver = await buildProcess("driver.ts", "kill");
const preload = await buildProcess("preload.ts", "kill");

const OLD = "headline: Old\nbody: |\n" + "  An old line.\n".repeat(50);
const NEW = "headline: New\nbody: |\n" + "  A new line, and a longer one.\n".repeat(50);
const BEFORE: Files = {
  "stet.yaml": "stet: 1\n",
  "articles/a.yaml": OLD,
  "articles/b.yaml": OLD,
  "articles/c.yaml": OLD,
  "articles/bystander.yaml": "headline: Bystander\n",
};

/** What `stet` does next: an edit elsewhere, which must succeed and must tidy up. */
function nextCommand(root: string): void {
  const reading = readArticleFile(root, "articles/bystander.yaml");
  if (!reading.ok) throw new Error(reading.problem.message);
  const { hash } = reading.file;
  const text = "headline: Bystander, edited\n";
  withLock(root, { command: "set", waitMs: 5_000, now: 0 }, (lock) =>
    installArticle(lock, { path: "articles/bystander.yaml", text, replaces: hash, verify: () => {} }),
  );
}

interface Killing {
  readonly before?: Files;
  /** Gives names that differ from run to run one that does not. */
  readonly rename?: (name: string) => string;
  /** Kills processes; absent, in a long search alone. */
  readonly inEarnest?: boolean;
}

/** How the moments come about: as copies of what lies there at each, or by a process killed at each. */
type Killer = (words: readonly string[], setup: Setup, check: Check) => KillReport | Promise<KillReport>;
type Setup = (folder: string) => void;
type Check = (folder: string, moment: Moment) => void;

const byProcesses: Killer = (words, setup, check) =>
  killEverywhere({ preload, setup, command: (folder) => [driver, folder, ...words], check });

const byImages: Killer = ([command = "", ...words], setup, check) =>
  checkCrashImages({ setup, work: (folder) => runCommand(folder, command, words), check });

/** Kills the command everywhere and compares with the states allowed, the last being that after the whole run. */
async function killing(
  words: readonly string[],
  outcomes: readonly Files[],
  { before = BEFORE, rename = (name) => name, inEarnest = isLongSearch }: Killing = {},
): Promise<number> {
  const after = outcomes.map((files) => ({
    ...files,
    "articles/bystander.yaml": "headline: Bystander, edited\n",
  }));
  const check: Check = (folder, moment) => {
    // Straight after the kill there may be litter, but no article that is neither old nor new.
    const articles = Object.entries(filesIn(folder)).filter(([name]) => name.startsWith("articles/"));
    for (const [name, text] of articles)
      expectOneOf(
        { moment, name },
        text,
        outcomes.map((files) => files[name]),
      );
    nextCommand(folder);
    const files = Object.fromEntries(
      Object.entries(filesIn(folder)).map(([name, text]) => [rename(name), text]),
    );
    expectOneOf(moment, files, moment.finished ? after.slice(-1) : after);
  };
  const kill = inEarnest ? byProcesses : byImages;
  const report = await kill(words, (folder) => writeFiles(folder, before), check);
  const points = report.kill + report["kill-half"];
  if (process.env["STET_FAULT_REPORT"] !== undefined)
    process.stderr.write(`${words[0]}: ${points} kill points\n`);
  return points;
}

function without(files: Files, name: string): Files {
  const { [name]: _gone, ...rest } = files;
  return rest;
}

describe("killed before each file operation and half-way through each write", () => {
  test("an edit", async () => {
    const points = await killing(
      ["edit", "articles/a.yaml", NEW],
      [BEFORE, { ...BEFORE, "articles/a.yaml": NEW }],
      { inEarnest: true },
    );
    expect(points).toBeGreaterThan(12);
  });
  test("a new article in new folders", async () => {
    const name = "articles/2026/11/new.yaml";
    const points = await killing(["new", name, NEW], [BEFORE, { ...BEFORE, [name]: NEW }]);
    expect(points).toBeGreaterThan(18);
  });
  test("three articles in one command: each old or new", async () => {
    const one = { ...BEFORE, "articles/a.yaml": NEW };
    const two = { ...one, "articles/b.yaml": NEW };
    const three = { ...two, "articles/c.yaml": NEW };
    const points = await killing(
      ["bulk", "articles/a.yaml,articles/b.yaml,articles/c.yaml", NEW],
      [BEFORE, one, two, three],
    );
    expect(points).toBeGreaterThan(30);
  });
  test("a move", async () => {
    const moved = { ...without(BEFORE, "articles/a.yaml"), "articles/2026/z.yaml": OLD };
    const points = await killing(["move", "articles/a.yaml", "articles/2026/z.yaml"], [BEFORE, moved]);
    expect(points).toBeGreaterThan(12);
  });
  test("a removal to the trash", async () => {
    const trashed = new RegExp("^\\.stet/trash/20261122T140000000Z-[0-9a-f]{16}/articles/a\\.yaml$");
    const gone = { ...without(BEFORE, "articles/a.yaml"), trashed: OLD };
    const rename = (name: string): string => (trashed.test(name) ? "trashed" : name);
    const points = await killing(["trash", "articles/a.yaml"], [BEFORE, gone], { rename });
    expect(points).toBeGreaterThan(15);
  });
  test("a restoration from the trash", async () => {
    const kept = ".stet/trash/20261122T140000000Z-0123456789abcdef/articles/a.yaml";
    const before = { ...without(BEFORE, "articles/a.yaml"), [kept]: OLD };
    const points = await killing(["restore"], [before, BEFORE], { before });
    expect(points).toBeGreaterThan(15);
  });
  test("init", async () => {
    const before = without(without(BEFORE, "stet.yaml"), ".gitignore");
    const ignored = { ...before, ".gitignore": "public/\n" };
    const made = { ...ignored, "stet.yaml": "stet: 1\nname: New\n" };
    const points = await killing(
      ["init", "stet: 1\nname: New\n", "articles", "public/"],
      [before, ignored, made],
      { before },
    );
    expect(points).toBeGreaterThan(20);
  });
  test("keeping a draft beside another: the other stays, the new one is whole or a torn one of its own", async () => {
    const before = { ...BEFORE, ".stet/drafts/a.yaml": "kept\n" };
    const texts = ["", NEW.slice(0, NEW.length / 2), NEW];
    const drafts = texts.map((text) => ({ ...before, ".stet/drafts/a-2.yaml": text }));
    const bases = texts.map((text) => ({
      ...before,
      ".stet/drafts/a-2.yaml": NEW,
      ".stet/drafts/a-2.base": text,
    }));
    const outcomes = [...drafts, ...bases];
    const points = await killing(["draft", "a", NEW], [before, ...outcomes], { before });
    expect(points).toBeGreaterThan(4);
  });
});
