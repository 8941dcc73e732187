// `stet edit`: the person's editor works on a private draft; only what parses and validates takes the article's
// place, and whatever the editor saved stays in a file whose path is told (reliability.md P8).
import type { Article } from "../../article/article.ts";
import type { Problem } from "../../base/problem.ts";
import { StetError } from "../../base/stet-error.ts";
import { contentHash } from "../../newsroom/read/content-hash.ts";
import {
  baseHash,
  keepDraft,
  latestDraft,
  readDraft,
  removeDraft,
  type Draft,
} from "../../newsroom/drafts.ts";
import { beginStory, endGuide } from "./begin-story.ts";
import type { Desk } from "../desk.ts";
import { fileSlugOf, parseFile } from "../parse-file.ts";
import type { Entry } from "../find/read-entries.ts";
import type { EditorEnd, EditorPlace, OpenEditor } from "../programs/run-editor.ts";
import { saveArticle, whileLocked } from "../change/save-article.ts";
import { settleEdit } from "./settle-edit.ts";
import { strayProblem } from "./stray-story.ts";

export interface Editing {
  readonly open: OpenEditor;
  /** Go on with the draft that was kept for this article: the latest, or the one named. */
  readonly resume: boolean;
  readonly draft?: Draft;
  /** Where the editor opens; the first error of the article when absent. */
  readonly line?: number;
  /** Leave `updated` alone: nothing a reader should notice changed. */
  readonly isMinor: boolean;
  /** A person writes: an article without a body opens with how to write one, and a line left outside is asked about. */
  readonly withGuide: boolean;
}

/** Words that are not in the article but in a draft that is kept, and what to call the article. */
export interface Kept {
  readonly path: string;
  readonly slug: string;
  readonly draft: Draft;
}

/** The words do not read as an article. */
export interface InvalidEdit extends Kept {
  readonly outcome: "invalid";
  readonly problems: readonly Problem[];
}

/** The words are an article that may not take the old one's place; the error says why, and where they are kept. */
export interface RefusedEdit extends Kept {
  readonly outcome: "refused";
  readonly error: StetError;
}

export interface SavedEdit {
  readonly outcome: "saved";
  readonly path: string;
  readonly slug: string;
  readonly article: Article;
  /** What the article did not have before. */
  readonly warnings: readonly Problem[];
}

export type Edited =
  | SavedEdit
  | { readonly outcome: "unchanged"; readonly path: string }
  | { readonly outcome: "emptied"; readonly path: string }
  | InvalidEdit
  | RefusedEdit;

/**
 * Opens the editor on a draft of the entry's file and installs what it saved. Throws StetError no/editor-failed when
 * the editor fails, naming the kept draft, external/program-missing where there is none.
 */
export async function editInEditor(desk: Desk, entry: Entry, editing: Editing): Promise<Edited> {
  const { path, file } = entry;
  if (file === undefined)
    throw new StetError("invalid", "not-a-file", entry.problems[0]?.message ?? "cannot be read", {
      where: { file: path },
    });
  const slug = slugOf(entry);
  const isKept = editing.resume || editing.draft !== undefined;
  const isBegun = editing.withGuide && !isKept;
  const begun = isBegun ? beginStory(desk.root, slug, file.text) : undefined;
  const draft =
    editing.draft ??
    (isKept ? keptDraft(desk, slug) : (begun?.draft ?? keepDraft(desk.root, slug, file.text)));
  const faulty = isKept ? undefined : entry.problems.find(({ severity }) => severity === "error")?.line;
  const line = editing.line ?? faulty;
  const place = line === undefined ? begun : { line };
  const ended = await openEditor(desk, draft, { ...editing, resume: isKept }, place);
  endGuide(desk.root, draft, file.text);
  if (ended.status !== 0) throw editorFailed(desk, ended, { path, slug, draft });
  const kept: Kept = { path, slug, draft };
  const text = textSaved(desk, kept);
  if (typeof text !== "string") return { outcome: "invalid", ...kept, problems: [text] };
  if (text === file.text) {
    removeDraft(desk.root, draft);
    return { outcome: "unchanged", path };
  }
  if (text.trim() === "") {
    removeDraft(desk.root, draft);
    return { outcome: "emptied", path };
  }
  const stray =
    editing.withGuide && strayProblem(path, file.text) === undefined ? strayProblem(path, text) : undefined;
  if (stray !== undefined) return { outcome: "invalid", ...kept, problems: [stray] };
  return installDraft(desk, entry, draft, {
    isMinor: editing.isMinor,
    replaces: baseHash(desk.root, draft) ?? file.hash,
  });
}

/** What the editor left, or what is wrong with it where that is no text. Throws StetError no/editor-failed where it left no file. */
function textSaved(desk: Desk, { slug, draft }: Kept): string | Problem {
  try {
    return readDraft(desk.root, draft);
  } catch (error) {
    if (!(error instanceof StetError)) throw error;
    const { kind, code, message, details } = error;
    if (code === "io-missing") {
      removeDraft(desk.root, draft);
      throw new StetError("no", "editor-failed", "the editor left no file; the article is unchanged", {
        hint: `stet edit ${slug}`,
      });
    }
    if (kind !== "invalid") throw error;
    const { hint, where } = details;
    return { severity: "error", code, message, ...where, ...(hint === undefined ? {} : { hint }) };
  }
}

/** What an article is called where its own text may not say it. */
function slugOf({ path, article }: Entry): string {
  return article?.slug ?? fileSlugOf(path);
}

async function openEditor(
  desk: Desk,
  draft: Draft,
  { open, resume }: Editing,
  place: EditorPlace | undefined,
): Promise<EditorEnd> {
  try {
    return await open(draft.file, place);
  } catch (error) {
    // The editor never ran: a draft just made is only a copy.
    if (!resume) removeDraft(desk.root, draft);
    throw error;
  }
}

function keptDraft(desk: Desk, slug: string): Draft {
  const draft = latestDraft(desk.root, slug);
  if (draft !== undefined) return draft;
  throw new StetError("not-found", "not-found", `no draft of ${slug} is kept`, { hint: `stet edit ${slug}` });
}

/** A draft in which nothing was written is no use to anybody. */
function editorFailed(desk: Desk, { status, signal }: EditorEnd, { slug, draft }: Kept): StetError {
  const how = signal === null ? `ended with status ${status}` : `was ended by ${signal}`;
  const message = `the editor ${how}; the article is unchanged`;
  if (!isChanged(desk, draft)) {
    removeDraft(desk.root, draft);
    return new StetError("no", "editor-failed", message, { hint: "nothing had been saved in it" });
  }
  return new StetError("no", "editor-failed", message, {
    hint: `what was saved is in ${draft.path}; stet edit --resume ${slug} goes on with it`,
  });
}

function isChanged(desk: Desk, draft: Draft): boolean {
  try {
    return contentHash(Buffer.from(readDraft(desk.root, draft), "utf8")) !== baseHash(desk.root, draft);
  } catch {
    // What cannot be read back is not thrown away.
    return true;
  }
}

export interface Installing {
  readonly isMinor: boolean;
  /** The hash of the file that the draft takes the place of; `null` where there is none any more. */
  readonly replaces: string | null;
}

/** Puts a draft in its article's place, and then removes it; it is kept when it does not fit there. */
export function installDraft(
  desk: Desk,
  entry: Entry,
  draft: Draft,
  { isMinor, replaces }: Installing,
): Edited {
  const { path, article } = entry;
  const kept: Kept = { path, slug: slugOf(entry), draft };
  const text = readDraft(desk.root, draft);
  const { article: after, problems } = parseFile(desk, path, text);
  if (after === undefined) return { outcome: "invalid", ...kept, problems };
  try {
    const final =
      article === undefined ? text : settleEdit(desk, { path, text, before: article, after, isMinor });
    whileLocked(desk, (lock) => saveArticle(desk, lock, { path, text: final, replaces }));
  } catch (error) {
    if (!(error instanceof StetError)) throw error;
    return { outcome: "refused", ...kept, error: keeping(error, kept) };
  }
  removeDraft(desk.root, draft);
  const warnings = problems.filter((problem) => !entry.problems.some((old) => isSame(old, problem)));
  return { outcome: "saved", path, slug: after.slug, article: after, warnings };
}

/** On whatever line it stands now. */
function isSame(one: Problem, other: Problem): boolean {
  return one.message === other.message && one.source === other.source;
}

/** Whatever went wrong, the words are in the draft, and the message says so. */
function keeping(error: StetError, { slug, draft }: Kept): StetError {
  const isStale = error.code === "stale-edit";
  const next = isStale ? "stet edit opens the newer text" : `stet edit --resume ${slug} goes on with it`;
  const hint = `your text is kept in ${draft.path}; ${next}`;
  return new StetError(error.kind, error.code, error.message, { ...error.details, hint, cause: error });
}
