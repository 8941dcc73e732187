// The engine of publish, file by file: what it adds, rewrites, removes, leaves alone and refuses.
import fs from "node:fs";
import { describe, expect, test } from "vitest";
import { RANKS, type PlannedFile } from "../../src/publish/planned-file.ts";
import { reconcile } from "../../src/publish/reconcile.ts";
import { StetError } from "../../src/base/stet-error.ts";
import { destinationIn, inSite, litter, planOf, publish, siteFiles, siteFolders } from "./published-site.ts";
import { temporaryNewsroom } from "../newsroom/temporary-newsroom.ts";

const never = (): never => {
  throw new Error("content was asked for");
};

function stampsOf(site: ReturnType<typeof destinationIn>, plan: object): readonly string[] {
  return Object.keys(plan).map((path) => {
    const { ino, mtimeNs, ctimeNs } = fs.lstatSync(inSite(site, path), { bigint: true });
    return `${ino} ${mtimeNs} ${ctimeNs}`;
  });
}

describe("an edition", () => {
  test("is written from nothing, folders and all", async () => {
    const site = destinationIn();
    const plan = { "2026/a/index.html": "A", "feed.xml": "F" };
    expect(await publish(site, plan)).toEqual({
      outcome: "published",
      added: ["2026/a/index.html", "feed.xml"],
      rewritten: [],
      removed: [],
      unchanged: 0,
      refused: [],
    });
    expect(siteFiles(site)).toEqual(plan);
    expect(litter(site.root)).toEqual([]);
  });

  test("that is there already costs no write and no content", async () => {
    const site = destinationIn();
    const plan = { "2026/a/index.html": "A", "feed.xml": "F" };
    await publish(site, plan);
    const before = stampsOf(site, plan);
    const again = await reconcile(
      site,
      planOf(plan, () => ({ content: never })),
    );
    expect(again).toMatchObject({ added: [], rewritten: [], removed: [], unchanged: 2, refused: [] });
    expect(stampsOf(site, plan)).toEqual(before);
  });

  test("that differs is changed where it differs, and nowhere else", async () => {
    const site = destinationIn();
    await publish(site, { "a.html": "A", "b.html": "B", "c/d.html": "D" });
    const [before] = stampsOf(site, { "a.html": "" });
    const result = await publish(site, { "a.html": "A", "b.html": "B2", "e.html": "E" });
    expect(result).toMatchObject({
      added: ["e.html"],
      rewritten: ["b.html"],
      removed: ["c/d.html"],
      unchanged: 1,
    });
    expect(siteFiles(site)).toEqual({ "a.html": "A", "b.html": "B2", "e.html": "E" });
    expect(siteFolders(site)).toEqual([]);
    expect(stampsOf(site, { "a.html": "" })).toEqual([before]);
  });

  test("of a new key and the same bytes is not written again, and its key is remembered", async () => {
    const site = destinationIn();
    await publish(site, { "a.html": "A" });
    const before = stampsOf(site, { "a.html": "" });
    const result = await reconcile(
      site,
      planOf({ "a.html": "A" }, () => ({ key: "new" })),
    );
    expect(result).toMatchObject({ rewritten: [], unchanged: 1 });
    expect(stampsOf(site, { "a.html": "" })).toEqual(before);
    const third = await reconcile(
      site,
      planOf({ "a.html": "A" }, () => ({ key: "new", content: never })),
    );
    expect(third.unchanged).toBe(1);
  });

  test("takes bytes, promises of text, and files of the newsroom to copy", async () => {
    const site = destinationIn(temporaryNewsroom({ "images/a.png": "PNG" }));
    const files: PlannedFile[] = [
      { path: "b", rank: 1, key: "1", content: () => new Uint8Array([66]) },
      { path: "p", rank: 1, key: "1", content: () => Promise.resolve("P") },
      { path: "a.png", rank: 0, key: "1", content: () => ({ copyOf: "images/a.png" }) },
    ];
    await reconcile(site, files);
    expect(siteFiles(site)).toEqual({ "a.png": "PNG", b: "B", p: "P" });
  });

  test("copies nothing from outside the newsroom", async () => {
    const site = destinationIn();
    fs.symlinkSync("/etc/hostname", `${site.root}/link`);
    const copying = (copyOf: string): PlannedFile => ({
      path: "x",
      rank: 0,
      key: copyOf,
      content: () => ({ copyOf }),
    });
    for (const copyOf of ["link", "/etc/hostname", "../x", "articles"]) {
      const { refused } = await reconcile(site, [copying(copyOf)]);
      expect(refused).toMatchObject([{ path: "x", reason: "content" }]);
    }
  });

  test("is written in the order of the ranks, whatever the order of the plan", async () => {
    const site = destinationIn();
    const plan = { "feed.xml": "F", "index.html": "I", "z.html": "Z", "b.png": "B" };
    const ranks: Record<string, number> = { "feed.xml": 3, "index.html": 2, "z.html": 1, "b.png": 0 };
    const { added } = await reconcile(
      site,
      planOf(plan, (path) => ({ rank: ranks[path] ?? 0 })),
    );
    expect(added).toEqual(["b.png", "z.html", "index.html", "feed.xml"]);
    const { removed } = await reconcile(
      site,
      planOf({ "b.png": "B" }, () => ({ rank: 0 })),
    );
    expect(removed).toEqual(["feed.xml", "index.html", "z.html"]);
  });

  test("of another rank and the same bytes is remembered by its new rank", async () => {
    const site = destinationIn();
    const ranked = (a: number, b: number): PlannedFile[] =>
      planOf({ a: "A", b: "B" }, (path) => ({ rank: path === "a" ? a : b }));
    await reconcile(site, ranked(1, 2));
    expect(await reconcile(site, ranked(2, 1))).toMatchObject({ rewritten: [], unchanged: 2 });
    expect((await publish(site, {}, { force: true })).removed).toEqual(["a", "b"]);
  });

  test("may need a folder where a file was, and a file where a folder was", async () => {
    const site = destinationIn();
    await publish(site, { a: "A", "b/c/d": "D" });
    await publish(site, { "a/x": "X", b: "B" });
    expect(siteFiles(site)).toEqual({ "a/x": "X", b: "B" });
    expect(litter(site.root)).toEqual([]);
  });
});

describe("what somebody else did", () => {
  test.each([
    ["changed", (file: string): void => fs.writeFileSync(file, "by hand")],
    ["deleted", (file: string): void => fs.unlinkSync(file)],
    [
      "replaced by a link",
      (file: string): void => (fs.unlinkSync(file), fs.symlinkSync("/etc/hostname", file)),
    ],
    ["replaced by an empty folder", (file: string): void => (fs.unlinkSync(file), fs.mkdirSync(file))],
  ])("a page %s is put right", async (_what, change) => {
    const site = destinationIn();
    const hostname = fs.readFileSync("/etc/hostname", "utf8");
    await publish(site, { "x/a.html": "A", b: "B" });
    change(inSite(site, "x/a.html"));
    expect(await publish(site, { "x/a.html": "A", b: "B" })).toMatchObject({
      rewritten: ["x/a.html"],
      unchanged: 1,
    });
    expect(siteFiles(site)).toEqual({ b: "B", "x/a.html": "A" });
    expect(fs.lstatSync(inSite(site, "x/a.html")).isFile()).toBe(true);
    expect(fs.readFileSync("/etc/hostname", "utf8")).toBe(hostname);
  });

  test("a page touched but not changed is looked at once, and not written", async () => {
    const site = destinationIn();
    await publish(site, { a: "A" });
    fs.utimesSync(inSite(site, "a"), 1, 1);
    const result = await reconcile(
      site,
      planOf({ a: "A" }, () => ({ content: never })),
    );
    expect(result).toMatchObject({ rewritten: [], unchanged: 1, refused: [] });
    expect(fs.statSync(inSite(site, "a")).mtimeMs).toBe(1000);
  });

  test("a change that keeps size and time is noticed all the same", async () => {
    const site = destinationIn();
    const file = inSite(site, "a");
    await publish(site, { a: "A" });
    fs.utimesSync(file, 1, 1);
    await publish(site, { a: "A" });
    const { ctimeMs } = fs.statSync(file);
    fs.writeFileSync(file, "X");
    // The clock of a file system ticks every few milliseconds.
    while (fs.statSync(file).ctimeMs === ctimeMs) fs.utimesSync(file, 1, 1);
    fs.utimesSync(file, 1, 1);
    expect(await publish(site, { a: "A" })).toMatchObject({ rewritten: ["a"] });
  });

  test("a page changed by hand that no longer belongs goes all the same", async () => {
    const site = destinationIn();
    await publish(site, { a: "A", b: "B" });
    fs.writeFileSync(inSite(site, "a"), "by hand");
    expect(await publish(site, { b: "B" })).toMatchObject({ removed: ["a"] });
    expect(siteFiles(site)).toEqual({ b: "B" });
  });

  test("a site that was deleted is written again", async () => {
    const site = destinationIn();
    await publish(site, { "a/b": "B" });
    fs.rmSync(inSite(site, ""), { recursive: true });
    await publish(site, { "a/b": "B" });
    expect(siteFiles(site)).toEqual({ "a/b": "B" });
  });

  test("another newsroom's site is left as it is, whole, unless that is meant", async () => {
    const site = destinationIn();
    const theirs = { "index.html": "theirs", "a.html": "theirs" };
    fs.mkdirSync(inSite(site, ""));
    for (const [file, text] of Object.entries(theirs)) fs.writeFileSync(inSite(site, file), text);
    const ours = { "index.html": "ours", "b.html": "ours" };
    for (const dryRun of [true, false]) {
      const outcome = publish(site, ours, { dryRun }).then(
        ({ failure }) => failure,
        (error: unknown) => error,
      );
      expect(await outcome).toMatchObject({
        kind: "conflict",
        message:
          "public holds a site that this newsroom has not published, or no longer knows: its index.html is another",
      });
      expect(siteFiles(site)).toEqual(theirs);
    }
    expect((await publish(site, ours, { force: true })).refused).toHaveLength(1);
    expect(siteFiles(site)).toEqual({ ...theirs, "b.html": "ours" });
  });

  test("somebody's file in the way is refused by both names, and left alone", async () => {
    const site = destinationIn();
    fs.mkdirSync(inSite(site, ""));
    fs.writeFileSync(inSite(site, "a"), "mine");
    const { refused, added } = await publish(site, { a: "A", b: "B" });
    expect(added).toEqual(["b"]);
    expect(refused).toEqual([
      {
        path: "a",
        reason: "foreign",
        problem: {
          severity: "error",
          code: "exists",
          message: "public/a is in the way of articles/a.yaml: stet has not written it",
          file: "public/a",
          hint: "mv public/a elsewhere, then publish again",
        },
      },
    ]);
    expect(siteFiles(site)).toEqual({ a: "mine", b: "B" });
  });

  test("somebody's file of the very bytes is adopted, and removed when it no longer belongs", async () => {
    const site = destinationIn();
    fs.mkdirSync(inSite(site, ""));
    fs.writeFileSync(inSite(site, "a"), "A");
    const before = stampsOf(site, { a: "" });
    expect(await publish(site, { a: "A", b: "B" })).toMatchObject({
      added: ["b"],
      unchanged: 1,
      refused: [],
    });
    expect(stampsOf(site, { a: "" })).toEqual(before);
    expect(await publish(site, { b: "B" })).toMatchObject({ removed: ["a"] });
  });

  test("somebody's files elsewhere stay, and the folders they are in", async () => {
    const site = destinationIn();
    await publish(site, { "x/a": "A", b: "B" });
    fs.writeFileSync(inSite(site, "x/mine"), "mine");
    fs.mkdirSync(inSite(site, "empty"));
    await publish(site, { b: "B" });
    expect(siteFiles(site)).toEqual({ b: "B", "x/mine": "mine" });
    expect(siteFolders(site)).toEqual(["empty", "x"]);
  });

  test("a folder that was there before stays when it is empty again", async () => {
    const site = destinationIn();
    fs.mkdirSync(inSite(site, "x"), { recursive: true });
    await publish(site, { "x/y/a": "A", b: "B" });
    await publish(site, { b: "B" });
    expect(siteFolders(site)).toEqual(["x"]);
  });

  test("a link in the place of a folder is not followed, neither to write nor to remove", async () => {
    const site = destinationIn(temporaryNewsroom({ "elsewhere/old": "old" }));
    await publish(site, { "x/old": "O", b: "B" });
    fs.rmSync(inSite(site, "x"), { recursive: true });
    fs.symlinkSync(`${site.root}/elsewhere`, inSite(site, "x"));
    const { refused } = await publish(site, { "x/new": "N", b: "B" });
    expect(refused.map(({ path, reason }) => [path, reason])).toEqual([
      ["x/new", "foreign"],
      ["x/old", "foreign"],
    ]);
    expect(fs.readdirSync(`${site.root}/elsewhere`)).toEqual(["old"]);
  });
});

describe("a plan at odds with itself", () => {
  const both = (a: string, b: string): PlannedFile[] => [
    ...planOf({ [a]: "1" }),
    ...planOf({ [b]: "2" }),
    ...planOf({ ok: "OK" }),
  ];

  test.each([
    ["x", "x"],
    ["News/x", "news/x"],
    ["straße", "STRASSE"],
    ["x", "x/y"],
    ["x/y", "x"],
    ["X", "x/y/z"],
  ])("%s and %s are both refused", async (a, b) => {
    const site = destinationIn();
    const { refused, added } = await reconcile(site, both(a, b));
    expect(added).toEqual(["ok"]);
    expect(refused.map(({ path, reason }) => `${reason} ${path}`).toSorted()).toEqual(
      [`plan ${a}`, `plan ${b}`].toSorted(),
    );
  });

  test("keeps the old file of another case, too", async () => {
    const site = destinationIn();
    await reconcile(site, [
      ...planOf({ X: "old" }, () => ({ source: "articles/x.yaml" })),
      ...planOf({ y: "Y" }),
    ]);
    const { removed } = await reconcile(site, [...planOf({ x: "1", y: "Y" }), ...planOf({ x: "2" })]);
    expect(removed).toEqual([]);
    expect(siteFiles(site)).toEqual({ X: "old", y: "Y" });
  });

  test("takes away what none of those who claim a path made: withdrawn pages, and lists that are no more", async () => {
    const site = destinationIn();
    const claims = (source: string): PlannedFile[] => planOf({ x: source }, () => ({ source }));
    const list = planOf({ x: "list" }, () => ({
      what: "the section Culture",
      rank: RANKS.listing,
      source: "",
    }));
    for (const before of [claims("articles/gone.yaml"), list]) {
      await reconcile(site, [...planOf({ y: "Y" }), ...before]);
      const { removed, refused } = await reconcile(site, [
        ...planOf({ y: "Y" }),
        ...claims("articles/a.yaml"),
        ...claims("articles/b.yaml"),
      ]);
      expect([removed, refused.length]).toEqual([["x"], 2]);
      expect(siteFiles(site)).toEqual({ y: "Y" });
    }
  });

  test("a page that stands where a list is, but for case, goes", async () => {
    const site = destinationIn();
    await publish(site, { X: "a page", y: "Y" });
    const list = planOf({ x: "list" }, () => ({
      what: "the section Culture",
      rank: RANKS.listing,
      source: "",
    }));
    const { removed } = await reconcile(site, [...planOf({ X: "a page", y: "Y" }), ...list]);
    expect(removed).toEqual(["X"]);
    expect(siteFiles(site)).toEqual({ x: "list", y: "Y" });
  });

  test("a page gives way to a feed and to any other file of the site's own", async () => {
    const site = destinationIn();
    for (const rank of Object.values(RANKS)) {
      const own = planOf({ x: `own ${rank}` }, () => ({ rank, source: "" }));
      const { refused } = await reconcile(site, [...planOf({ x: "a page", y: "Y" }), ...own]);
      expect(refused.map(({ problem }) => problem.message)).toEqual([
        "public/x is the site's own, so that articles/x.yaml has no page there",
      ]);
      expect(siteFiles(site)).toEqual({ x: `own ${rank}`, y: "Y" });
    }
  });

  test("a path that changes its case alone keeps its file where the two are one", async () => {
    const site = destinationIn();
    await publish(site, { X: "same", y: "Y" });
    // As a file system that ignores case has it: two names, one file.
    fs.linkSync(inSite(site, "X"), inSite(site, "x"));
    expect(await publish(site, { x: "same", y: "Y" })).toMatchObject({ removed: ["X"], unchanged: 2 });
    expect(siteFiles(site)).toEqual({ X: "same", x: "same", y: "Y" });
  });

  test("a path that changes its case alone moves where the two are two", async () => {
    const site = destinationIn();
    await publish(site, { X: "same", y: "Y" });
    expect(await publish(site, { x: "same", y: "Y" })).toMatchObject({ added: ["x"], removed: ["X"] });
    expect(siteFiles(site)).toEqual({ x: "same", y: "Y" });
  });

  test("calls what is made from no one file by its name", async () => {
    const site = destinationIn();
    const section = planOf({ x: "2", "a//b": "3" }, () => ({ what: "the section Culture" }));
    const { refused } = await reconcile(site, [...planOf({ x: "1" }), ...section]);
    expect(refused.map(({ problem }) => problem.message)).toEqual([
      "the section Culture cannot be published as public/a//b: it has an empty part",
      "public/x is claimed twice, by articles/x.yaml and by the section Culture; neither is written",
      "public/x is claimed twice, by the section Culture and by articles/x.yaml; neither is written",
    ]);
  });

  test("a page gives way to a list, and the list is written", async () => {
    const site = destinationIn();
    await publish(site, { x: "a page", y: "Y" });
    const list = (text: string): PlannedFile[] =>
      planOf({ x: text }, () => ({ what: "the section Culture", rank: RANKS.listing, source: "" }));
    for (const [text, both] of [
      ["old", [...list("old"), ...planOf({ x: "1" })]],
      ["new", [...planOf({ x: "1" }), ...list("new")]],
      ["new", [...planOf({ x: "1" }), ...planOf({ x: "2" }), ...list("new")]],
    ] as const) {
      const { refused } = await reconcile(site, [...planOf({ y: "Y" }), ...both]);
      expect(new Set(refused.map(({ problem }) => problem.message))).toEqual(
        new Set(["public/x is the section Culture, so that articles/x.yaml has no page there"]),
      );
      expect(refused).toHaveLength(both.length - 1);
      expect(siteFiles(site)).toEqual({ x: text, y: "Y" });
    }
  });

  test("says who claims what, and the old file stays", async () => {
    const site = destinationIn();
    await publish(site, { x: "old", y: "Y" });
    const rival = planOf({ x: "2" }, () => ({ source: "articles/rival.yaml" }));
    const { refused, unchanged } = await reconcile(site, [...planOf({ x: "1", y: "Y" }), ...rival]);
    expect(refused.map(({ problem }) => problem.message)).toEqual([
      "public/x is claimed twice, by articles/x.yaml and by articles/rival.yaml; neither is written",
      "public/x is claimed twice, by articles/rival.yaml and by articles/x.yaml; neither is written",
    ]);
    expect(unchanged).toBe(1);
    expect(siteFiles(site)).toEqual({ x: "old", y: "Y" });
  });

  test.each([
    ["", "it is empty"],
    ["/etc/x", "it has an empty part"],
    ["../x", "it leads out of the site"],
    ["a/../../x", "it leads out of the site"],
    ["a/./x", "it leads out of the site"],
    ["a//x", "it has an empty part"],
    ["a\\x", "it holds a character that file systems do not allow"],
    ["a\0x", "it holds a character that file systems do not allow"],
    ["cafe\u0301", "it is not written in Unicode NFC"],
    ["\uD800", "it is not written in Unicode NFC"],
    ["a/con.html", "con.html is a device name on Windows"],
    ["a./x", "a part of it ends in a dot or a space"],
    ["x".repeat(256), "a part of it has more than 255 bytes"],
    ["x/".repeat(600), "it has more than 1024 bytes"],
    [".stet-tmp/x", ".stet-tmp is stet's own"],
  ])("a path like %j is refused", async (path, why) => {
    const site = destinationIn();
    const { refused, added } = await reconcile(site, [...planOf({ [path]: "X" }), ...planOf({ ok: "" })]);
    expect(refused.map(({ problem }) => problem.message.split(": ").at(-1))).toEqual([why]);
    expect(added).toEqual(["ok"]);
  });
});

describe("a file that cannot be made", () => {
  test("keeps its last good version, and everything else goes on", async () => {
    const site = destinationIn();
    await publish(site, { a: "A", b: "B" });
    const broken = (): string => {
      throw new StetError("invalid", "yaml-syntax", "line 3 is not YAML");
    };
    const plan = planOf({ a: "A2", b: "B2" }, (path) => (path === "a" ? { content: broken } : {}));
    const { refused, rewritten } = await reconcile(site, plan);
    expect(rewritten).toEqual(["b"]);
    expect(refused).toMatchObject([
      {
        path: "a",
        reason: "content",
        problem: { code: "yaml-syntax", message: "public/a could not be made: line 3 is not YAML" },
      },
    ]);
    expect(siteFiles(site)).toEqual({ a: "A", b: "B2" });
    await publish(site, { a: "A2", b: "B2" });
    expect(siteFiles(site)).toEqual({ a: "A2", b: "B2" });
  });

  test("is kept unplanned where its source is to be kept", async () => {
    const site = destinationIn();
    await publish(site, { a: "A", b: "B", c: "C" });
    await publish(site, { c: "C" }, { keeps: new Set(["articles/a.yaml"]) });
    expect(siteFiles(site)).toEqual({ a: "A", c: "C" });
  });
});

describe("the safety belt", () => {
  const many = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`p${n}`, "P"]));
  const first = (count: number): Record<string, string> =>
    Object.fromEntries(Object.entries(many).slice(0, count));

  test("an empty plan does not wipe a site, unless that is meant", async () => {
    const site = destinationIn();
    await publish(site, { a: "A" });
    await expect(publish(site, {})).rejects.toMatchObject({
      kind: "conflict",
      message: "nothing is to be published, and all 1 files of public would be removed",
    });
    expect(siteFiles(site)).toEqual({ a: "A" });
    await publish(site, {}, { force: true });
    expect(siteFiles(site)).toEqual({});
  });

  test("nothing planned for nothing is fine, and makes no folder", async () => {
    const site = destinationIn();
    expect(await publish(site, {})).toMatchObject({ added: [], removed: [] });
    expect(fs.existsSync(inSite(site, ""))).toBe(false);
  });

  test("more than half of more than twenty files do not go, unless that is meant", async () => {
    const site = destinationIn();
    await publish(site, many);
    await expect(publish(site, first(10))).rejects.toMatchObject({
      message: "11 of the 21 files of public would be removed",
    });
    expect(siteFiles(site)).toEqual(many);
    expect(await publish(site, first(11))).toMatchObject({
      removed: expect.objectContaining({ length: 10 }),
    });
    await publish(site, { a: "A" });
    expect(siteFiles(site)).toEqual({ a: "A" });
  });
});

describe("a dry run", () => {
  test("says what would be done, and does nothing", async () => {
    const site = destinationIn();
    await publish(site, { a: "A", b: "B", c: "C", d: "D" });
    const before = stampsOf(site, { a: "", b: "", c: "", d: "" });
    const plan = planOf({ a: "A", b: "B2", d: "D", e: "E" }, (path) => (path === "d" ? { key: "new" } : {}));
    expect(await reconcile(site, plan, { dryRun: true })).toEqual({
      outcome: "planned",
      added: ["e"],
      rewritten: ["b"],
      removed: ["c"],
      unchanged: 2,
      refused: [],
    });
    expect(stampsOf(site, { a: "", b: "", c: "", d: "" })).toEqual(before);
    expect(await publish(site, { a: "A", b: "B", c: "C", d: "D" })).toMatchObject({ unchanged: 4 });
  });

  test("before the first publish leaves no trace at all", async () => {
    const site = destinationIn();
    expect(await publish(site, { a: "A" }, { dryRun: true })).toMatchObject({ added: ["a"] });
    expect(fs.readdirSync(site.root)).toEqual(["stet.yaml"]);
  });
});

describe("looking at a share of the files", () => {
  test("finds what was changed by hand in its turn", async () => {
    const site = destinationIn();
    const plan = { a: "A", b: "B", c: "C" };
    await publish(site, plan);
    fs.writeFileSync(inSite(site, "b"), "by hand");
    expect(await publish(site, plan, { look: { of: 3, turn: 0 } })).toMatchObject({ rewritten: [] });
    expect(await publish(site, plan, { look: { of: 3, turn: 2 } })).toMatchObject({ rewritten: [] });
    expect(await publish(site, plan, { look: { of: 3, turn: 4 } })).toMatchObject({ rewritten: ["b"] });
  });
});

describe("two at once", () => {
  test("the second is told at once, or passes", async () => {
    const site = destinationIn();
    let begin = (): void => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    let finish = (_text: string): void => {};
    const text = new Promise<string>((resolve) => (finish = resolve));
    const slow = reconcile(site, [{ path: "a", rank: 1, key: "1", content: () => (begin(), text) }]);
    await begun;
    await expect(publish(site, { a: "A" })).rejects.toMatchObject({
      kind: "busy",
      message: "another stet is publishing to public",
    });
    expect(await publish(site, { a: "A" }, { whenBusy: "skip" })).toMatchObject({
      outcome: "skipped",
      added: [],
    });
    finish("slow");
    await slow;
    expect(siteFiles(site)).toEqual({ a: "slow" });
  });
});
