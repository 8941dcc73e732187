// Where a site may not be published to.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder, temporaryNewsroom } from "../newsroom/temporary-newsroom.ts";
import { destinationIn, publish, inSite, siteFiles } from "./published-site.ts";

test.each([
  [".", "holds the newsroom itself"],
  ["..", "holds the newsroom itself"],
  ["/", "holds the newsroom itself"],
  ["", "is no folder"],
  ["articles", "belongs to the articles"],
  ["articles/public", "belongs to the articles"],
  ["copy", "belongs to the articles"],
  ["content", "belongs to the articles"],
  [".stet", "is a hidden folder of the newsroom"],
  [".stet/site", "is a hidden folder of the newsroom"],
  [".git", "is a hidden folder of the newsroom"],
  ["hidden", "is a hidden folder of the newsroom"],
  ["hidden/x", "is a hidden folder of the newsroom"],
])("not to %j", async (to, why) => {
  const root = temporaryNewsroom({ "content/articles/a.yaml": "headline: A\n", ".stet/x": "" });
  fs.symlinkSync("content/articles", `${root}/articles`);
  fs.symlinkSync("content/articles", `${root}/copy`);
  fs.symlinkSync(".stet", `${root}/hidden`);
  const before = fs.readdirSync(root, { recursive: true });
  const attempt = publish({ ...destinationIn(root), to }, { a: "A" });
  await expect(attempt).rejects.toMatchObject({ kind: "usage", message: expect.stringContaining(why) });
  expect(fs.readdirSync(root, { recursive: true })).toEqual(before);
});

test("outside the newsroom is fine, and the two may be moved together", async () => {
  const top = temporaryFolder({ "room/stet.yaml": "stet: 1\n" });
  const site = { ...destinationIn(`${top}/room`), to: "../www/site" };
  await publish(site, { a: "A" });
  expect(siteFiles(site)).toEqual({ a: "A" });
  const moved = temporaryFolder();
  fs.renameSync(top, `${moved}/all`);
  expect(await publish({ ...site, root: path.join(moved, "all/room") }, { b: "B" })).toMatchObject({
    added: ["b"],
    removed: ["a"],
  });
});

test("articles at the root leave every folder below it free", async () => {
  const site = { ...destinationIn(), articles: "" };
  await publish(site, { a: "A" });
  expect(siteFiles(site)).toEqual({ a: "A" });
});

test("a file in its place is refused", async () => {
  const site = destinationIn(temporaryNewsroom({ public: "a file" }));
  await expect(publish(site, { a: "A" })).rejects.toMatchObject({
    kind: "conflict",
    message: "public is not a folder",
  });
});

test("a link that leads nowhere is told with what it wants", async () => {
  const site = destinationIn();
  fs.symlinkSync("www/courier", inSite(site, ""));
  await expect(publish(site, { a: "A" })).rejects.toMatchObject({
    kind: "conflict",
    message: "public is a link that leads nowhere",
    details: { hint: "mkdir -p www/courier" },
  });
  fs.mkdirSync(path.join(site.root, "www/courier"), { recursive: true });
  await publish(site, { a: "A" });
  expect(siteFiles(site)).toEqual({ a: "A" });
});

test("a manifest that is damaged is named, and nothing is touched", async () => {
  const site = destinationIn();
  await publish(site, { a: "A" });
  const home = `${site.root}/.stet/publish`;
  const name = fs.readdirSync(home)[0] ?? "";
  fs.writeFileSync(
    `${home}/${name}/manifest.db`,
    "not a database, and long enough to be looked at as one ".repeat(20),
  );
  await expect(publish(site, { b: "B" })).rejects.toMatchObject({
    kind: "external",
    message: `.stet/publish/${name}/manifest.db is damaged: what stet wrote to public is no longer known`,
  });
  expect(siteFiles(site)).toEqual({ a: "A" });
});
