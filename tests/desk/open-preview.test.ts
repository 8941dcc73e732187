import fs from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { StetError } from "../../src/base/stet-error.ts";
import { openDatabase } from "../../src/database/open-database.ts";
import { currentIndexFile } from "../../src/newsroom/index-files.ts";
import { answerPath } from "../../src/desk/preview/answer-path.ts";
import { openPreview, type Preview } from "../../src/desk/preview/open-preview.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { testDesk } from "../support/test-desk.ts";

const ARTICLE = "headline: Before\nslug: tide\nstatus: published\npublished: 2026-01-05\n";

async function pageAt(looked: ReturnType<Preview["look"]>, at = "/tide/"): Promise<string> {
  const edition = await looked;
  if (edition instanceof StetError) throw edition;
  const answer = answerPath(edition, at);
  return "make" in answer ? String(await answer.make()) : answer.location;
}

test("what stet.yaml says now is what is shown: its name, its addresses, its sections", async () => {
  const root = temporaryFolder();
  fs.mkdirSync(path.join(root, "articles"));
  fs.writeFileSync(path.join(root, "articles/tide.yaml"), ARTICLE);
  const file = path.join(root, "stet.yaml");
  fs.writeFileSync(file, "stet: 1\nname: Post\nurl: https://post.example/\npermalinks: /{slug}/\n");
  const now = (): number => Date.parse("2026-11-22T09:00:00Z");
  const preview = openPreview(testDesk(root), { url: "http://127.0.0.1:4000/", drafts: false, now });
  try {
    expect(await pageAt(preview.look())).toContain('og:site_name" content="Post"');
    fs.writeFileSync(file, "stet: 1\nname: Bote\nurl: https://post.example/\npermalinks: /n/{slug}/\n");
    expect(await pageAt(preview.look(), "/n/tide/")).toContain('og:site_name" content="Bote"');
  } finally {
    preview.close();
  }
});

test("who asks while a look is under way gets the next one, which began after all that they have saved", async () => {
  const root = temporaryFolder();
  fs.mkdirSync(path.join(root, "articles"));
  const settings = "stet: 1\nname: Post\nurl: https://post.example/\npermalinks: /{slug}/\n";
  fs.writeFileSync(path.join(root, "stet.yaml"), settings);
  const file = path.join(root, "articles/tide.yaml");
  fs.writeFileSync(file, ARTICLE);
  const now = (): number => Date.parse("2026-11-22T09:00:00Z");
  const preview = openPreview(testDesk(root), { url: "http://127.0.0.1:4000/", drafts: false, now });
  try {
    const first = preview.look();
    fs.writeFileSync(file, ARTICLE.replace("Before", "Tide: now"));
    const second = preview.look();
    expect(second).not.toBe(first);
    expect(preview.look()).toBe(second);
    expect(await pageAt(second)).toContain("the headline needs quotes");
    await first;
    fs.writeFileSync(file, ARTICLE);
    expect(await pageAt(preview.look())).toContain("Before");
  } finally {
    preview.close();
  }
});

test("at the address of a section stands its front, as publish has it, and no article", async () => {
  const root = temporaryFolder();
  fs.mkdirSync(path.join(root, "articles"));
  const settings =
    "stet: 1\nname: Post\nurl: https://post.example/\npermalinks: /{slug}/\nsections: {sea: Sea}\n";
  fs.writeFileSync(path.join(root, "stet.yaml"), settings);
  fs.writeFileSync(path.join(root, "articles/tide.yaml"), `${ARTICLE}section: sea\n`);
  fs.writeFileSync(
    path.join(root, "articles/sea.yaml"),
    ARTICLE.replace("tide", "sea").replace("Before", "Deep"),
  );
  const now = (): number => Date.parse("2026-11-22T09:00:00Z");
  const preview = openPreview(testDesk(root), { url: "http://127.0.0.1:4000/", drafts: false, now });
  try {
    const page = await pageAt(preview.look(), "/sea/");
    expect(page).toContain("Before");
    expect(page).not.toContain("<h1>Deep");
  } finally {
    preview.close();
  }
});

test("a picture that is changed is another, and a page that shows it has another key", async () => {
  const root = temporaryFolder();
  fs.mkdirSync(path.join(root, "articles"));
  const settings = "stet: 1\nname: Post\nurl: https://post.example/\npermalinks: /{slug}/\n";
  fs.writeFileSync(path.join(root, "stet.yaml"), settings);
  fs.writeFileSync(path.join(root, "articles/tide.yaml"), `${ARTICLE}image: {src: tide.svg, alt: Tide}\n`);
  const picture = path.join(root, "tide.svg");
  fs.writeFileSync(picture, '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>');
  const now = (): number => Date.parse("2026-11-22T09:00:00Z");
  const preview = openPreview(testDesk(root), { url: "http://127.0.0.1:4000/", drafts: false, now });
  const keysNow = async (): Promise<readonly unknown[]> => {
    const edition = await preview.look();
    if (edition instanceof StetError) throw edition;
    return ["/tide/", "/", "/tide.svg"]
      .map((at) => answerPath(edition, at))
      .map((answer) => "key" in answer && answer.key);
  };
  try {
    const before = await keysNow();
    expect(await keysNow()).toEqual(before);
    fs.writeFileSync(picture, '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6" id="b"/>');
    const after = await keysNow();
    expect(after.filter((key) => before.includes(key))).toEqual([]);
    expect(await pageAt(preview.look())).toContain('width="8"');
  } finally {
    preview.close();
  }
});

test("a picture that may not be read is told on the pages that cannot be made, until it may", async () => {
  const root = newsroomWith({
    "articles/tide.yaml": `${ARTICLE}image: {src: tide.svg, alt: Tide}\n`,
    "tide.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
  });
  const { openSync } = fs;
  const open = vi.spyOn(fs, "openSync").mockImplementation((file, ...rest) => {
    if (!String(file).endsWith("tide.svg")) return openSync(file, ...rest);
    throw Object.assign(new Error("EACCES"), { code: "EACCES", errno: -13, syscall: "open" });
  });
  const preview = openPreview(testDesk(root), REQUEST);
  try {
    const paths = ["/tide/", "/nowhere/", "/tide.svg"];
    const keys = new Set<string>();
    for (const at of paths) {
      const answer = await preview.read((found) => answerAt(found, at));
      if ("key" in answer) keys.add(answer.key);
      expect([at, answer]).toMatchObject([at, { status: 500, file: "index.html" }]);
      expect(await pageAt(preview.look(), at)).toContain("you may not read tide.svg");
    }
    expect(keys.size).toBe(1);
    open.mockRestore();
    const answer = await preview.read((found) => answerAt(found, "/tide/"));
    expect(answer).toMatchObject({ status: 200 });
    expect("key" in answer && keys.has(answer.key)).toBe(false);
  } finally {
    open.mockRestore();
    preview.close();
  }
});

test("an index that is damaged under an open preview is made anew", async () => {
  const root = newsroomWith({ "articles/tide.yaml": ARTICLE });
  const preview = openPreview(testDesk(root), REQUEST);
  const front = (): Promise<string> => preview.read((found) => pageAt(Promise.resolve(found), "/"));
  try {
    expect(await pageAt(preview.look())).toContain("Before");
    const other = openDatabase(currentIndexFile(root) ?? "", { waitMs: 0, pragmas: [] });
    other.exec("UPDATE file SET head = '{'");
    other.close();
    expect(await front()).toContain("Before");
    fs.writeFileSync(path.join(root, "articles/tide.yaml"), ARTICLE.replace("Before", "After"));
    expect(await front()).toContain("After");
  } finally {
    preview.close();
  }
});

const REQUEST = {
  url: "http://127.0.0.1:4000/",
  drafts: false,
  now: () => Date.parse("2026-11-22T09:00:00Z"),
};

function newsroomWith(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  fs.mkdirSync(path.join(root, "articles"));
  const settings = "stet: 1\nname: Post\nurl: https://post.example/\npermalinks: /{slug}/\n";
  for (const [name, text] of Object.entries({ "stet.yaml": settings, ...files }))
    fs.writeFileSync(path.join(root, name), text);
  return root;
}

function answerAt(found: Awaited<ReturnType<Preview["look"]>>, at: string): ReturnType<typeof answerPath> {
  if (found instanceof StetError) throw found;
  return answerPath(found, at);
}
