// A small newsroom that tests of publish make, change and publish; the site read back as bytes by path.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Published, PublishRequest } from "../../../src/desk/site/publish-request.ts";
import { publishSite } from "../../../src/desk/site/publish-site.ts";
import type { DeskOptions } from "../../../src/desk/desk.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { testDesk } from "../../support/test-desk.ts";

/** Small pages and lists, every kind of feed, so that little is needed to fill more than one of each. */
export const SETTINGS = `stet: 1
name: The Courier
url: https://courier.example/
language: en-GB
timezone: Europe/Brussels
sections: {world: World, world/europe: Europe, science: Science}
publish:
  archive: 2
  front: 3
  feeds:
    - {path: feed.xml, format: rss, limit: 5, content: full}
    - {path: all.atom, format: atom, limit: 2, content: summary}
    - {path: world.json, format: jsonfeed, query: "section:world", content: full}
`;

/** Texts by path, relative to the newsroom's root. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A fresh newsroom of these files; call it inside a test. */
export function newsroomOf(files: Files, settings: string = SETTINGS): string {
  const root = temporaryFolder();
  write(root, { "stet.yaml": settings, ...files });
  return root;
}

/** Puts these files there, in place of earlier ones. */
export function write(root: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
}

/** The file of an article; `fields` are lines of YAML that stand before the others. */
export function article(number: number, fields: string, body = "Text."): string {
  const id = `01958f5c-9a3e-7c11-b0f4-${String(number).padStart(12, "0")}`;
  return `id: ${id}\n${fields}\nbody: |\n${body.replaceAll(/^/gm, "  ")}\n`;
}

const PLAIN: PublishRequest = { dryRun: false, force: false, strict: false, whenBusy: "fail" };

/** Publishes the newsroom as it is at `now`, with a desk of its own, as every command has. */
export function publishAt(
  root: string,
  now: string,
  request: Partial<PublishRequest> = {},
  options: Partial<DeskOptions> = {},
): Promise<Published> {
  return publishSite(testDesk(root, { now: Date.parse(now), ...options }), { ...PLAIN, ...request });
}

/** Every file and folder of the site: bytes by path, folders end with `/`. */
export function siteTree(root: string, to = "public"): ReadonlyMap<string, string> {
  const top = path.join(root, to);
  if (!existsSync(top)) return new Map();
  const entries = readdirSync(top, { recursive: true, withFileTypes: true }).map(
    (entry): [string, string] => {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(top, file);
      return entry.isDirectory() ? [`${name}/`, ""] : [name, readFileSync(file, "latin1")];
    },
  );
  return new Map(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The site that a newsroom of the same files, published nowhere yet, has at `now`. */
export async function siteFromNothing(root: string, now: string): Promise<ReadonlyMap<string, string>> {
  return (await publishedFromNothing(root, now)).site;
}

/** The same, and what was wrong. */
export async function publishedFromNothing(
  root: string,
  now: string,
): Promise<Pick<Published, "problems"> & { readonly site: ReadonlyMap<string, string> }> {
  const copy = temporaryFolder();
  for (const name of readdirSync(root)) {
    if (name !== "public" && name !== ".stet")
      cpSync(path.join(root, name), path.join(copy, name), { recursive: true, preserveTimestamps: true });
  }
  const { problems } = await publishAt(copy, now, { force: true });
  const site = siteTree(copy);
  rmSync(copy, { recursive: true });
  return { problems, site };
}
