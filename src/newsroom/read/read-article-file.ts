// Reads one article's file, whatever it turns out to be: a FIFO, a device, 50 MB, another encoding, a link out of
// the newsroom. What is wrong with it is a Problem beside the other articles, never an exception, never a hang.
import path from "node:path";
import { LIMITS } from "../../article/limits.ts";
import { groupDigits } from "../../base/group-digits.ts";
import type { Problem } from "../../base/problem.ts";
import { realPathInside, requireInside } from "../confine.ts";
import { contentHash } from "./content-hash.ts";
import { decodeText } from "./decode-text.ts";
import { causeOf, codeOf, errnoOf, throwIfExhausted } from "../io-error.ts";
import { readOpenFile } from "./read-open-file.ts";
import { isLink } from "./stats-of.ts";

/** One file as it was read: `text` with its byte order mark and line ends as they are, `hash` of the bytes. */
export interface ArticleFile {
  /** Relative to the newsroom's root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** What installArticle compares before it writes: SHA-256 in hexadecimal. */
  readonly hash: string;
  readonly size: number;
  /** Permission bits only, as 0o644. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** The file, or the one thing that keeps it from being read. */
export type ArticleFileReading =
  | { readonly ok: true; readonly file: ArticleFile }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Reads `file`, relative to `root` (a real path, as findNewsroom gives). Links inside the newsroom are followed.
 * Refuses files over `maxBytes` (16 MiB) unread. Throws StetError usage only for a path that leaves the newsroom
 * by its letters (`../x.yaml`, `/etc/x.yaml`), external where no more files may be opened.
 */
export function readArticleFile(
  root: string,
  file: string,
  maxBytes: number = LIMITS.fileBytes,
): ArticleFileReading {
  requireInside(root, file);
  try {
    const real = realPathInside(root, file);
    if (real === undefined) return refused(file, "not-a-file", "the link leads out of the newsroom");
    return readReal(real, file, maxBytes);
  } catch (error) {
    return unreadable(root, file, error);
  }
}

/**
 * Reads files one after the other, as readArticleFile does, and asks once for those of one folder whether that is inside the
 * newsroom. For files that are read at once: a folder that becomes a link meanwhile is followed.
 */
export function articleFileReader(root: string, maxBytes: number): (file: string) => ArticleFileReading {
  let folder: string | undefined;
  let real: string | undefined;
  return (file) => {
    const slash = file.lastIndexOf("/");
    if (file.slice(0, Math.max(slash, 0)) !== folder) {
      folder = file.slice(0, Math.max(slash, 0));
      real = realFolder(root, folder);
    }
    const reading =
      real === undefined ? undefined : readPlain(real + path.sep + file.slice(slash + 1), file, maxBytes);
    return reading ?? readArticleFile(root, file, maxBytes);
  };
}

/** Undefined for the root, and where it is not there or leads out. */
function realFolder(root: string, folder: string): string | undefined {
  try {
    requireInside(root, folder);
    return realPathInside(root, folder);
  } catch {
    return undefined;
  }
}

/** A regular file with text in it; undefined for a link and for whatever else needs a second look. */
function readPlain(real: string, file: string, maxBytes: number): ArticleFileReading | undefined {
  try {
    const reading = readReal(real, file, maxBytes);
    return reading.ok ? reading : undefined;
  } catch {
    return undefined;
  }
}

/** Files up to this size are read into the same bytes: nobody keeps them. */
const room = Buffer.alloc(64 * 1024);

function readReal(real: string, file: string, maxBytes: number): ArticleFileReading {
  const opened = readOpenFile(real, maxBytes, room);
  if (opened.kind === "not-a-file") return refused(file, "not-a-file", `this is ${opened.what}, not a file`);
  if (opened.kind === "too-large") return tooLarge(file, opened.size, maxBytes);
  return decoded(file, opened.bytes, opened.stats);
}

/** Git keeps neither owner nor more of the mode. */
const STATS_IN_GIT = { mode: 0o644, uid: 0, gid: 0 };

/** The bytes that git has for `file`, read as those of a file are. */
export function readCommittedBytes(file: string, bytes: Buffer, maxBytes: number): ArticleFileReading {
  if (bytes.length > maxBytes) return tooLarge(file, bytes.length, maxBytes);
  return decoded(file, bytes, STATS_IN_GIT);
}

function decoded(
  file: string,
  bytes: Buffer,
  stats: { readonly mode: number; readonly uid: number; readonly gid: number },
): ArticleFileReading {
  const text = decodeText(bytes);
  if (!text.ok) return notText(file, text);
  const { uid, gid } = stats;
  const mode = stats.mode & 0o7777;
  const size = bytes.length;
  return { ok: true, file: withLateHash({ path: file, text: text.text, size, mode, uid, gid }) };
}

/** The hash is that of the text, which is what UTF-8 made of the bytes; what only reads needs none, and no crypto (2 ms). */
function withLateHash(file: Omit<ArticleFile, "hash">): ArticleFile {
  let hash: string | undefined;
  return {
    ...file,
    get hash() {
      return (hash ??= contentHash(file.text));
    },
  };
}

function notText(
  file: string,
  wrong: { readonly message: string; readonly line?: number; readonly hint?: string },
): ArticleFileReading {
  const { message, line, hint } = wrong;
  const place = line === undefined ? {} : { line };
  const advice = hint === undefined ? {} : { hint };
  return { ok: false, problem: { severity: "error", code: "not-text", message, file, ...place, ...advice } };
}

function refused(file: string, code: Problem["code"], message: string): ArticleFileReading {
  return { ok: false, problem: { severity: "error", code, message, file } };
}

const MEBIBYTE = 1024 * 1024;

function tooLarge(file: string, size: number, maxBytes: number): ArticleFileReading {
  const [amount, unit] =
    maxBytes < MEBIBYTE ? ([groupDigits, "bytes"] as const) : ([mebibytes, "MiB"] as const);
  const message = `the file has ${amount(size)} ${unit}; the limit is ${amount(maxBytes)} ${unit}`;
  return refused(file, "too-large", message);
}

function mebibytes(bytes: number): string {
  return (bytes / MEBIBYTE).toFixed(1).replace(/\.0$/, "");
}

function unreadable(root: string, file: string, error: unknown): ArticleFileReading {
  throwIfExhausted(error);
  const errno = errnoOf(error);
  if (errno === undefined) throw error;
  const code = codeOf(errno);
  if (code === "io-permission") return refused(file, code, "you may not read this file");
  if (code === "io-missing" && isLink(path.join(root, file))) {
    return refused(file, "not-a-file", "the link leads to nothing");
  }
  if (errno === "ENXIO") return refused(file, "not-a-file", "this is a socket, not a file");
  return refused(file, code, `the file cannot be read: ${causeOf(errno)}`);
}
