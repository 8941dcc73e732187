// Who already answers to a name: what a new slug or id must not clash with, asked under the newsroom's lock.
import { slugKey } from "../../article/slug.ts";
import { filesNamed, type NamedFile } from "../../index/names.ts";
import type { Desk } from "../desk.ts";
import { freshIndexNow } from "../keep-index/fresh-index.ts";
import { repairingNow } from "../keep-index/held-index.ts";

/** The paths that claim `slug`, as their own or a former one, as the files are at this moment. Costs one walk. */
export function claimantsOf(desk: Desk, slug: string): string[] {
  const named = namedNow(desk, slugKey(slug));
  return [...new Set(named.filter(({ kind }) => kind !== "id").map(({ path }) => path))];
}

/** True where an article already has this id. Costs one walk. */
export function isIdTaken(desk: Desk, id: string): boolean {
  return namedNow(desk, id.toLowerCase()).some(({ kind }) => kind === "id");
}

function namedNow(desk: Desk, key: string): NamedFile[] {
  return repairingNow(desk, () => filesNamed(freshIndexNow(desk).index, key));
}
