// `stet check`: what is wrong with the articles, each with its place and what to do about it.
import type { CommandDeclaration } from "../declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { describeProblem } from "../report-error.ts";
import { QUERY_OPTION, selectMany } from "../select.ts";
import { print, tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import type { Words } from "../words.ts";

export const check: CommandDeclaration = {
  name: "check",
  group: "track",
  summary: "Check articles for errors, clashes and lost words",
  arguments: [{ name: "article", isVariadic: true, isOptional: true }],
  examples: ["stet check", "stet check the-salt-ledger", "stet check --json"],
  options: [
    QUERY_OPTION,
    { flags: "--strict", description: "warnings count as errors" },
    { flags: "--json[=LIST]", description: "the problems as one JSON array" },
    { flags: "-0, --print0", description: "names on stdin end with NUL" },
  ],
  notes: ["Exit 1 when there are errors; warnings alone are exit 0."],
  seeAlso: ["edit"],
  run: runCheck,
};

async function runCheck(words: Words, session: Session): Promise<number> {
  const { checkArticles } = await import("../../desk/check-articles.ts");
  const isAll = words.args.length === 0 && words.text("query") === undefined;
  const entries = isAll ? undefined : await selectMany(session, words, words.args, { isChange: false });
  const desk = await session.desk();
  const { checked, problems: found } = await checkArticles(desk, entries);
  const problems = isAll ? [...desk.warnings, ...found] : found;
  if (words.text("json") !== undefined) await print(session, JSON.stringify(problems));
  else for (const problem of problems) await session.io.stdout.write(describeProblem(problem, session.out));
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const count = `${many(checked, "article")} checked`;
  const sign =
    errors === 0 ? session.err.green(symbols(session.err).ok) : session.err.red(symbols(session.err).error);
  await tell(session, `${sign} ${count}: ${many(errors, "error")}, ${many(warnings, "warning")}`);
  return errors > 0 || (words.flag("strict") && warnings > 0) ? EXIT.no : EXIT.ok;
}

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
