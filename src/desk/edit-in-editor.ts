// `stet edit`: the person's editor works on a private draft; only what parses and validates takes the article's
// place, and whatever the editor saved stays in a file whose path is told (reliability.md P8).
import type { Problem } from "../base/problem.ts";
import { StetError } from "../base/stet-error.ts";
import { contentHash } from "../newsroom/content-hash.ts";
import { baseHash, keepDraft, latestDraft, readDraft, removeDraft, type Draft } from "../newsroom/drafts.ts";
import type { Desk } from "./desk.ts";
import { fileSlugOf, parseFile } from "./parse-file.ts";
import type { Entry } from "./read-entries.ts";
import type { EditorEnd, OpenEditor } from "./run-editor.ts";
import { saveArticle, whileLocked } from "./save-article.ts";
import { settleEdit } from "./settle-edit.ts";

export interface Editing {
  readonly open: OpenEditor;
  /** Go on with the draft that was kept for this article. */
  readonly resume: boolean;
  /** Leave `updated` alone: nothing a reader should notice changed. */
  readonly isMinor: boolean;
}

/** `kept` is where the words are when they are not in the article; `problems` why they are not. */
export type Edited =
  | { readonly outcome: "saved"; readonly path: string; readonly slug: string }
  | { readonly outcome: "unchanged"; readonly path: string }
  | { readonly outcome: "emptied"; readonly path: string }
  | {
      readonly outcome: "invalid";
      readonly path: string;
      /** What `--resume` takes. */
      readonly slug: string;
      readonly kept: string;
      readonly problems: readonly Problem[];
    };

/**
 * Opens the editor on a draft of the entry's file and installs what it saved. Throws StetError no/editor-failed when
 * the editor fails, conflict/stale-edit when the file changed meanwhile; both name the kept draft.
 */
export async function editInEditor(desk: Desk, entry: Entry, editing: Editing): Promise<Edited> {
  const { path, file } = entry;
  if (file === undefined)
    throw new StetError("invalid", "not-a-file", entry.problems[0]?.message ?? "cannot be read", {
      where: { file: path },
    });
  const slug = entry.article?.slug ?? fileSlugOf(path);
  const draft = editing.resume ? keptDraft(desk, slug) : keepDraft(desk.root, slug, file.text);
  const line = editing.resume ? undefined : entry.problems.find(({ severity }) => severity === "error")?.line;
  const ended = await openEditor(desk, draft, editing, line);
  if (ended.status !== 0) throw editorFailed(desk, ended, draft);
  const text = readDraft(desk.root, draft);
  if (text === file.text) {
    removeDraft(desk.root, draft);
    return { outcome: "unchanged", path };
  }
  if (text.trim() === "") {
    removeDraft(desk.root, draft);
    return { outcome: "emptied", path };
  }
  const replaces = baseHash(desk.root, draft) ?? file.hash;
  return install(desk, entry, { text, draft, isMinor: editing.isMinor, replaces });
}

async function openEditor(
  desk: Desk,
  draft: Draft,
  { open, resume }: Editing,
  line: number | undefined,
): Promise<EditorEnd> {
  try {
    return await open(draft.file, line);
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
function editorFailed(desk: Desk, { status, signal }: EditorEnd, draft: Draft): StetError {
  const how = signal === null ? `ended with status ${status}` : `was ended by ${signal}`;
  const message = `the editor ${how}; the article is unchanged`;
  if (!isChanged(desk, draft)) {
    removeDraft(desk.root, draft);
    return new StetError("no", "editor-failed", message, { hint: "nothing had been saved in it" });
  }
  return new StetError("no", "editor-failed", message, {
    hint: `what was saved is in ${draft.path}; stet edit --resume ${draft.name} goes on with it`,
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

interface Installing {
  readonly text: string;
  readonly draft: Draft;
  readonly isMinor: boolean;
  readonly replaces: string;
}

function install(
  desk: Desk,
  { path, article }: Entry,
  { text, draft, isMinor, replaces }: Installing,
): Edited {
  const reading = parseFile(desk, path, text);
  if (reading.article === undefined) {
    return { outcome: "invalid", path, slug: draft.name, kept: draft.path, problems: reading.problems };
  }
  try {
    const after = reading.article;
    const final =
      article === undefined ? text : settleEdit(desk, { path, text, before: article, after, isMinor });
    whileLocked(desk, (lock) => saveArticle(desk, lock, { path, text: final, replaces }));
  } catch (error) {
    throw keeping(error, draft);
  }
  removeDraft(desk.root, draft);
  return { outcome: "saved", path, slug: reading.article.slug };
}

/** Whatever went wrong, the words are in the draft, and the message says so. */
function keeping(error: unknown, draft: Draft): unknown {
  if (!(error instanceof StetError)) return error;
  const isStale = error.code === "stale-edit";
  const next = isStale
    ? "stet edit opens the newer text"
    : `stet edit --resume ${draft.name} goes on with it`;
  const hint = `your text is kept in ${draft.path}; ${next}`;
  return new StetError(error.kind, error.code, error.message, { ...error.details, hint, cause: error });
}
