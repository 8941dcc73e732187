// A draft that reads as no article, mended where the corrections shown are known to be right and keep every letter.
import { splice } from "../../article/splice-file.ts";
import { baseHash, textOfDraft } from "../../newsroom/drafts.ts";
import { rewriteDraft } from "../../newsroom/write/rewrite-draft.ts";
import { correctionMend } from "../checks/file-mend.ts";
import type { Desk } from "../desk.ts";
import { installDraft, type Edited, type Kept } from "./edit-in-editor.ts";
import { parseFile } from "../parse-file.ts";
import type { Entry } from "../find/read-entries.ts";
import { withStoryIndented } from "./stray-story.ts";

/** More broken lines than a person overlooks in one file. */
const MOST_LINES = 20;

/**
 * The draft's text as it would read as an article; undefined where what is wrong with it has no correction by quotes
 * and blanks alone. Writes nothing; reads the text again for each line that is mended.
 */
export function mendedDraft(desk: Desk, { path, draft }: Pick<Kept, "path" | "draft">): string | undefined {
  const saved = textOfDraft(desk.root, draft);
  if (saved === undefined) return undefined;
  const indented = withStoryIndented(saved);
  let text = indented ?? saved;
  for (let round = 0; round < MOST_LINES; round++) {
    const { article, problems } = parseFile(desk, path, text);
    if (article !== undefined) return text === saved ? undefined : text;
    const wrong = problems.find(({ severity }) => severity === "error");
    const mend = wrong === undefined ? undefined : correctionMend(text, wrong);
    if (mend?.kind !== "correction") return undefined;
    text = splice(text, mend.start, mend.end, mend.by);
  }
  return undefined;
}

/** Puts the mended text in the draft's place, and the draft in the article's. */
export function installMended(
  desk: Desk,
  entry: Entry,
  { draft }: Pick<Kept, "draft">,
  { text, isMinor }: { readonly text: string; readonly isMinor: boolean },
): Edited {
  rewriteDraft(desk.root, draft, text);
  const replaces = baseHash(desk.root, draft) ?? entry.file?.hash ?? null;
  return installDraft(desk, entry, draft, { isMinor, replaces });
}
