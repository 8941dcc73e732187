// What a preview answers at an address: looked up in the edition, never on the disk, and made only when it is asked for.
import type { Problem } from "../../base/problem.ts";
import { StetError } from "../../base/stet-error.ts";
import { readOpenFile } from "../../newsroom/read/read-open-file.ts";
import { isDamage } from "../../index/open-index.ts";
import { sourceFile } from "../../newsroom/site/publish-stamp.ts";
import type { PlannedFile } from "../../publish/planned-file.ts";
import { barePage, previewPage, type PreviewFrame } from "../../render/preview/preview-page.ts";
import type { Desk } from "../desk.ts";
import { fileSlugOf } from "../parse-file.ts";
import { readEntry } from "../find/read-entries.ts";
import { keyOf } from "../site/plan/key-of.ts";
import type { Edition } from "./edition.ts";

/** `file` is the path in the site, for its type; `key` changes when what is shown there does. */
export interface Answer {
  readonly status: 200 | 404 | 410 | 500;
  readonly file: string;
  readonly key: string;
  readonly make: () => Promise<string | Uint8Array>;
}

/** Another address, from the root: of the folder that was meant. */
export interface Elsewhere {
  readonly location: string;
}

/** The page that tells what is not live and what cannot be read. */
const OVERVIEW = "/-/";

/**
 * The answer at `pathname`: percent-encoded, from the root, without a query. What stands in the way of its page, which is
 * planned and made only now, stands in its place; a damaged index is thrown.
 */
export function answerPath(edition: Edition, pathname: string): Answer | Elsewhere {
  try {
    const answer = answerIn(edition, pathname);
    return "make" in answer ? { ...answer, make: reporting(answer, pathname) } : answer;
  } catch (error) {
    if (!isTold(error)) throw error;
    return failure(UNMADE, error, pathname);
  }
}

const UNMADE = "This page cannot be made";

function isTold(error: unknown): error is StetError {
  return error instanceof StetError && !isDamage(error);
}

function answerIn(edition: Edition, pathname: string): Answer | Elsewhere {
  if (pathname === OVERVIEW) return overview(edition);
  const path = decoded(pathname).slice(1);
  const file = edition.fileAt(path === "" || path.endsWith("/") ? `${path}index.html` : path);
  if (file !== undefined) return planned(edition, file, pathname);
  const folder = edition.fileAt(`${path}/index.html`);
  if (folder !== undefined) return { location: encodeURI(`/${path}/`) };
  const broken = brokenAt(edition, path);
  if (broken.length > 0) return broke(edition, pathname, broken);
  const isGone = edition.gone.has(path) || edition.gone.has(`${path}index.html`);
  return message(edition, pathname, isGone ? 410 : 404);
}

/** One page in place of every other: the newsroom itself cannot be read. */
export function answerFailure(error: StetError, pathname: string): Answer {
  return failure("This site cannot be made", error, pathname);
}

function failure(title: string, error: StetError, pathname: string): Answer {
  const key = keyOf(error.message, error.details.where);
  const problems = [problemOf(error)];
  const make = async (): Promise<string> => previewPage(barePage(title), { page: pathname, key, problems });
  return { status: 500, file: "index.html", key, make };
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname).normalize("NFC");
  } catch {
    return pathname;
  }
}

function planned(edition: Edition, file: PlannedFile, page: string): Answer {
  const { desk } = edition;
  const isPage = file.path.endsWith(".html");
  const key = isPage ? keyOf(file.key, file.source === undefined ? edition.problems.length : 0) : file.key;
  const make = async (): Promise<string | Uint8Array> => {
    const content = await file.content(file);
    if (typeof content === "object" && "copyOf" in content) return bytesOf(desk, content.copyOf);
    if (!isPage || typeof content !== "string") return content;
    return previewPage(content, { page, key, ...noticeFor(edition, file) });
  };
  return { status: 200, file: file.path, key, make };
}

/** An article's page has its own problems; a page of many says that some files are missing from it. */
function noticeFor({ desk, problems }: Edition, { source }: PlannedFile): Omit<PreviewFrame, "page" | "key"> {
  if (source !== undefined) return { problems: readEntry(desk, source).problems };
  const count = new Set(problems.map(({ file }) => file)).size;
  if (count === 0) return { problems: [] };
  const text = count === 1 ? "1 file cannot be read" : `${count} files cannot be read`;
  return { problems: [], remark: { text, href: OVERVIEW } };
}

const MOST_BYTES = 256 * 1024 * 1024;

function bytesOf({ root }: Desk, path: string): Uint8Array {
  const real = sourceFile(root, path);
  const opened = real === undefined ? undefined : readOpenFile(real, MOST_BYTES);
  if (opened?.kind === "read") return opened.bytes;
  throw new StetError("invalid", "not-a-file", `${path} is no file of the newsroom`, {
    where: { file: path },
  });
}

/** A page that cannot be made says why, and is loaded again once it can be. */
function reporting({ make, key }: Answer, page: string): Answer["make"] {
  return async () => {
    try {
      return await make();
    } catch (error) {
      if (!isTold(error)) throw error;
      return previewPage(barePage(UNMADE), { page, key, problems: [problemOf(error)] });
    }
  };
}

function problemOf({ code, message, details }: StetError): Problem {
  const { where, hint } = details;
  return { severity: "error", code, message, ...where, ...(hint === undefined ? {} : { hint }) };
}

/** The problems of files called as the address's last step is: nobody can tell where else their pages would be. */
function brokenAt({ problems }: Edition, path: string): readonly Problem[] {
  const slug = path.replace(/\/(?:index\.html)?$/, "").replace(/^.*\//, "");
  return problems.filter(({ file }) => file !== undefined && slug !== "" && fileSlugOf(file) === slug);
}

function broke({ desk }: Edition, page: string, broken: readonly Problem[]): Answer {
  const paths = new Set(broken.flatMap(({ file }) => (file === undefined ? [] : [file])));
  const problems = [...paths].flatMap((path) => readEntry(desk, path).problems);
  const key = keyOf(problems);
  const make = async (): Promise<string> =>
    previewPage(barePage("This article cannot be read"), { page, key, problems });
  return { status: 500, file: "index.html", key, make };
}

function message(edition: Edition, page: string, status: 404 | 410): Answer {
  const file = edition.fileAt(`${status}.html`);
  const key = keyOf(status, file?.key);
  const make = async (): Promise<string> => {
    const html = await file?.content(file);
    return previewPage(typeof html === "string" ? html : barePage("Not found"), { page, key, problems: [] });
  };
  return { status, file: "index.html", key, make };
}

function overview({ drafts, unreleased: unreleasedNow, problems }: Edition): Answer {
  const unreleased = unreleasedNow();
  const key = keyOf(unreleased, problems);
  const title = unreleased.length === 0 ? "Preview" : "Not live";
  const empty = drafts ? "Every article is live." : "stet preview --drafts shows here what is not live.";
  const bare = barePage(title, unreleased, unreleased.length === 0 ? empty : "");
  const make = async (): Promise<string> => previewPage(bare, { page: OVERVIEW, key, problems });
  return { status: 200, file: "index.html", key, make };
}
