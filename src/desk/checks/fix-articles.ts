// `stet check --fix`: the safe changes made in each file, under the lock, as few bytes as they need, read back and
// compared with what was meant before a file takes the old one's place.
import { editArticle } from "../../article/edit-article.ts";
import { contentOf, meantBy, sameContent, type Content, type FieldEdit } from "../../article/field-edit.ts";
import { readTopLevel } from "../../article/read-top-level.ts";
import { splice } from "../../article/splice-file.ts";
import { StetError } from "../../base/stet-error.ts";
import { isStillChosen } from "../find/asked-of.ts";
import type { CheckEntry } from "./check-articles.ts";
import { beginRules, examine, type Examined } from "./examine.ts";
import type { FileMend } from "./file-mend.ts";
import { byPlace, type CheckedFile, type Finding } from "./finding.ts";
import { MENDING_RULES } from "./rules.ts";
import type { Desk } from "../desk.ts";
import { mintId } from "../change/mint-id.ts";
import { parseFile } from "../parse-file.ts";
import { isReadable, readEntry, type Chosen, type Entry } from "../find/read-entries.ts";
import { saveArticle, whileLocked } from "../change/save-article.ts";

/** What became, or with a dry run would become, of one file: its findings are those mended and those that remain. */
export interface FixedFile extends CheckedFile {
  readonly before: string;
  /** The same text where nothing could be mended after all. */
  readonly after: string;
}

export interface FixResult {
  readonly files: readonly FixedFile[];
  /** Paths of those that the query which chose them did not mean any more. */
  readonly skipped: readonly string[];
  /** Files that could not be written, each with why; the others are done. */
  readonly failures: readonly StetError[];
}

/** How files are fixed: `check` says what remains. */
export interface Fixing {
  readonly check: CheckEntry;
  /** Write nothing. */
  readonly dryRun: boolean;
}

/** Mends what is safe in the chosen files, all under one lock; each file is changed whole or not at all. */
export function fixArticles(desk: Desk, chosen: readonly Chosen[], { check, dryRun }: Fixing): FixResult {
  const skipped: string[] = [];
  const failures: StetError[] = [];
  const fixAll = (save: (path: string, text: string, replaces: string) => void): FixedFile[] =>
    chosen.flatMap((each) => {
      try {
        const entry = readEntry(desk, each.path);
        if (isStillChosen(desk, each, entry)) return [fixFile(desk, entry, { check, dryRun }, save)];
        skipped.push(each.path);
        return [];
      } catch (error) {
        if (!(error instanceof StetError)) throw error;
        failures.push(error);
        return [];
      }
    });
  const files = dryRun
    ? fixAll(() => {})
    : whileLocked(desk, (lock) =>
        fixAll((path, text, replaces) => saveArticle(desk, lock, { path, text, replaces })),
      );
  return { files, skipped, failures };
}

function fixFile(
  desk: Desk,
  entry: Entry,
  { check, dryRun }: Fixing,
  save: (path: string, text: string, replaces: string) => void,
): FixedFile {
  const before = entry.file?.text ?? "";
  const { text: after, fixed } = mended(desk, entry);
  if (entry.file === undefined || after === before) return { ...check(entry), before, after: before };
  save(entry.path, after, entry.file.hash);
  const { findings, ...rest } = check(withText(desk, entry, after));
  const made = fixed.map((finding): Finding => ({ ...finding, fix: dryRun ? "planned" : "made" }));
  return { ...rest, findings: [...made, ...findings].sort(byPlace), before, after };
}

function withText(desk: Desk, { path, file }: Entry, text: string): Entry {
  return file === undefined
    ? { path, problems: [] }
    : { path, file: { ...file, text }, ...parseFile(desk, path, text) };
}

interface Mended {
  readonly text: string;
  readonly fixed: readonly Finding[];
}

/** More broken lines than a person overlooks in one file. */
const MOST_CORRECTIONS = 20;

/** The text with everything mended that can be; as it was where it would not read as an article even so. */
function mended(desk: Desk, entry: Entry): Mended {
  const unchanged: Mended = { text: entry.file?.text ?? "", fixed: [] };
  const fixed: Finding[] = [];
  let { text } = unchanged;
  for (let round = 0; round <= MOST_CORRECTIONS; round++) {
    const examined = examineText(desk, entry, text);
    const correction = examined.find(({ mend }) => mend?.kind === "correction");
    if (correction?.mend?.kind !== "correction") break;
    text = splice(text, correction.mend.start, correction.mend.end, correction.mend.by);
    fixed.push(correction.finding);
  }
  if (!isReadable(withText(desk, entry, text))) return unchanged;
  const words = withWords(desk, text, examineText(desk, entry, text));
  const stamped = withId(desk, words.text, examineText(desk, entry, words.text));
  return { text: stamped.text, fixed: [...fixed, ...words.fixed, ...stamped.fixed] };
}

function examineText(desk: Desk, entry: Entry, text: string): Examined[] {
  const checks = beginRules(MENDING_RULES, { desk });
  return examine(withText(desk, entry, text), checks, desk.limits);
}

type WordMend = Extract<FileMend, { kind: "word" }>;

/** All words at once, from the last to the first; none where the file would then say anything else. */
function withWords(desk: Desk, text: string, examined: readonly Examined[]): Mended {
  const words = examined.flatMap(({ finding, mend }) => (mend?.kind === "word" ? [{ finding, mend }] : []));
  const mends = words.map(({ mend }) => mend).toSorted((a, b) => b.start - a.start);
  const after = mends.reduce((changed, { start, end, by }) => splice(changed, start, end, by), text);
  const content = contentIn(desk, text);
  const meant = content === undefined ? undefined : mends.reduce(withWord, content);
  const isMeant = meant !== undefined && sameContent(contentIn(desk, after), meant);
  return isMeant ? { text: after, fixed: words.map(({ finding }) => finding) } : { text, fixed: [] };
}

function contentIn(desk: Desk, text: string): Content | undefined {
  const root = readTopLevel({ text, problems: [] }, desk.limits);
  return root === undefined ? undefined : contentOf(root);
}

function withWord(content: Content, { way, at, start, end, by }: WordMend): Content {
  const value = way.reduce<unknown>((inner, key) => Object(inner)[key], content);
  if (typeof value !== "string") return content;
  const lead = way[0] === "headline" ? value.length - value.trimStart().length : 0;
  const written = splice(value, lead + at, lead + at + end - start, by);
  return meantBy(content, { kind: "set", path: way, value: written } satisfies FieldEdit);
}

function withId(desk: Desk, text: string, examined: readonly Examined[]): Mended {
  const stamp = examined.find(({ mend }) => mend?.kind === "stamp");
  if (stamp === undefined) return { text, fixed: [] };
  const value = mintId(desk.now, desk.random(10));
  return {
    text: editArticle(text, [{ kind: "set", path: ["id"], value }], desk.limits),
    fixed: [stamp.finding],
  };
}
