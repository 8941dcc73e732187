// What the slug of a headline will be while it is being typed, and whether nothing else in the newsroom has it.
import { newSlugFault, slugFrom } from "../../article/slug.ts";
import { claimantsOf } from "./claims.ts";
import type { Desk } from "../desk.ts";

export interface SlugBook {
  /** As `stet new` makes it of a headline; empty when none can be made. Quick enough for every key. */
  slugFor(headline: string): string;
  /** Why a new article may not have this slug, in the user's words; undefined when it may. Looks at the newsroom. */
  faultOf(slug: string): string | undefined;
  /** `slug`, or where it is taken `slug-2`, `slug-3` and so on; empty for an empty one. */
  freeSlug(slug: string): string;
}

/** The slugs of this newsroom, as they are when they are asked for. */
export async function openSlugBook(desk: Desk): Promise<SlugBook> {
  const faultOf = (slug: string): string | undefined => {
    const fault = newSlugFault(slug);
    if (fault !== undefined) return fault;
    const [owner] = claimantsOf(desk, slug);
    return owner === undefined ? undefined : `the slug ${slug} is taken by ${owner}`;
  };
  return { slugFor: await slugMaker(desk), faultOf, freeSlug: (slug) => numbered(desk, slug) };
}

async function slugMaker({ settings }: Desk): Promise<(headline: string) => string> {
  if (settings.slugs !== "ascii") return slugFrom;
  const { slugInAscii } = await import("../../article/slug-in-ascii.ts");
  return slugInAscii;
}

function numbered(desk: Desk, slug: string): string {
  if (slug === "") return "";
  let free = slug;
  for (let number = 2; claimantsOf(desk, free).length > 0; number++) free = `${slug}-${number}`;
  return free;
}
