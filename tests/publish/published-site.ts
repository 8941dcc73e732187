// A newsroom with a published site for one test: plans as plain maps, the site read back as one.
import fs from "node:fs";
import path from "node:path";
import type {
  Destination,
  PlannedFile,
  Reconciled,
  ReconcileOptions,
} from "../../src/publish/planned-file.ts";
import { reconcile } from "../../src/publish/reconcile.ts";
import { temporaryNewsroom } from "../newsroom/temporary-newsroom.ts";

/** Text by path. */
export type Plan = Readonly<Record<string, string>>;

/** The destination `public` in a fresh newsroom. Call it inside a test. */
export function destinationIn(root: string = temporaryNewsroom(), releases = 0): Destination {
  return { root, articles: "articles", to: "public", releases };
}

/** The plan's files; the key is the text, as nothing else decides the bytes. */
export function planOf(plan: Plan, more: (path: string) => Partial<PlannedFile> = () => ({})): PlannedFile[] {
  return Object.entries(plan).map(([path, text]) => ({
    path,
    rank: 1,
    key: text,
    source: `articles/${path}.yaml`,
    content: () => text,
    ...more(path),
  }));
}

/** Publishes the plan. */
export function publish(site: Destination, plan: Plan, options: ReconcileOptions = {}): Promise<Reconciled> {
  return reconcile(site, planOf(plan), options);
}

/** Every regular file of the site, its text by its path; links are followed at the top alone. */
export function siteFiles({ root, to }: Destination): Plan {
  const top = path.join(root, to);
  if (!fs.existsSync(top)) return {};
  const found: Record<string, string> = {};
  for (const entry of fs.readdirSync(top, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile())
      found[path.relative(fs.realpathSync(top), fs.realpathSync(file))] = fs.readFileSync(file, "utf8");
  }
  return Object.fromEntries(Object.entries(found).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The folders of the site, sorted. */
export function siteFolders({ root, to }: Destination): readonly string[] {
  return fs
    .readdirSync(path.join(root, to), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.relative(path.join(root, to), path.join(entry.parentPath, entry.name)))
    .toSorted();
}

/** The absolute path of a file of the site. */
export function inSite({ root, to }: Destination, file: string): string {
  return path.join(root, to, file);
}

/** The names of everything under `.stet/publish`, but the manifest. */
export function litter(root: string): readonly string[] {
  const names = (folder: string): readonly string[] =>
    fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  return names(path.join(root, ".stet/publish")).filter(
    (name) => name.includes("/") && !name.endsWith("/manifest.db"),
  );
}
