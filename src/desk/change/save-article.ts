// The last step of every verb that changes an article: take the lock, write, read back, remember. All of it or nothing.
import { frameOf } from "../../base/code-frame.ts";
import { StetError } from "../../base/stet-error.ts";
import { contentHash } from "../../newsroom/read/content-hash.ts";
import { installArticle, type Installed } from "../../newsroom/write/install-article.ts";
import type { Lock } from "../../newsroom/lock/held-lock.ts";
import { withLock } from "../../newsroom/lock/lock.ts";
import { readArticleFile } from "../../newsroom/read/read-article-file.ts";
import { rememberWritten } from "../../newsroom/recent.ts";
import { isJournalling, journalling, recordChange } from "../../newsroom/undo/undo-journal.ts";
import type { Desk } from "../desk.ts";
import { parseFile } from "../parse-file.ts";

/** A file's new text; `replaces` is the hash of what was read, `null` for a new file. */
export interface Saving {
  readonly path: string;
  readonly text: string;
  readonly replaces: string | null;
}

/**
 * Runs `work` under the newsroom's lock, waiting as long as the desk allows; what it changes is one step of `stet undo`.
 * Throws StetError busy.
 */
export function whileLocked<T>(desk: Desk, work: (lock: Lock) => T): T {
  const { root, command, now, lockWaitMs: waitMs } = desk;
  return withLock(root, { command, waitMs, now }, (lock) =>
    journalling(lock, { command, now }, () => work(lock)),
  );
}

/** Writes one article under the lock; what is read back must be a readable article, byte for byte the one meant. */
export function saveArticle(desk: Desk, lock: Lock, saving: Saving): Installed {
  const { path, text, replaces } = saving;
  const installed = recordingText(desk, lock, saving, () =>
    installArticle(lock, { path, text, replaces, verify: (read) => verify(desk, { path, text, read }) }),
  );
  if (installed.change !== "unchanged") rememberWritten(desk.root, path, replaces === null);
  return installed;
}

function recordingText(
  { root, limits }: Desk,
  lock: Lock,
  { path, text, replaces }: Saving,
  install: () => Installed,
): Installed {
  const after = contentHash(Buffer.from(text, "utf8"));
  if (after === replaces || !isJournalling(lock)) return install();
  if (replaces === null) return recordChange(lock, { kind: "write", path, before: null, after }, install);
  const reading = readArticleFile(root, path, limits.fileBytes);
  // Another text than the one replaced: installing it says so, and changes nothing.
  if (!reading.ok || reading.file.hash !== replaces) return install();
  return recordChange(lock, { kind: "write", path, before: reading.file.text, after }, install);
}

function verify(desk: Desk, { path, text, read }: { path: string; text: string; read: string }): void {
  if (read !== text) {
    throw new StetError("external", "io", `${path} did not read back as it was written; the old file stands`);
  }
  requireReadable(desk, path, text);
}

/** Throws StetError (invalid) with the first error of an article's text, if it has one. */
export function requireReadable(desk: Desk, path: string, text: string): void {
  const { problems } = parseFile(desk, path, text);
  const error = problems.find(({ severity }) => severity === "error");
  if (error === undefined) return;
  const { line, column, hint } = error;
  throw new StetError("invalid", error.code, error.message, {
    where: {
      file: path,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    },
    ...frameOf(error),
    hint: hint ?? "nothing was changed",
  });
}
