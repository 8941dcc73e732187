// Who already answers to a name: what a new slug or id must not clash with, asked under the newsroom's lock.
import { slugKey } from "../article/slug.ts";
import { filesNamed } from "../index/names.ts";
import type { Desk } from "./desk.ts";
import { freshIndexNow } from "./fresh-index.ts";

/** The paths that claim `slug`, as their own or a former one, as the files are at this moment. Costs one walk. */
export function claimantsOf(desk: Desk, slug: string): string[] {
  const { index } = freshIndexNow(desk);
  const claiming = filesNamed(index, slugKey(slug)).filter(({ kind }) => kind !== "id");
  return [...new Set(claiming.map(({ path }) => path))];
}

/** True where an article already has this id. Costs one walk. */
export function isIdTaken(desk: Desk, id: string): boolean {
  const { index } = freshIndexNow(desk);
  return filesNamed(index, id.toLowerCase()).some(({ kind }) => kind === "id");
}
