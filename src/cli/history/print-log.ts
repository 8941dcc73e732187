// The lines of `stet log`: on a terminal a line for each commit with its articles under it, elsewhere a row for each.
import { displayWidth, padToWidth } from "../../base/display-width.ts";
import { cutTo } from "../print/cut-to.ts";
import { visibleText } from "../../base/visible-text.ts";
import { unifiedDiff } from "../../base/unified-diff.ts";
import { writeInstant } from "../../base/zone.ts";
import type { Desk } from "../../desk/desk.ts";
import type { LogRow } from "../../desk/history/article-log.ts";
import { describeChange } from "../../desk/history/describe-change.ts";
import { inRepository, type Commit } from "../../desk/history/read-commits.ts";
import { symbols, type Style } from "../style.ts";
import { whenCell } from "../print/when-cell.ts";
import { CHANGE_SHAPE, changeObject } from "./change-object.ts";

export interface LogLook {
  readonly style: Style;
  /** Columns of the terminal. */
  readonly width: number;
}

/** `3h ago      Ilse Vandermoor    Ready for the desk  a1b2c3d4`. */
export function commitLine(desk: Desk, { at, author, subject, name }: Commit, look: LogLook): string {
  const when = padToWidth(whenCell(at, desk), 11);
  const who = padToWidth(cutTo(visibleText(author), 18, look.style), 18);
  const short = name.slice(0, 8);
  const start = `${when} ${who} `;
  const room = look.width - displayWidth(start) - short.length - 2;
  if (room < 10) return look.style.bold(cutTo(`${when} ${visibleText(subject)}`, look.width, look.style));
  const about = padToWidth(cutTo(visibleText(subject), room, look.style), room);
  return `${look.style.bold(start + about)}  ${look.style.dim(short)}`;
}

/** What changed, under its commit; with the slug where several articles may be meant. */
export function changeLine(
  { change }: LogRow,
  { style, width, withSlug }: LogLook & { readonly withSlug: boolean },
): string {
  const text = visibleText(describeChange(change, symbols(style).next));
  if (!withSlug) return cutTo(`  ${text}`, width, style);
  const slug = padToWidth(cutTo(visibleText(change.slug), SLUG_ROOM, style), SLUG_ROOM);
  const room = width - SLUG_ROOM - 4;
  if (room < 12) return cutTo(`  ${visibleText(change.slug)}  ${text}`, width, style);
  return `  ${style.cyan(slug)}  ${cutTo(text, room, style)}`;
}

const SLUG_ROOM = 30;

/** With tabs between: when, commit, who, slug, what changed, the commit's subject. */
export function logRow({ settings }: Desk, { commit, change }: LogRow): string {
  const cells = [
    writeInstant(commit.at, settings.timezone),
    commit.name,
    commit.author,
    change.slug,
    describeChange(change, "->"),
    commit.subject,
  ];
  return cells.map((cell) => visibleText(cell.replace(/[\t\r\n]+/g, " "))).join("\t");
}

type LogKey = "at" | "commit" | "author" | "email" | "subject" | keyof typeof CHANGE_SHAPE;

/** The keys of a row's object. */
export const LOG_SHAPE: Readonly<Record<LogKey, null>> = {
  at: null,
  commit: null,
  author: null,
  email: null,
  subject: null,
  ...CHANGE_SHAPE,
};

/** A row as an object of JSON; `at` is RFC 3339 in the newsroom's zone. */
export function logObject({ settings }: Desk, { commit, change }: LogRow): Readonly<Record<LogKey, unknown>> {
  const { at, name, author, email, subject } = commit;
  return {
    at: writeInstant(at, settings.timezone),
    commit: name,
    author,
    email,
    subject,
    ...changeObject(change),
  };
}

/**
 * What a row changed, with paths as the newsroom sees them; those of the repository where a file lay outside of it, as
 * before the newsroom was renamed: no program applies a patch to `../`. `prefix` is the newsroom's place in there.
 */
export function patchOf({ before, after }: LogRow, prefix: string): string {
  const isInside = [before, after].every((side) => side?.path.startsWith("../") !== true);
  if (isInside) return unifiedDiff(before, after);
  const [from, to] = [before, after].map(
    (side) => side && { ...side, path: inRepository(side.path, prefix) },
  );
  return unifiedDiff(from, to);
}

/** A commit above its patches, as `git log -p` prints it; nothing in it steers a terminal that it is piped to. */
export function patchHead({ settings }: Desk, { at, name, author, email, subject }: Commit): string {
  const when = writeInstant(at, settings.timezone);
  const [who, where, about] = [author, email, subject].map((text) => visibleText(text));
  return `commit ${name}\nAuthor: ${who} <${where}>\nDate:   ${when}\n\n    ${about}\n\n`;
}
