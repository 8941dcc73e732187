// The newsroom's own small things: stet.yaml, drafts that were kept, what a crash left, the clock its files carry.
import { pushAll } from "../../base/long-lists.ts";
import { describeMoment } from "../../base/describe-moment.ts";
import { articlesFolder } from "../../article/settings.ts";
import { leftovers } from "../../newsroom/write/clear-leftovers.ts";
import { writingFault } from "../../newsroom/lock/lock.ts";
import { STAMPS, walkFolders } from "../../newsroom/walk/walk-folders.ts";
import { STET_FOLDER, stetFolderFault } from "../../newsroom/stet-folder.ts";
import type { Desk } from "../desk.ts";
import { fault, many, note, ok, type Finding } from "./finding.ts";
import { fromHere, type Here } from "./from-here.ts";

export function examineStore(desk: Desk, here: Here): readonly Finding[] {
  return [
    ok("newsroom", desk.root),
    ...examineSettings(desk),
    examineWriting(desk, here),
    examineLeftovers(desk),
    ...examineClock(desk, here),
  ];
}

function examineSettings({ warnings, settings }: Desk): readonly Finding[] {
  const said = warnings.map(({ message, line }) =>
    note("stet.yaml", line === undefined ? message : `line ${line}: ${message}`, "stet help config"),
  );
  return said.length > 0 ? said : [ok("stet.yaml", settings.name)];
}

/** Who may only read can do all that reads: a note, for those who want to write. */
function examineWriting({ root }: Desk, here: Here): Finding {
  const stray = stetFolderFault(root);
  if (stray !== undefined) {
    const aside = fromHere(here, `${STET_FOLDER}.old`);
    return fault("writing", stray.message, `mv ${fromHere(here, STET_FOLDER)} ${aside}`);
  }
  const refusal = writingFault(root);
  if (refusal === undefined) return ok("writing", "you may");
  return note("writing", refusal.message, refusal.details.hint ?? "ls -ld .stet");
}

/** Opening the newsroom swept what could be swept. */
function examineLeftovers({ root }: Desk): Finding {
  const left = leftovers(root);
  if (left.length === 0) return ok("leftovers", "none");
  return note(
    "leftovers",
    `${many(left.length, "unfinished file")} in .stet/tmp; a stet is writing, or one was killed`,
    "stet doctor --fix",
  );
}

/** Clocks of two machines may be this far apart. */
const TOLERANCE_MS = 60_000;

function examineClock(desk: Desk, here: Here): readonly Finding[] {
  const { timezone } = desk.settings;
  const now = desk.clock();
  const findings = [ok("clock", describeMoment(Math.floor(now / 1000) * 1000, timezone))];
  const ahead = filesFromTheFuture(desk, now + TOLERANCE_MS);
  const [first] = ahead;
  if (first !== undefined) {
    const message = `${many(ahead.length, "file")} changed in the future, as ${first}: this clock is slow, or another was fast`;
    findings.push(note("clock", message, touching(desk, here, ahead)));
  }
  return findings;
}

function touching({ settings }: Desk, here: Here, ahead: readonly string[]): string {
  const [first = "", ...others] = ahead;
  if (others.length === 0) return `touch ${fromHere(here, first)}`;
  return `find ${fromHere(here, articlesFolder(settings))} -newermt now -exec touch {} +`;
}

function filesFromTheFuture({ root, settings }: Desk, latestMs: number): readonly string[] {
  const files: string[] = [];
  for (const { path, names, stamps } of walkFolders(root, articlesFolder(settings))) {
    const ahead = names.filter((_, at) => (stamps[at * STAMPS + 1] ?? 0) > latestMs);
    pushAll(
      files,
      ahead.map((name) => (path === "" ? name : `${path}/${name}`)),
    );
  }
  return files;
}

/** When this newsroom was last published; `maxAgeMs` is how long ago it may be. */
export function examineAge(last: number | undefined, { clock }: Desk, maxAgeMs: number | undefined): Finding {
  if (last === undefined) {
    const message = "never published here";
    return maxAgeMs === undefined ? note("publish", message) : fault("publish", message, "stet publish");
  }
  const minutes = Math.floor((clock() - last) / 60_000);
  const message = `published ${describeAge(minutes)} ago`;
  const isLate = maxAgeMs !== undefined && clock() - last > maxAgeMs;
  return isLate
    ? fault("publish", `${message}: the cron job may be dead`, "stet publish")
    : ok("publish", message);
}

function describeAge(minutes: number): string {
  if (minutes < 60) return `${Math.max(0, minutes)} min`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} days`;
}
