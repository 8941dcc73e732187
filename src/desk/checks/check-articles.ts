// `stet check`: everything wrong with the newsroom's articles and stet.yaml, one file after the other: what the reader
// says of it, and what the rules in checks/ remark.
import type { Problem } from "../../base/problem.ts";
import { checkQueries } from "./check-queries.ts";
import { beginRules, examine } from "./examine.ts";
import { byPlace, type CheckedFile, type Finding } from "./finding.ts";
import type { Newsroom } from "./rule.ts";
import { RULES } from "./rules.ts";
import type { Desk } from "../desk.ts";
import { freshIndex } from "../keep-index/fresh-index.ts";
import { requireRepository } from "../history/repository.ts";
import { stagedEntries } from "./staged-entries.ts";
import { entriesAt, readEntries, type Chosen, type Entry } from "../find/read-entries.ts";

/** Looks at one article; paragraphs it has seen in others it remembers. */
export type CheckEntry = (entry: Entry) => CheckedFile;

/** Made ready for one run. Whose names clash and where links lead is asked of the index. */
export async function articleChecker(desk: Desk): Promise<CheckEntry> {
  await freshIndex(desk);
  const newsroom: Newsroom = { desk };
  const checks = beginRules(RULES, newsroom);
  return (entry) => {
    const findings = examine(entry, checks, desk.limits).map(({ finding }) => finding);
    const { path, article } = entry;
    return {
      path,
      ...(article === undefined ? {} : { slug: article.slug }),
      findings: findings.sort(byPlace),
    };
  };
}

/**
 * Checks the chosen articles, or every one in path order: each file as it is read, one in memory at a time. A
 * paragraph that two articles share is found among those checked.
 */
export function checkArticles(
  desk: Desk,
  check: CheckEntry,
  chosen?: readonly Chosen[],
): Iterable<CheckedFile> {
  return checkAll(chosen === undefined ? readEntries(desk) : entriesAt(desk, chosen), check);
}

/** Checks what the next commit of git would have of articles. Throws StetError external where there is no repository. */
export function checkStaged(desk: Desk, check: CheckEntry): Iterable<CheckedFile> {
  requireRepository(desk);
  return checkAll(stagedEntries(desk), check);
}

function* checkAll(entries: Iterable<Entry>, check: CheckEntry): Generator<CheckedFile> {
  for (const entry of entries) yield check(entry);
}

/** What is wrong with stet.yaml that does not keep stet from working: its warnings, and queries that cannot be read. */
export function checkSettings(desk: Desk): CheckedFile {
  const warnings: readonly (Problem & Finding)[] = desk.warnings;
  return { path: "stet.yaml", findings: [...warnings, ...checkQueries(desk)].sort(byPlace) };
}
