// What an article without a body is opened with in an editor: how to write one, as comments that are not kept, and a
// line that stands where the story begins.
import { removeDraft, keepDraft, textOfDraft, type Draft } from "../../newsroom/drafts.ts";
import { rewriteDraft } from "../../newsroom/write/rewrite-draft.ts";

const GUIDE = `# The story goes under "body:", each line two spaces in, a blank line between
# its paragraphs. Above it there is room for more, as in
#   summary: What it says in a sentence
#   tags: [ferries, port-averne]
# Save and close the editor when you are done. These lines are not kept.
`;

/** A draft of text whose body, its last field, is empty; undefined where the text ends otherwise. */
export interface BegunStory {
  readonly draft: Draft;
  /** Where the story begins, from 1. */
  readonly line: number;
  readonly column: number;
}

/** Keeps a draft with the guide; undefined, and none is kept, where the text does not end in an empty body. */
export function beginStory(root: string, slug: string, text: string): BegunStory | undefined {
  const story = /^([\s\S]*\n)body:(?: \|)?\s*$/.exec(text);
  if (story === null || text.startsWith("\uFEFF") || text.includes("\r")) return undefined;
  const begun = `${GUIDE}${story[1] ?? ""}body: |\n  `;
  const draft = keepDraft(root, slug, text);
  try {
    rewriteDraft(root, draft, `${begun}\n`);
  } catch (error) {
    removeDraft(root, draft);
    throw error;
  }
  return { draft, line: begun.split("\n").length, column: 3 };
}

/** Takes the guide out of the draft; where nothing was written it is then again what it began as. */
export function endGuide(root: string, draft: Draft, original: string): void {
  const text = textOfDraft(root, draft);
  if (text?.startsWith(GUIDE) !== true) return;
  const written = text.slice(GUIDE.length);
  const isUntouched = written.trimEnd() === `${original.replace(/body:(?: \|)?\s*$/, "")}body: |`;
  rewriteDraft(root, draft, isUntouched ? original : written);
}
