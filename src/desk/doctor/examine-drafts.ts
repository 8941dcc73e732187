// Drafts that were kept: each is gone on with, or becomes an article of its own where the one it was of is no more.
import { articlesFolder } from "../../article/settings.ts";
import { shellWord } from "../../base/shell-word.ts";
import type { Index } from "../../index/open-index.ts";
import { listDrafts } from "../../newsroom/drafts.ts";
import type { Desk } from "../desk.ts";
import { slugOfDraft } from "../edit/kept-drafts.ts";
import { note, ok, type Finding } from "./finding.ts";
import { fromHere, type Here } from "./from-here.ts";

export function examineDrafts(desk: Desk, index: Index, here: Here): readonly Finding[] {
  const drafts = listDrafts(desk.root);
  if (drafts.length === 0) return [ok("drafts", "none kept")];
  return drafts.map((draft) => {
    const slug = slugOfDraft(index, draft);
    if (slug !== undefined)
      return note("drafts", `${draft.path} is kept`, `stet edit --resume ${shellWord(slug)}`);
    const folder = fromHere(here, articlesFolder(desk.settings));
    return note(
      "drafts",
      `${draft.path} is kept, and its article is gone`,
      `mv -n ${fromHere(here, draft.path)} ${folder}`,
    );
  });
}
