// Editions kept beside each other: each whole, shown at once, gone back from, and removed when there are too many.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { describe, expect, test } from "vitest";
import { reconcile } from "../../src/publish/reconcile.ts";
import { rollback } from "../../src/publish/releases.ts";
import { destinationIn, inSite, litter, planOf, publish, siteFiles, type Plan } from "./published-site.ts";

function shown(site: ReturnType<typeof destinationIn>): string {
  return fs.readlinkSync(inSite(site, ""));
}

function editions({ root }: ReturnType<typeof destinationIn>): readonly string[] {
  return fs.readdirSync(`${root}/public.releases`).toSorted();
}

const FIRST: Plan = { "a/a.html": "A", "b.html": "B" };
const SECOND: Plan = { "a/a.html": "A", "b.html": "B2", "c.html": "C" };

describe("releases", () => {
  test("the first edition is shown by a link", async () => {
    const site = destinationIn(undefined, 3);
    expect(await publish(site, FIRST)).toMatchObject({ added: ["a/a.html", "b.html"], release: 1 });
    expect(shown(site)).toBe("public.releases/1");
    expect(siteFiles(site)).toEqual(FIRST);
    expect(litter(site.root)).toEqual([]);
    expect(editions(site)).toEqual(["1"]);
  });

  test("nothing changed makes no edition", async () => {
    const site = destinationIn(undefined, 3);
    await publish(site, FIRST);
    const never = (): never => {
      throw new Error("content was asked for");
    };
    expect(
      await reconcile(
        site,
        planOf(FIRST, () => ({ content: never })),
      ),
    ).toMatchObject({ unchanged: 2, release: 1 });
    expect(editions(site)).toEqual(["1"]);
  });

  test("the next edition shares what is the same, and leaves the one before as it was", async () => {
    const site = destinationIn(undefined, 3);
    await publish(site, FIRST);
    expect(await publish(site, SECOND)).toMatchObject({
      added: ["c.html"],
      rewritten: ["b.html"],
      unchanged: 1,
      release: 2,
    });
    expect(siteFiles(site)).toEqual(SECOND);
    expect(siteFiles({ ...site, to: "public.releases/1" })).toEqual(FIRST);
    const inode = (edition: number): number =>
      fs.statSync(`${site.root}/public.releases/${edition}/a/a.html`).ino;
    expect(inode(1)).toBe(inode(2));
    expect(await publish(site, SECOND)).toMatchObject({ unchanged: 3, release: 2 });
  });

  test("only so many are kept", async () => {
    const site = destinationIn(undefined, 2);
    for (const text of ["1", "2", "3", "4"]) await publish(site, { a: text });
    expect(editions(site)).toEqual(["3", "4"]);
    expect(siteFiles(site)).toEqual({ a: "4" });
  });

  test("somebody's file goes along from edition to edition", async () => {
    const site = destinationIn(undefined, 2);
    await publish(site, FIRST);
    fs.writeFileSync(inSite(site, "mine"), "mine");
    fs.symlinkSync("b.html", inSite(site, "link"));
    for (const text of ["1", "2", "3"]) await publish(site, { "a/a.html": "A", "b.html": text });
    expect(siteFiles(site)).toEqual({ "a/a.html": "A", "b.html": "3", mine: "mine" });
    expect(fs.readlinkSync(inSite(site, "link"))).toBe("b.html");
  });

  test("a page changed by hand is put right in a new edition", async () => {
    const site = destinationIn(undefined, 2);
    await publish(site, FIRST);
    fs.writeFileSync(inSite(site, "b.html"), "by hand");
    expect(await publish(site, FIRST)).toMatchObject({ rewritten: ["b.html"], release: 2 });
    expect(siteFiles(site)).toEqual(FIRST);
  });

  test("rollback shows the edition before, and the next publish goes forward again", async () => {
    const site = destinationIn(undefined, 3);
    await publish(site, FIRST);
    await publish(site, SECOND);
    expect(rollback(site)).toMatchObject({ from: 2, to: 1 });
    expect(siteFiles(site)).toEqual(FIRST);
    expect(() => rollback(site)).toThrow("public shows the oldest release that is kept");
    expect(await publish(site, SECOND)).toMatchObject({ rewritten: [], unchanged: 3, release: 2 });
    expect(siteFiles(site)).toEqual(SECOND);
    rollback(site);
    expect(await publish(site, { ...SECOND, d: "D" })).toMatchObject({ added: ["d"], release: 3 });
    expect(siteFiles(site)).toEqual({ ...SECOND, d: "D" });
  });

  test("rollback without releases says so, and where the oldest is shown, that it is", async () => {
    const site = destinationIn();
    expect(() => rollback(site)).toThrow("there is no earlier release of public to go back to");
    const kept = destinationIn(undefined, 2);
    for (const text of ["1", "2", "3"]) await publish(kept, { a: text });
    rollback(kept);
    expect(() => rollback(kept)).toThrow(
      expect.objectContaining({
        message: "public shows the oldest release that is kept, 2: there is none before it",
        details: { hint: "stet publish goes forward again" },
      }),
    );
  });

  test("rollback and the way forward say what readers see otherwise", async () => {
    const site = destinationIn(undefined, 3);
    await publish(site, { "a/a.html": "A", "b.html": "B", "gone.html": "G" });
    await publish(site, SECOND);
    expect(rollback(site)).toEqual({
      from: 2,
      to: 1,
      added: ["gone.html"],
      rewritten: ["b.html"],
      removed: ["c.html"],
    });
    const forward = { added: ["c.html"], rewritten: ["b.html"], removed: ["gone.html"] };
    const planned = await publish(site, { ...SECOND, "d.html": "D" }, { dryRun: true });
    expect(planned.seen).toEqual({ ...forward, added: ["c.html", "d.html"] });
    expect(await publish(site, SECOND)).toMatchObject({ added: [], rewritten: [], seen: forward });
    expect((await publish(site, SECOND)).seen).toBeUndefined();
    rollback(site);
    expect(await publish(site, { ...SECOND, "d.html": "D" })).toMatchObject({
      added: ["d.html"],
      seen: { ...forward, added: ["c.html", "d.html"] },
    });
  });

  test("somebody's file put there after a rollback goes along, and what stet took away does not come back", async () => {
    const site = destinationIn(undefined, 2);
    await publish(site, { ...FIRST, "gone.html": "G" });
    fs.writeFileSync(inSite(site, "mine"), "mine");
    await publish(site, FIRST);
    rollback(site);
    fs.mkdirSync(inSite(site, "shop"));
    fs.writeFileSync(inSite(site, "shop/index.html"), "shop");
    fs.symlinkSync("b.html", inSite(site, "link"));
    // Changed as careful editors do: another file in its place.
    fs.writeFileSync(inSite(site, "mine~"), "mine, again");
    fs.renameSync(inSite(site, "mine~"), inSite(site, "mine"));
    fs.rmSync(inSite(site, "gone.html"));
    fs.writeFileSync(inSite(site, "gone.html"), "G, by hand");
    const mine = { mine: "mine, again", "shop/index.html": "shop" };
    await publish(site, FIRST);
    expect(siteFiles(site)).toEqual({ ...FIRST, ...mine });
    for (const text of ["1", "2", "3"]) await publish(site, { "b.html": text });
    expect(siteFiles(site)).toEqual({ "b.html": "3", ...mine });
    expect(fs.readlinkSync(inSite(site, "link"))).toBe("b.html");
  });

  test("a file put there between two rollbacks goes along, too", async () => {
    const site = destinationIn(undefined, 3);
    for (const text of ["1", "2", "3"]) await publish(site, { a: text });
    rollback(site);
    fs.writeFileSync(inSite(site, "mine"), "mine");
    rollback(site);
    expect(siteFiles(site)).toEqual({ a: "1" });
    await publish(site, { a: "3" });
    expect(siteFiles(site)).toEqual({ a: "3", mine: "mine" });
  });

  test("a dry run makes no edition", async () => {
    const site = destinationIn(undefined, 2);
    await publish(site, FIRST);
    expect(await publish(site, SECOND, { dryRun: true })).toMatchObject({ added: ["c.html"], release: 1 });
    expect(editions(site)).toEqual(["1"]);
  });

  test("editions that were all deleted are made anew", async () => {
    const site = destinationIn(undefined, 2);
    await publish(site, FIRST);
    fs.rmSync(`${site.root}/public.releases`, { recursive: true });
    expect(await publish(site, FIRST)).toMatchObject({ release: 2, rewritten: ["a/a.html", "b.html"] });
    expect(siteFiles(site)).toEqual(FIRST);
  });
});

describe("from one way to the other", () => {
  test("a folder is not replaced by a link, but the way to it is told, and works", async () => {
    const site = destinationIn();
    await publish(site, FIRST);
    const withReleases = { ...site, releases: 2 };
    await expect(publish(withReleases, SECOND)).rejects.toMatchObject({
      kind: "conflict",
      message: "public is a folder of its own, and stet.yaml asks for releases, which need a link there",
      details: {
        hint: "mkdir -p public.releases && mv public public.releases/1 && ln -s public.releases/1 public",
      },
    });
    expect(siteFiles(site)).toEqual(FIRST);
    fs.mkdirSync(`${site.root}/public.releases`);
    fs.renameSync(inSite(site, ""), `${site.root}/public.releases/1`);
    fs.symlinkSync("public.releases/1", inSite(site, ""));
    expect(await publish(withReleases, SECOND)).toMatchObject({
      added: ["c.html"],
      rewritten: ["b.html"],
      release: 2,
    });
  });

  test("where releases were kept before, the folder becomes the next of them", async () => {
    const site = destinationIn(undefined, 2);
    for (const text of ["1", "2", "3"]) await publish(site, { a: text });
    fs.unlinkSync(inSite(site, ""));
    fs.cpSync(`${site.root}/public.releases/3`, inSite(site, ""), { recursive: true });
    const hint = "mv public public.releases/4 && ln -s public.releases/4 public";
    await expect(publish(site, { a: "4" })).rejects.toMatchObject({ details: { hint } });
    await publish({ ...site, releases: 0 }, { a: "in place" });
    fs.writeFileSync(inSite(site, "mine"), "mine");
    spawnSync("sh", ["-c", hint], { cwd: site.root });
    expect(await publish(site, { a: "4" })).toMatchObject({ rewritten: ["a"], release: 5 });
    expect(editions(site)).toEqual(["4", "5"]);
    expect(siteFiles(site)).toEqual({ a: "4", mine: "mine" });
  });

  test("a link to a folder elsewhere has to go: what is served is the link to an edition", async () => {
    const site = destinationIn();
    fs.mkdirSync(`${site.root}/served`);
    fs.symlinkSync("served", inSite(site, ""));
    await publish(site, FIRST);
    const withReleases = { ...site, releases: 2 };
    await expect(publish(withReleases, SECOND)).rejects.toMatchObject({
      kind: "conflict",
      message:
        "public is a link to served, and stet.yaml asks for releases: public must lead to the one that is shown",
      details: { hint: `rm public, publish, and let the web server serve ${site.root}/public` },
    });
    fs.rmSync(inSite(site, ""));
    expect(await publish(withReleases, SECOND)).toMatchObject({ release: 1 });
    expect(siteFiles(site)).toEqual(SECOND);
    expect(shown(site)).toBe("public.releases/1");
  });

  test("a link to a release is not published through, but the way back is told, and works", async () => {
    const site = destinationIn(undefined, 2);
    await publish(site, FIRST);
    const inPlace = { ...site, releases: 0 };
    await expect(publish(inPlace, SECOND)).rejects.toMatchObject({
      message: "public is a link to a release, and stet.yaml asks for none",
      details: { hint: "cp -a public/ public.plain && rm public && mv public.plain public" },
    });
    fs.cpSync(inSite(site, ""), `${site.root}/public.plain`, {
      recursive: true,
      preserveTimestamps: true,
      dereference: true,
    });
    fs.unlinkSync(inSite(site, ""));
    fs.renameSync(`${site.root}/public.plain`, inSite(site, ""));
    expect(await publish(inPlace, SECOND)).toMatchObject({
      added: ["c.html"],
      rewritten: ["b.html"],
      unchanged: 1,
    });
  });

  test("a link elsewhere is the user's way of saying where the site lies, in place", async () => {
    const site = destinationIn();
    fs.mkdirSync(`${site.root}/www`);
    fs.symlinkSync("www", inSite(site, ""));
    await publish(site, FIRST);
    expect(siteFiles({ ...site, to: "www" })).toEqual(FIRST);
    await expect(publish({ ...site, releases: 1 }, FIRST)).rejects.toMatchObject({ kind: "conflict" });
  });
});
