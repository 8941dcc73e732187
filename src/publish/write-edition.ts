// Puts the new and changed files of an edition in their places, batch by batch in the order given: staged and synced,
// written down as intended, renamed, written down as placed. While one batch is synced the next one is made.
import { errnoOf } from "../newsroom/io-error.ts";
import { placeStaged, syncFolders } from "../newsroom/site/publish-place.ts";
import {
  removeStaged,
  stageBytes,
  stageCopy,
  syncStaged,
  type StagedFile,
} from "../newsroom/site/publish-stage.ts";
import { stampOf } from "../newsroom/site/publish-stamp.ts";
import { makeSubfolder, missingFolders } from "../newsroom/site/publish-subfolders.ts";
import { foldersAbove } from "./claims.ts";
import type { Work } from "./compare-edition.ts";
import { judgeFile, type Source } from "./judge-file.ts";
import { commit, type Entry, type Intent } from "./manifest-rows.ts";
import { folderOf, placeIn, refuseThrown, type Site, type Tally } from "./site.ts";

/** Files that share a commit and the syncing of folders, and are open at once. */
const BATCH = 128;
const MANY = 2_000;

/**
 * From here on files are not waited for one by one: 10,000 of them take 20 s and not 3. A power cut may then leave some
 * of them empty; the manifest tells by their sizes, and the next run, which after a start of the machine looks at every
 * file, makes them again.
 */
const BULK = 500;

interface Ready {
  readonly work: Work;
  readonly intent: Intent;
  readonly staged: StagedFile;
  /** What the disk said, undefined for nothing; never rejects. */
  readonly synced: Promise<unknown>;
}

/** The run's own notes. */
interface Writer {
  readonly site: Site;
  readonly tally: Tally;
  /** Files in their places that the manifest does not know yet. What was intended and failed the next run settles. */
  placed: Entry[];
  /** Folders seen to be there, relative to the site. */
  readonly folders: Set<string>;
  readonly isDurable: boolean;
  isDiskFull: boolean;
}

/**
 * Writes what differs. What the disk refuses for one file is a refusal in the tally, and the next one is tried; on a
 * full disk none is. Throws StetError external where the manifest cannot be written.
 */
export async function writeEdition(site: Site, work: readonly Work[], tally: Tally): Promise<void> {
  const isDurable = work.length < BULK;
  const writer: Writer = { site, tally, placed: [], folders: new Set(), isDurable, isDiskFull: false };
  let waiting: readonly Ready[] = [];
  try {
    for (let start = 0; start < work.length && !writer.isDiskFull; start += BATCH) {
      const next = await stageAll(writer, work.slice(start, start + BATCH));
      await placeAll(writer, waiting);
      waiting = next;
    }
    await placeAll(writer, waiting);
  } finally {
    commit(site.manifest, { placed: writer.placed });
  }
}

async function stageAll(writer: Writer, batch: readonly Work[]): Promise<readonly Ready[]> {
  const ready: Ready[] = [];
  for (const work of batch) {
    if (writer.isDiskFull) break;
    try {
      const staged = await stage(writer, work);
      if (staged !== undefined) ready.push(staged);
    } catch (thrown) {
      refuse(writer, work.file.path, thrown);
    }
  }
  return ready;
}

async function stage(writer: Writer, work: Work): Promise<Ready | undefined> {
  const { site, tally } = writer;
  const verdict = await judgeFile(site, work);
  if (verdict.kind === "refused") {
    tally.refused.push(verdict.refusal);
    return undefined;
  }
  if (verdict.kind === "same") {
    writer.placed.push(entryOf(site, intentOf(work, verdict.hash)));
    tally.unchanged++;
    return undefined;
  }
  const { staged, hash } = stageSource(site, verdict.from, verdict.hash);
  const synced = syncStaged(staged, writer.isDurable).catch((error: unknown) => error);
  return { work, intent: intentOf(work, hash), staged, synced };
}

function stageSource(site: Site, from: Source, hash: string): { staged: StagedFile; hash: string } {
  return "bytes" in from
    ? { staged: stageBytes(site.stage, from.bytes), hash }
    : stageCopy(site.stage, from.copyOf);
}

function intentOf({ file }: Work, hash: string): Intent {
  const { path, key, rank, source = "" } = file;
  return { path, key, rank, hash, source };
}

/** The file as it stands now. Throws an error like Node's where somebody has taken it away already. */
function entryOf(site: Site, intent: Intent): Entry {
  const stamp = stampOf(placeIn(site, intent.path), site.withChange);
  if (stamp === undefined) throw Object.assign(new Error("it is gone"), { code: "ENOENT" });
  return { ...intent, ...stamp };
}

async function placeAll(writer: Writer, batch: readonly Ready[]): Promise<void> {
  const ready: { readonly file: Ready; readonly missing: readonly string[] }[] = [];
  for (const file of batch) {
    try {
      const error = await file.synced;
      if (error !== undefined) throw error;
      ready.push({ file, missing: missingFolders(writer.site.folder, file.intent.path, writer.folders) });
    } catch (thrown) {
      removeStaged(file.staged);
      refuse(writer, file.intent.path, thrown);
    }
  }
  if (ready.length === 0) {
    // Files that only had to be looked at: not 100,000 of them in one transaction.
    if (writer.placed.length >= MANY) announce(writer, [], new Set());
    return;
  }
  announce(
    writer,
    ready.map(({ file }) => file.intent),
    new Set(ready.flatMap(({ missing }) => missing)),
  );
  for (const { file, missing } of ready) placeOne(writer, file, missing);
  syncPlaced(
    writer,
    ready.map(({ file }) => file.intent.path),
  );
}

/** Before anything is moved it is written down, and with it what the batch before has come to. */
function announce(writer: Writer, intended: readonly Intent[], foldersMade: ReadonlySet<string>): void {
  commit(writer.site.manifest, { placed: writer.placed, intended, foldersMade });
  writer.placed = [];
}

function placeOne(writer: Writer, { work, intent, staged }: Ready, missing: readonly string[]): void {
  const { site, tally, folders } = writer;
  try {
    for (const folder of missing) {
      makeSubfolder(site.folder, folder);
      folders.add(folder);
    }
    const isNew = work.known === undefined;
    placeStaged({ temp: staged.temp, target: placeIn(site, intent.path), isNew, beside: site.beside });
    writer.placed.push(entryOf(site, intent));
    (isNew ? tally.added : tally.rewritten).push(intent.path);
  } catch (thrown) {
    removeStaged(staged);
    refuse(writer, intent.path, thrown);
  }
}

/** The names of the batch onto the disk, those of folders it made included. */
function syncPlaced(writer: Writer, paths: readonly string[]): void {
  if (!writer.isDurable) return;
  const folders = new Set(paths.flatMap((path) => ["", ...foldersAbove(path)]));
  try {
    syncFolders(Array.from(folders, (folder) => placeIn(writer.site, folder)));
  } catch (thrown) {
    refuse(writer, folderOf(paths[0] ?? ""), thrown);
  }
}

function refuse(writer: Writer, path: string, thrown: unknown): void {
  writer.tally.refused.push(refuseThrown(writer.site, path, "written", thrown));
  const errno = errnoOf(thrown);
  if (errno === "ENOSPC" || errno === "EDQUOT") writer.isDiskFull = true;
}
