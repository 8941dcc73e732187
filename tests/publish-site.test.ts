// `stet publish` as people and cron see it: what is named, what is printed, with which exit code, and what stays.
import fs, { existsSync, mkdirSync, readFileSync, rmSync, utimesSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { article, newsroomOf, SETTINGS, siteTree, write } from "./desk/site/site-newsroom.ts";
import { injectFaults } from "./faults/inject-faults.ts";
import { runStet, type Outcome } from "./support/run-stet.ts";

const LIVE = "status: published\npublished: 2026-01-05T09:00:00Z";
const one = article(1, `headline: One\n${LIVE}`);
const two = article(2, `headline: Two\n${LIVE}`);

function newsroom(settings: string = SETTINGS): string {
  return newsroomOf({ "articles/one.yaml": one, "articles/two.yaml": two }, settings);
}

function stet(cwd: string, line: string, now?: string): Promise<Outcome> {
  return runStet(line.split(" "), { cwd, ...(now === undefined ? {} : { env: { STET_NOW: now } }) });
}

function page(root: string, name: string): string {
  return readFileSync(path.join(root, "public", name), "utf8");
}

test("-v names each file that is written or removed, on stderr, and nothing where there is none", async () => {
  const root = newsroom();
  const planned = await stet(root, "publish --dry-run");
  const verbose = await stet(root, "publish -v");
  expect(verbose).toEqual({ stdout: "", stderr: planned.stdout, exit: 0 });
  expect(verbose.stderr).toMatch(/^\+ .*index\.html$/m);
  expect(await stet(root, "publish -v")).toEqual({ stdout: "", stderr: "", exit: 0 });
  await stet(root, "withdraw one -y");
  expect((await stet(root, "publish -v")).stderr).toMatch(/^- .*one.*$/m);
});

test("what publish prints is what --dry-run said, and -q and a second run say nothing", async () => {
  const root = newsroom();
  const planned = await stet(root, "publish --dry-run");
  expect(existsSync(path.join(root, "public"))).toBe(false);
  expect(await stet(root, "publish -q --changed list.txt")).toEqual({ stdout: "", stderr: "", exit: 0 });
  const changed = readFileSync(path.join(root, "list.txt"), "utf8").trim().split("\n");
  expect(
    planned.stdout
      .trim()
      .split("\n")
      .map((line) => line.slice(2)),
  ).toEqual(changed);
  expect(new Set(changed)).toEqual(new Set([...siteTree(root).keys()].filter((name) => !name.endsWith("/"))));
  expect(await stet(root, "publish")).toEqual({ stdout: "", stderr: "", exit: 0 });
});

test("a broken article keeps its last page and is named; --strict refuses everything", async () => {
  const root = newsroom();
  await stet(root, "publish");
  const before = page(root, "2026/01/one/index.html");
  write(root, {
    "articles/one.yaml": "headline: [",
    "articles/new.yaml": article(3, `headline: New\n${LIVE}`),
  });
  const strict = await stet(root, "publish --strict");
  expect(strict.exit).toBe(6);
  expect(strict.stderr).toContain("articles/one.yaml");
  expect(existsSync(path.join(root, "public/2026/01/new"))).toBe(false);
  const { exit, stderr } = await stet(root, "publish");
  expect(exit).toBe(6);
  expect(stderr).toContain("articles/one.yaml");
  expect(page(root, "2026/01/one/index.html")).toBe(before);
  expect(page(root, "2026/01/new/index.html")).toContain("New");
});

test("two articles at one address: neither is written, both are named", async () => {
  const root = newsroom(SETTINGS.replace("publish:", "permalinks: /{year}/story/\npublish:"));
  const { exit, stderr } = await stet(root, "publish");
  expect(exit).toBe(6);
  expect(stderr).toContain("articles/one.yaml");
  expect(stderr).toContain("articles/two.yaml");
  expect(existsSync(path.join(root, "public/2026/story"))).toBe(false);
});

test("more problems than are shown are shown by -v, each file named once", async () => {
  const root = newsroom();
  await stet(root, "publish");
  for (const [at, name] of ["three", "four", "five", "six"].entries()) {
    write(root, {
      [`articles/${name}.yaml`]: article(at + 3, `headline: ${name}\n${LIVE}`),
      [`public/2026/01/${name}/index.html`]: "somebody's",
    });
  }
  const short = await stet(root, "publish");
  expect(short.stderr).toMatch(/\nand 1 more: stet publish -v\n$/);
  const all = await stet(root, "publish -v");
  expect(all.stderr.match(/^error: public\/2026\/01\/\w+\/index.html is in the way of /gm)).toHaveLength(4);
});

test("what the disk refuses is told once", async () => {
  const root = newsroom();
  await stet(root, "publish");
  write(root, { "articles/one.yaml": one.replace("One", "Another") });
  const end = injectFaults(fs, ({ data, path: file }) =>
    data !== undefined && file.includes("/.stet/publish/public-") ? { error: "ENOSPC" } : "pass",
  );
  const outcome = await runStet(["publish"], { cwd: root, inProcess: true }).finally(end);
  expect(outcome).toEqual({
    stdout: "",
    stderr: "error: public/2026/01/one/index.html was not written: no space is left on the disk\n",
    exit: 9,
  });
});

test("for doctor --max-age a publish counts that left an article out, and none that the disk stopped", async () => {
  const root = newsroom();
  write(root, { "articles/two.yaml": "headline: [" });
  const age = async () => {
    const { stdout } = await stet(root, "doctor --max-age 15m --json");
    const findings: readonly { check: string; message: string }[] = JSON.parse(stdout);
    return findings.find(({ check }) => check === "publish")?.message;
  };
  const end = injectFaults(fs, ({ data, path: file }) =>
    data !== undefined && file.includes("/.stet/publish/public-") ? { error: "ENOSPC" } : "pass",
  );
  await runStet(["publish"], { cwd: root, inProcess: true }).finally(end);
  expect(await age()).toBe("never published here");
  expect((await stet(root, "publish --strict")).exit).toBe(6);
  expect(await age()).toBe("never published here");
  expect((await stet(root, "publish")).exit).toBe(6);
  expect(await age()).toBe("published 0 min ago");
});

test.each([
  ["a change of one article", one.replace("One", "Another")],
  ["nothing to do", one],
])("for doctor --max-age %s is a publish, too", async (_, text) => {
  const root = newsroom();
  await stet(root, "publish");
  const long = new Date(Date.now() - 3_600_000);
  utimesSync(path.join(root, ".stet/publish/last-run"), long, long);
  const late = "published 1 h ago: the cron job may be dead";
  expect((await stet(root, "doctor --max-age 15m")).stdout).toContain(late);
  write(root, { "articles/one.yaml": text });
  expect((await stet(root, "publish")).exit).toBe(0);
  expect((await stet(root, "doctor --max-age 15m")).stdout).not.toContain("published");
});

test("a link where the site needs a folder is named as it lies, with what to do", async () => {
  const root = newsroom();
  await stet(root, "publish");
  rmSync(path.join(root, "public/2026/01"), { recursive: true });
  fs.symlinkSync("..", path.join(root, "public/2026/01"));
  const { exit, stderr } = await stet(root, "publish --force");
  expect(exit).toBe(6);
  expect(stderr).toContain(
    "error: public/2026/01/index.html: public/2026/01 is a symbolic link, where a folder is needed\nhelp: mv public/2026/01 elsewhere, then publish again\n",
  );
});

test("a renamed article keeps its feed id, and its old address leads to the new one", async () => {
  const root = newsroom();
  await stet(root, "publish");
  const id = "01958f5c-9a3e-7c11-b0f4-000000000001";
  expect(page(root, "feed.xml")).toContain(id);
  rmSync(path.join(root, "articles/one.yaml"));
  write(root, { "articles/uno.yaml": one.replace("headline", "former_slugs: [one]\nheadline") });
  expect((await stet(root, "publish")).exit).toBe(0);
  expect(page(root, "feed.xml")).toContain(id);
  expect(page(root, "2026/01/one/index.html")).toContain("https://courier.example/2026/01/uno/");
  expect(page(root, "_redirects")).toContain("/2026/01/one/ /2026/01/uno/ 301");
});

test("an article that went out three days late is told of, on time is not", async () => {
  const root = newsroom();
  await stet(root, "publish", "2026-11-20T09:00:00+01:00");
  write(root, {
    "articles/new.yaml": article(3, "headline: New\nstatus: published\npublished: 2026-11-21T09:00:00+01:00"),
  });
  const { stderr } = await stet(root, "publish", "2026-11-24T09:00:00+01:00");
  expect(stderr).toBe("new is late: it was due 3 d ago\n");
});

test("pictures that pages show and the newsroom does not have are named with -q too, once, and not more than ten", async () => {
  const root = newsroom();
  const pictures = Array.from({ length: 11 }, (_, at) => `![A map](images/${at + 10}.png)`).join("\n\n");
  write(root, { "articles/maps.yaml": article(3, `headline: Maps\n${LIVE}`, pictures) });
  const names = Array.from({ length: 10 }, (_, at) => `images/${at + 10}.png`).join(", ");
  const stderr = `on pages, and not in the newsroom: ${names}, and 1 more: stet check\n`;
  expect(await stet(root, "publish -q")).toEqual({ stdout: "", stderr, exit: 0 });
  expect(await stet(root, "publish")).toEqual({ stdout: "", stderr: "", exit: 0 });
});

test("lateness is told with -q too, at exit 0, once, and after runs that had problems", async () => {
  const root = newsroom();
  write(root, { "articles/one.yaml": "headline: [" });
  expect((await stet(root, "publish -q", "2026-11-20T09:00:00+01:00")).exit).toBe(6);
  expect((await stet(root, "publish -q", "2026-11-20T09:05:00+01:00")).exit).toBe(6);
  write(root, {
    "articles/one.yaml": one,
    "articles/new.yaml": article(3, "headline: New\nstatus: published\npublished: 2026-11-21T09:00:00+01:00"),
  });
  const late = { stdout: "", stderr: "new is late: it was due 3 d ago\n", exit: 0 };
  expect(await stet(root, "publish -q", "2026-11-24T09:00:00+01:00")).toEqual(late);
  expect(await stet(root, "publish", "2026-11-24T09:01:00+01:00")).toEqual({
    stdout: "",
    stderr: "",
    exit: 0,
  });
});

test("what came down late is told of, too, and what came and went meanwhile", async () => {
  const root = newsroom();
  const lives = (from: string, to: string): string =>
    `status: published\npublished: ${from}T09:00:00+01:00\nexpires: ${to}T09:00:00+01:00`;
  write(root, {
    "articles/old.yaml": article(3, `headline: Old\n${lives("2026-11-01", "2026-11-21")}`),
    "articles/brief.yaml": article(4, `headline: Brief\n${lives("2026-11-21", "2026-11-22")}`),
    "articles/past.yaml": article(5, `headline: Past\n${lives("2026-11-01", "2026-11-02")}`),
  });
  await stet(root, "publish", "2026-11-20T09:00:00+01:00");
  const { exit, stderr } = await stet(root, "publish -q", "2026-11-24T09:00:00+01:00");
  expect(exit).toBe(0);
  expect(stderr).toBe(
    "old came down late: it expired 3 d ago\nbrief never went out: it was due 3 d ago and expired 2 d ago\n",
  );
  expect((await stet(root, "publish", "2026-11-24T09:30:00+01:00")).stderr).toBe("");
});

test("a run that could not write, and --rollback, do not make the next one forget what is late", async () => {
  const root = newsroom(SETTINGS.replace("archive: 2", "archive: 2\n  releases: 3"));
  await stet(root, "publish", "2026-11-20T09:00:00+01:00");
  write(root, { "articles/one.yaml": one.replace("One", "Another") });
  await stet(root, "publish", "2026-11-20T10:00:00+01:00");
  await stet(root, "publish --rollback", "2026-11-20T10:05:00+01:00");
  write(root, {
    "articles/new.yaml": article(3, "headline: New\nstatus: published\npublished: 2026-11-21T09:00:00+01:00"),
    "articles/two.yaml": "headline: [",
  });
  expect((await stet(root, "publish --strict", "2026-11-24T08:59:00+01:00")).exit).toBe(6);
  const { exit, stderr } = await stet(root, "publish", "2026-11-24T09:00:00+01:00");
  expect(exit).toBe(6);
  expect(stderr).toContain("new is late: it was due 3 d ago\n");
});

test("editions: --rollback shows the one before, and publish goes forward again", async () => {
  const root = newsroom(SETTINGS.replace("archive: 2", "archive: 2\n  releases: 3"));
  await stet(root, "publish");
  const first = page(root, "index.html");
  write(root, { "articles/one.yaml": one.replace("One", "Another") });
  await stet(root, "publish");
  const second = page(root, "index.html");
  expect(second).not.toBe(first);
  expect((await stet(root, "publish --rollback")).exit).toBe(0);
  expect(page(root, "index.html")).toBe(first);
  expect((await stet(root, "publish")).exit).toBe(0);
  expect(page(root, "index.html")).toBe(second);
});

test("--rollback goes alone: nothing beside it is passed over in silence, --dry-run above all", async () => {
  const root = newsroom(SETTINGS.replace("archive: 2", "archive: 2\n  releases: 3"));
  await stet(root, "publish");
  write(root, { "articles/one.yaml": one.replace("One", "Another") });
  await stet(root, "publish");
  const shown = page(root, "index.html");
  for (const beside of ["--dry-run", "one", "-Q is:live", "--at tomorrow", "--strict"]) {
    const { exit, stderr } = await stet(root, `publish --rollback ${beside}`);
    expect({ beside, exit, stderr }).toEqual({
      beside,
      exit: 2,
      stderr: "error: --rollback goes alone\n→ stet publish --rollback\n",
    });
  }
  expect(page(root, "index.html")).toBe(shown);
});

test("what --rollback and the publish after it change for readers is listed, counted and kept", async () => {
  const root = newsroom(SETTINGS.replace("archive: 2", "archive: 2\n  releases: 3"));
  await stet(root, "publish");
  write(root, { "articles/one.yaml": one.replace("published\n", "withdrawn\n") });
  await stet(root, "publish");
  const back = await stet(root, "publish --rollback --changed -");
  expect(back.stdout.split("\n")).toContain("2026/01/one/index.html");
  const planned = await stet(root, "publish --dry-run");
  expect(planned.stdout.split("\n")).toContain("- 2026/01/one/index.html");
  const { stdout } = await stet(root, "publish --json");
  const { paths, removed } = JSON.parse(stdout);
  expect({ removed, removes: paths.removed.includes("2026/01/one/index.html") }).toEqual({
    removed: paths.removed.length,
    removes: true,
  });
  const again = JSON.parse((await stet(root, "publish --rollback --json")).stdout);
  expect(again).toMatchObject({ outcome: "rolled-back", release: 1 });
  expect(again.paths.added).toContain("2026/01/one/index.html");
  const runs = (await stet(root, "log --runs --json")).stdout;
  expect(JSON.parse(runs)[0]).toMatchObject({ added: again.added, release: 1 });
});

test("--rollback where stet.yaml keeps no editions says that it keeps none", async () => {
  const root = newsroom();
  await stet(root, "publish");
  const { exit, stderr } = await stet(root, "publish --rollback");
  expect(exit).toBe(3);
  expect(stderr).toBe(
    "error: there is no earlier release of public to go back to\n→ stet.yaml keeps them: publish: {releases: 3}\n",
  );
});

test("a dry run shows what the safety belt stops, and ends as the publish would", async () => {
  const root = newsroom();
  const names = Array.from({ length: 30 }, (_, n) => `a${n}`);
  write(
    root,
    Object.fromEntries(
      names.map((name, n) => [`articles/${name}.yaml`, article(n + 3, `headline: ${name}\n${LIVE}`)]),
    ),
  );
  await stet(root, "publish");
  rmSync(path.join(root, "articles"), { recursive: true });
  const { exit, stdout, stderr } = await stet(root, "publish --dry-run");
  expect(exit).toBe(5);
  expect(stdout).toContain("- 2026/01/one/index.html\n");
  expect(stderr).toContain("would be removed");
  expect((await stet(root, "publish --dry-run --force")).exit).toBe(0);
  expect(existsSync(path.join(root, "public/2026/01/one/index.html"))).toBe(true);
});

test("a place that --changed must not write to stops the run before anything is published", async () => {
  const root = newsroom();
  mkdirSync(path.join(root, "folder"));
  write(root, { "notes.txt": "no folder" });
  for (const [place, exit] of [
    ["stet.yaml", 2],
    ["notes.txt/list", 9],
    ["articles/one.yaml", 2],
    ["folder", 9],
  ] as const) {
    expect((await stet(root, `publish --changed ${place}`)).exit).toBe(exit);
    expect(existsSync(path.join(root, "public"))).toBe(false);
  }
});

test("--changed replaces no file of the site, where a link leads either, and no picture", async () => {
  for (const releases of ["", "  releases: 2\n"]) {
    const root = newsroom(
      `${SETTINGS.replace(/^publish:.*\n(?: .*\n)*/m, "")}publish:\n  to: public\n${releases}`,
    );
    write(root, { "images/salt.jpg": "a picture" });
    fs.symlinkSync("public", path.join(root, "linked"));
    expect((await stet(root, "publish")).exit).toBe(0);
    const before = siteTree(root);
    for (const place of [
      "public/index.html",
      "public/new.txt",
      "public",
      "linked/new.txt",
      "public.releases/1/index.html",
      "images/salt.jpg",
    ]) {
      expect(await stet(root, `publish --changed ${place}`)).toEqual({
        stdout: "",
        stderr: expect.stringMatching(
          /^error: \S+ is (?:part of the site|a picture of the newsroom); an output does not replace it\n→ write elsewhere: --changed changed\.txt\n$/,
        ),
        exit: 2,
      });
    }
    expect(siteTree(root)).toEqual(before);
    expect(readFileSync(path.join(root, "images/salt.jpg"), "utf8")).toBe("a picture");
  }
});

test("--changed without a name is a slip", async () => {
  const root = newsroom();
  expect((await stet(root, "publish --changed ")).exit).toBe(2);
  expect(existsSync(path.join(root, "public"))).toBe(false);
});

test("--dry-run --changed - prints the paths alone, as the publish would", async () => {
  const root = newsroom();
  const planned = await stet(root, "publish --dry-run --changed -");
  expect(planned).toEqual(await stet(root, "publish --changed -"));
});

test("a list shows the picture at the address that the article's page has it at", async () => {
  const root = newsroom();
  const withPicture = (src: string): string =>
    one.replace("headline", `image: {src: "${src}", alt: A}\nheadline`);
  for (const src of ["images/a%20b.png", "images/a b.png", "images/100%.png", "images/é.png"]) {
    write(root, { "articles/one.yaml": withPicture(src) });
    await stet(root, "publish --force");
    const picture = /<img src="[^"]*"/.exec(page(root, "2026/01/one/index.html"))?.[0];
    expect(picture).toContain("https://courier.example/images/");
    expect(page(root, "index.html")).toContain(picture);
  }
});

test("what a theme would be thought to have, and has not, is told: links, and folders in the place of templates", async () => {
  const root = newsroom(SETTINGS.replace("archive: 2", "archive: 2\n  theme: mine"));
  write(root, { "mine/style.css": "p {}\n", "shared/footer.mustache": "<p>ours</p>\n" });
  await stet(root, "publish");
  const before = page(root, "index.html");
  const places = ["footer.mustache", "assets/logo.svg"];
  mkdirSync(path.join(root, "mine/assets"));
  for (const place of places) {
    fs.symlinkSync("../../shared/footer.mustache", path.join(root, "mine", place));
    const { exit, stderr } = await stet(root, "publish");
    expect({ exit, stderr }).toEqual({
      exit: 4,
      stderr: `error: mine/${place}: a theme follows no links\n→ put the file itself there\n`,
    });
    rmSync(path.join(root, "mine", place));
  }
  mkdirSync(path.join(root, "mine/footer.mustache"));
  expect((await stet(root, "publish")).stderr).toContain("mine/footer.mustache: it is a folder");
  expect(page(root, "index.html")).toBe(before);
});

test("a fault in a theme is told with file, line and column, and the site stays", async () => {
  const root = newsroom(SETTINGS.replace("archive: 2", "archive: 2\n  theme: mine"));
  write(root, { "mine/front.mustache": "{{> masthead}}\n<p>{{{headline}}}" });
  expect((await stet(root, "publish")).stderr).toBe(
    "error: mine/front.mustache:2:4: {{{headline}}} would print text as HTML\n→ write {{headline}}: what is HTML already stays HTML\n",
  );
  write(root, { "mine/front.mustache": Uint8Array.of(0x41, 0xff) });
  const { exit, stderr } = await stet(root, "publish");
  expect(exit).toBe(4);
  expect(stderr).toContain("error: mine/front.mustache: line 1 is not UTF-8 (byte FF)\n");
  expect(existsSync(path.join(root, "public"))).toBe(false);
});

test("the way home on an article's page is in the newsroom's language", async () => {
  const root = newsroom(SETTINGS.replace("en-GB", "fr"));
  await stet(root, "publish");
  expect(page(root, "2026/01/one/index.html")).toContain('<a href="https://courier.example/">Accueil</a>');
  expect(page(root, "2026/01/one/index.html")).not.toContain("Home");
});

test("without a url nothing is published, and the command that sets it is shown", async () => {
  const { exit, stderr } = await stet(newsroom("stet: 1\nname: The Courier\n"), "publish");
  expect(exit).toBe(8);
  expect(stderr).toContain("config set url https://");
});
