// Drafts that were kept, by the articles they were kept for.
import { filesNamedFrom } from "../../index/names.ts";
import type { Index } from "../../index/open-index.ts";
import { isDraftOf, listDrafts, type Draft } from "../../newsroom/drafts.ts";
import type { Desk } from "../desk.ts";
import { freshIndex } from "../keep-index/fresh-index.ts";

/** The slugs of the articles that a draft is kept for, each once, in the order of the drafts' names. */
export async function articlesWithDraft(desk: Desk): Promise<readonly string[]> {
  const drafts = listDrafts(desk.root);
  if (drafts.length === 0) return [];
  const { index } = await freshIndex(desk);
  return [...new Set(drafts.flatMap((draft) => slugOfDraft(index, draft) ?? []))];
}

/** Of the article it was kept for, while there is one: the draft's name is the slug, or its beginning, and perhaps a number. */
export function slugOfDraft(index: Index, draft: Draft): string | undefined {
  const beginnings = [draft.name, draft.name.replace(/-\d+$/, "")];
  const slugs = beginnings.flatMap((beginning) =>
    filesNamedFrom(index, beginning, "slug").map(({ slug }) => slug),
  );
  return slugs.find((slug) => isDraftOf(draft, slug));
}
