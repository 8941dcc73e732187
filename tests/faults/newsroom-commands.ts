// What the fault tests do to a newsroom, by the words of a command line: in the test's own process, or by driver.ts in one
// that can be killed, raced and starved.
import fs from "node:fs";
import { StetError } from "../../src/base/stet-error.ts";
import { createNewsroom } from "../../src/newsroom/create-newsroom.ts";
import { keepDraft } from "../../src/newsroom/drafts.ts";
import { installArticle } from "../../src/newsroom/write/install-article.ts";
import type { Lock } from "../../src/newsroom/lock/held-lock.ts";
import { withLock } from "../../src/newsroom/lock/lock.ts";
import { moveArticle } from "../../src/newsroom/write/move-article.ts";
import { readArticleFile, type ArticleFile } from "../../src/newsroom/read/read-article-file.ts";
import { sweep } from "../../src/newsroom/write/sweep.ts";
import { listTrash, moveToTrash, restoreFromTrash } from "../../src/newsroom/trash.ts";

const waitMs = Number(process.env["STET_WAIT"] ?? 120_000);
const now = 1_795_356_000_000;

type Locked = <T>(work: (lock: Lock) => T) => T;

/** Does `command` in the newsroom at `root`; throws what the newsroom throws. */
export function runCommand(root: string, command: string, [a = "", b = "", c = ""]: readonly string[]): void {
  const locked: Locked = (work) => withLock(root, { command, waitMs, now }, work);
  if (command === "edit") edit({ root, locked }, a, () => b);
  else if (command === "new")
    locked((lock) => installArticle(lock, { path: a, text: b, replaces: null, verify: mustBe(b) }));
  else if (command === "bulk") {
    const files = a.split(",").map((file) => read(root, file));
    locked((lock) => {
      for (const { path, hash } of files) {
        installArticle(lock, { path, text: b, replaces: hash, verify: mustBe(b) });
      }
    });
  } else if (command === "move") locked((lock) => moveArticle(lock, { from: a, to: b }));
  else if (command === "trash") locked((lock) => moveToTrash(lock, a, now));
  else if (command === "restore") locked((lock) => restoreFromTrash(lock, listTrash(root)[0]?.id ?? ""));
  else if (command === "draft") keepDraft(root, a, b);
  else if (command === "sweep") sweep(root);
  else if (command === "count") count({ root, locked }, a, Number(b));
  else if (command === "init") {
    const lock = { command, waitMs, now };
    createNewsroom(root, { settings: a, folder: b, ignore: [c], lock, verify: mustBe(a) });
  } else if (command === "hold") {
    locked(() => {
      fs.writeSync(1, "held\n");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(a));
    });
  } else throw new Error(`unknown command ${command}`);
}

interface Writer {
  readonly root: string;
  readonly locked: Locked;
}

function read(root: string, file: string): ArticleFile {
  const reading = readArticleFile(root, file);
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading.file;
}

function edit({ root, locked }: Writer, file: string, change: (text: string) => string): void {
  const { text, hash } = read(root, file);
  const wanted = change(text);
  locked((lock) =>
    installArticle(lock, { path: file, text: wanted, replaces: hash, verify: mustBe(wanted) }),
  );
}

function mustBe(wanted: string): (text: string) => void {
  return (text) => {
    if (text !== wanted) throw new Error("the disk gave back another text");
  };
}

/** Adds one to the number in the file until it was done `times` times; a lost race is read again. */
function count(writer: Writer, file: string, times: number): void {
  for (let done = 0; done < times;) {
    try {
      edit(writer, file, (text) => String(Number(text) + 1));
      done++;
    } catch (error) {
      if (!(error instanceof StetError) || error.code !== "stale-edit") throw error;
    }
  }
}
