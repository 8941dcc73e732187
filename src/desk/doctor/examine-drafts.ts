// Drafts that were kept: each is gone on with, or becomes an article of its own where the one it was of is no more.
import { articlesFolder } from "../../article/settings.ts";
import { shellWord } from "../../base/shell-word.ts";
import { filesNamedFrom } from "../../index/names.ts";
import type { Index } from "../../index/open-index.ts";
import { isDraftOf, listDrafts, type Draft } from "../../newsroom/drafts.ts";
import type { Desk } from "../desk.ts";
import { note, ok, type Finding } from "./finding.ts";
import { fromHere } from "./from-here.ts";

export function examineDrafts(desk: Desk, index: Index): readonly Finding[] {
  const drafts = listDrafts(desk.root);
  if (drafts.length === 0) return [ok("drafts", "none kept")];
  return drafts.map((draft) => {
    const slug = slugOf(index, draft);
    if (slug !== undefined)
      return note("drafts", `${draft.path} is kept`, `stet edit --resume ${shellWord(slug)}`);
    const folder = fromHere(desk, articlesFolder(desk.settings));
    return note(
      "drafts",
      `${draft.path} is kept, and its article is gone`,
      `mv -n ${fromHere(desk, draft.path)} ${folder}`,
    );
  });
}

/** Of the article it was kept for: the draft's name is the slug, or its beginning, and perhaps a number. */
function slugOf(index: Index, draft: Draft): string | undefined {
  const beginnings = [draft.name, draft.name.replace(/-\d+$/, "")];
  const slugs = beginnings.flatMap((beginning) =>
    filesNamedFrom(index, beginning, "slug").map(({ slug }) => slug),
  );
  return slugs.find((slug) => isDraftOf(draft, slug));
}
