// `stet publish`: releases articles if any are named, and makes the site what should be public now.
import type { Published, PublishRequest } from "../../desk/site/publish-request.ts";
import { StetError } from "../../base/stet-error.ts";
import { visibleText } from "../../base/visible-text.ts";
import { MANY_OPTIONS } from "../change-many.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { printPlan, reportPublished } from "../print/report-published.ts";
import { tell, type Session } from "../session.ts";
import type { Words } from "../line/words.ts";

export const publish: CommandDeclaration = {
  name: "publish",
  group: "out",
  summary: "Make the site what should be public now",
  arguments: [{ name: "article", isVariadic: true, isOptional: true }],
  examples: [
    "stet publish --dry-run",
    "stet publish -q",
    "stet publish --dry-run --json=outcome,paths",
    "stet publish --now 2027-01-16T00:00:00Z --dry-run",
  ],
  options: [
    { flags: "--at <WHEN>", description: "with articles: let them go live then" },
    ...MANY_OPTIONS.filter(({ flags }) => flags !== "--dry-run" && !flags.startsWith("--json")),
    { flags: "--dry-run", description: "say what would be written and removed" },
    { flags: "--strict", description: "write nothing where anything is wrong" },
    {
      flags: "--if-busy <WHAT>",
      description: "while another publishes: skip (exit 0), wait, or fail (exit 7)",
      choices: ["skip", "wait", "fail"],
    },
    { flags: "--changed <FILE>", description: "list changed and removed paths there, - for stdout" },
    { flags: "--json[=LIST]", description: "one JSON object: what was done, or would be" },
    { flags: "--rollback", description: "go back to the edition before (publish: releases)" },
    { flags: "--force", description: "even where most of the site would go; bring back a killed article" },
    { flags: "--reason <TEXT>", description: "with --force: why a killed article comes back" },
  ],
  notes: [
    "The site lies in the folder that publish: to names in stet.yaml. It is a function",
    "of the newsroom and the instant: what was withdrawn or expired is removed, what",
    "did not change is not touched. Nothing wrong, nothing printed: made for cron.",
    "What goes out or expires more than 15 minutes late is named, with -q too.",
    "Runs that did something or had trouble are kept: stet log --runs.",
    "With articles, --dry-run names what would be released; its plan is that of the",
    "site without them. docs/publishing.md is for whoever runs publish from cron.",
    "--rollback goes alone, but for --changed and --json, and the next publish goes",
    "forward again: stop cron first. What was withdrawn since comes back with the",
    "older edition.",
  ],
  seeAlso: ["why", "due", "export", "log"],
  run: runPublish,
};

/** A reason that nobody would read must not look as if it had been written down. */
function requireForce(words: Words): void {
  if (words.text("reason") === undefined || words.flag("force")) return;
  throw new StetError("usage", "usage", "--reason goes with --force, for a killed article that comes back", {
    hint: 'stet publish ARTICLE --force --reason "..."',
  });
}

async function runPublish(words: Words, session: Session): Promise<number> {
  if (words.flag("rollback")) return runRollback(words, session);
  requireForce(words);
  const isDryRun = words.flag("dry-run");
  await requireChanged(words, session);
  const json = await import("../print/publish-object.ts");
  json.requireAnswerable(words);
  const released: string[] = [];
  const exit = await release(words, session, released);
  if (exit !== EXIT.ok) return exit;
  const published = await publishNoted(session, {
    dryRun: isDryRun,
    force: words.flag("force"),
    strict: words.flag("strict"),
    whenBusy: whenBusyIn(words.text("if-busy")),
  });
  const isPlan = isDryRun && words.text("changed") !== "-" && words.text("json") === undefined;
  if (isPlan) await printPlan(session, published);
  await writeChanged(words, session, published);
  await reportPublished(session, published);
  if (!isDryRun) await follow(session, published);
  await json.writeAnswer(words, session, { ...published, released });
  if (published.failure !== undefined) throw published.failure;
  return exitOf(published);
}

function exitOf({ failure, problems }: Published): number {
  if (failure !== undefined) return EXIT[failure.kind];
  return problems.length > 0 ? EXIT.partial : EXIT.ok;
}

/** What was done, or stopped it, goes into the log of runs; a dry run does not. */
async function publishNoted(session: Session, request: PublishRequest): Promise<Published> {
  const [{ publishSite }, { noteRun }, desk] = await Promise.all([
    import("../../desk/site/publish-site.ts"),
    import("../../desk/site/publish-runs.ts"),
    session.desk(),
  ]);
  if (request.dryRun) return publishSite(desk, request);
  const began = desk.clock();
  try {
    const published = await publishSite(desk, request);
    noteRun(desk, { began, exit: exitOf(published), published });
    await notePublished(session, published);
    return published;
  } catch (error) {
    noteRun(desk, { began, exit: error instanceof StetError ? EXIT[error.kind] : EXIT.bug, error });
    throw error;
  }
}

function whenBusyIn(text: string | undefined): PublishRequest["whenBusy"] {
  return text === "skip" || text === "wait" ? text : "fail";
}

async function notePublished(
  { log }: Session,
  { outcome, added, rewritten, removed }: Published,
): Promise<void> {
  const counts = `${added.length} added, ${rewritten.length} rewritten, ${removed.length} removed`;
  await log.note({ level: "info", event: outcome, message: counts });
}

async function runRollback(words: Words, session: Session): Promise<number> {
  requireAlone(words);
  await requireChanged(words, session);
  const json = await import("../print/publish-object.ts");
  json.requireAnswerable(words);
  const [{ rollbackSite }, { noteRun }, desk] = await Promise.all([
    import("../../desk/site/publish-site.ts"),
    import("../../desk/site/publish-runs.ts"),
    session.desk(),
  ]);
  const began = desk.clock();
  const { from, published } = rollbackSite(desk);
  noteRun(desk, { began, exit: EXIT.ok, published, isRollback: true });
  await writeChanged(words, session, published);
  const place = `edition ${published.release} is shown again in place of ${from}`;
  await tell(session, `${place}, until the next stet publish`);
  await follow(session, published);
  await json.writeAnswer(words, session, { ...published, outcome: "rolled-back" });
  return EXIT.ok;
}

/** What changes nothing about a rollback must not look as if it did: `--dry-run` least of all. */
function requireAlone(words: Words): void {
  const isAlone =
    words.args.length === 0 &&
    !["dry-run", "strict", "force", "print0", "allow-prefix"].some((name) => words.flag(name)) &&
    ["at", "query", "if-busy", "reason"].every((name) => words.text(name) === undefined);
  if (isAlone) return;
  throw new StetError("usage", "usage", "--rollback goes alone", { hint: "stet publish --rollback" });
}

/** The articles named, if any, are released first, and their slugs put in `released`; where one cannot be, nothing is published. */
async function release(words: Words, session: Session, released: string[]): Promise<number> {
  const isNamed = words.args.length > 0 || words.text("query") !== undefined;
  if (!isNamed) {
    if (words.text("at") === undefined) return EXIT.ok;
    throw new StetError("usage", "usage", "--at goes with the articles that are to go live then", {
      hint: "stet publish budget-deal --at 'tomorrow 6:00'",
    });
  }
  const [{ releaseNamed }, { requirePublishable }] = await Promise.all([
    import("../release-named.ts"),
    import("../../desk/site/publish-site.ts"),
  ]);
  requirePublishable(await session.desk());
  return releaseNamed(words, session, released);
}

/** Before anything is published: no run after this one would tell the paths again. */
async function requireChanged(words: Words, session: Session): Promise<void> {
  const place = words.text("changed");
  if (place === undefined || place === "-") return;
  const [{ requireOutputPlace }, { placeOfChanged }] = await Promise.all([
    import("../../newsroom/write/write-output.ts"),
    import("../place-of.ts"),
  ]);
  requireOutputPlace(await placeOfChanged(session, place));
}

async function writeChanged(words: Words, session: Session, published: Published): Promise<void> {
  const place = words.text("changed");
  if (place === undefined) return;
  const paths = [...published.added, ...published.rewritten, ...published.removed];
  const text = paths.map((path) => `${path}\n`).join("");
  if (place === "-") {
    await session.io.stdout.write(text);
    return;
  }
  const [{ writeOutput }, { placeOfChanged }] = await Promise.all([
    import("../../newsroom/write/write-output.ts"),
    import("../place-of.ts"),
  ]);
  writeOutput(await placeOfChanged(session, place), text);
}

/** What a person has set up to follow a publish. What failed is told with `-q` too: the exit code does not say it. */
async function follow(session: Session, published: Published): Promise<void> {
  const { afterPublish } = await import("../../desk/site/after-publish.ts");
  for (const failure of await afterPublish(await session.desk(), published)) {
    await session.io.stderr.write(`${visibleText(failure)}\n`);
    await session.log.note({ level: "error", event: "after-publish", message: failure });
  }
}
