// `stet check`: what is wrong with the articles, each with its place and what to do about it; `--fix` does what is safe.
import { StetError } from "../../base/stet-error.ts";
import { isMended, type CheckedFile } from "../../desk/checks/finding.ts";
import type { FixedFile, Fixing } from "../../desk/checks/fix-articles.ts";
import type { Query } from "../../query/query.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { FINDINGS_FORMATS, type FindingsFormat } from "../findings/findings-format.ts";
import { reportFailures, reportSkipped } from "../report-error.ts";
import { confirmMany } from "../confirm.ts";
import { QUERY_OPTION, selectMany } from "../select.ts";
import { tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import type { Words } from "../line/words.ts";

export const check: CommandDeclaration = {
  name: "check",
  group: "track",
  summary: "Check articles as an editor would: errors, lost words, links, style",
  arguments: [{ name: "article", isVariadic: true, isOptional: true }],
  examples: [
    "stet check",
    "stet check the-salt-ledger",
    "stet check --fix --dry-run",
    "stet check -Q status:ready --strict",
    "stet check --json",
    "stet check --staged",
    "stet check --to github",
  ],
  options: [
    QUERY_OPTION,
    { flags: "--strict", description: "warnings count as errors" },
    { flags: "--fix", description: "do what is safe: quotes, words of the style list, ids" },
    { flags: "--dry-run", description: "with --fix: show the changes, write nothing" },
    { flags: "--staged", description: "what git would commit now, as it is staged" },
    { flags: "-0, --print0", description: "names on stdin end with NUL" },
    {
      heading: "Output",
      flags: "--to <FORMAT>",
      description: "how to print the findings",
      choices: FINDINGS_FORMATS,
    },
    { heading: "Output", flags: "--json[=LIST]", description: "one JSON array" },
    { heading: "Output", flags: "--ndjson[=LIST]", description: "one JSON object per line" },
  ],
  notes: [
    "Exit 1 when there are errors; warnings alone are exit 0, and 1 with --strict.",
    "The rules, and a git hook that checks what is committed: docs/check.md",
  ],
  seeAlso: ["edit"],
  run: runCheck,
};

async function runCheck(words: Words, session: Session): Promise<number> {
  requireFitting(words);
  const [{ articleChecker, checkArticles, checkSettings, checkStaged }, { chooseFindingsFormat }] =
    await Promise.all([
      import("../../desk/checks/check-articles.ts"),
      import("../findings/choose-format.ts"),
    ]);
  const isFix = words.flag("fix");
  const isStaged = words.flag("staged");
  const desk = await session.desk();
  const format = chooseFindingsFormat(words, session, desk);
  const isAll = words.args.length === 0 && words.text("query") === undefined && !isStaged;
  const selected =
    isAll || isStaged ? undefined : await selectMany(session, words, words.args, { isChange: false });
  const checker = await articleChecker(desk);
  const articles = isStaged ? checkStaged(desk, checker) : checkArticles(desk, checker, selected);
  const files = (function* (): Generator<CheckedFile> {
    if (isAll) yield checkSettings(desk);
    yield* articles;
  })();
  const fixing = {
    check: checker,
    dryRun: words.flag("dry-run"),
    showsDiff: format.isForPeople,
    by: selected?.[0]?.by,
  };
  const checked = isFix ? await fixFiles(session, [...files], fixing) : { files, exit: EXIT.ok };
  const exit = await report(session, words, checked.files, format);
  return exit === EXIT.ok ? checked.exit : exit;
}

/** Throws StetError usage for what does not go together: only a file can be mended, and git names what is staged. */
function requireFitting(words: Words): void {
  if (words.flag("dry-run") && !words.flag("fix")) {
    throw new StetError("usage", "usage", "--dry-run goes with --fix", {
      hint: "stet check --fix --dry-run",
    });
  }
  if (!words.flag("staged")) return;
  if (words.flag("fix")) {
    throw new StetError("usage", "usage", "--fix mends files, not what is staged of them", {
      hint: "stet check --fix, then git add",
    });
  }
  if (words.args.length > 0 || words.text("query") !== undefined) {
    throw new StetError("usage", "usage", "--staged takes what git names, and no other article", {
      hint: "stet check --staged",
    });
  }
}

/** The files again, those that could be mended as they are then, and how that went. More than one is asked about first. */
async function fixFiles(
  session: Session,
  files: readonly CheckedFile[],
  fixing: Fixing & { readonly showsDiff: boolean; readonly by: Query | undefined },
): Promise<{ readonly files: readonly CheckedFile[]; readonly exit: number }> {
  const { dryRun, showsDiff, by } = fixing;
  const mendable = files
    .filter(isMendable)
    .map(({ path }) => ({ path, slug: path, ...(by === undefined ? {} : { by }) }));
  if (!dryRun) await confirmMany(session, mendable, "change");
  if (mendable.length === 0) return { files, exit: EXIT.ok };
  const { fixArticles } = await import("../../desk/checks/fix-articles.ts");
  const { files: fixed, skipped, failures } = fixArticles(await session.desk(), mendable, fixing);
  await reportSkipped(session, skipped);
  const exit = await reportFailures(session, failures);
  if (dryRun && showsDiff) await showDiffs(session, fixed);
  const byPath = new Map(fixed.map((file) => [file.path, file]));
  return { files: files.map((file) => byPath.get(file.path) ?? file), exit };
}

function isMendable({ findings }: CheckedFile): boolean {
  return findings.some(({ fix }) => fix === "possible");
}

/** What would change, on stdout: it is what was asked for. */
async function showDiffs({ io }: Session, files: readonly FixedFile[]): Promise<void> {
  const { printDiff } = await import("../findings/print-diff.ts");
  const changed = files.filter(({ before, after }) => before !== after);
  for (const { path, before, after } of changed) await io.stdout.write(printDiff(path, before, after));
}

/** Prints file by file, tells a person the sum, and returns the exit code. */
async function report(
  session: Session,
  words: Words,
  files: Iterable<CheckedFile>,
  format: FindingsFormat,
): Promise<number> {
  const sum: Sum = { articles: 0, errors: 0, warnings: 0, mendable: 0 };
  const write = async (text: string): Promise<void> => {
    if (text !== "") await session.io.stdout.write(text);
  };
  await write(format.begin);
  for (const file of files) {
    count(sum, file);
    await write(format.file(file));
  }
  await write(format.end());
  await tellSum(session, sum);
  return sum.errors > 0 || (words.flag("strict") && sum.warnings > 0) ? EXIT.no : EXIT.ok;
}

interface Sum {
  articles: number;
  errors: number;
  warnings: number;
  mendable: number;
}

function count(sum: Sum, { path, findings }: CheckedFile): void {
  if (path !== "stet.yaml") sum.articles++;
  for (const finding of findings) {
    if (isMended(finding)) continue;
    if (finding.severity === "error") sum.errors++;
    else sum.warnings++;
    if (finding.fix === "possible") sum.mendable++;
  }
}

async function tellSum(session: Session, { articles, errors, warnings, mendable }: Sum): Promise<void> {
  const { err } = session;
  const sign = errors === 0 ? err.green(symbols(err).ok) : err.red(symbols(err).error);
  const checked = `${many(articles, "article")} checked`;
  await tell(session, `${sign} ${checked}: ${many(errors, "error")}, ${many(warnings, "warning")}`);
  if (mendable > 0) await tell(session, `${symbols(err).next} stet check --fix mends ${mendable} of them`);
}

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
