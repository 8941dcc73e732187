// `stet diff`: what changed in articles since a commit of git, in their own words or as a patch.
import type { Desk } from "../../desk/desk.ts";
import type { ChangedArticle } from "../../desk/history/changed-articles.ts";
import { StetError } from "../../base/stet-error.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { withPager } from "../pager.ts";
import { QUERY_OPTION } from "../select.ts";
import { tell, type Session } from "../session.ts";
import type { Words } from "../line/words.ts";

export const diff: CommandDeclaration = {
  name: "diff",
  group: "track",
  summary: "Show what changed in articles since the last commit, word by word",
  arguments: [{ name: "article", isVariadic: true, isOptional: true }],
  examples: [
    "stet diff",
    "stet diff the-salt-ledger",
    "stet diff the-salt-ledger --since yesterday",
    "stet diff --since HEAD~1 --until HEAD --json",
    "stet diff -e --slugs",
  ],
  options: [
    {
      flags: "--since <REV|TIME>",
      description: "the older side (HEAD); a time is the last commit before it",
    },
    { flags: "--until <REV|TIME>", description: "the newer side; the files as they are now unless given" },
    { flags: "--staged", description: "the newer side is what git would commit now" },
    QUERY_OPTION,
    { heading: "Output", flags: "-u, --patch", description: "a patch that git apply takes; usual in a pipe" },
    { heading: "Output", flags: "--json[=LIST]", description: "one JSON array" },
    { heading: "Output", flags: "--ndjson[=LIST]", description: "one JSON object per line" },
    { heading: "Output", flags: "--slugs", description: "slugs of the articles that differ, one per line" },
    { heading: "Output", flags: "-e, --exit-status", description: "exit 1 when anything differs" },
  ],
  notes: [
    "Like git diff it exits 0 whether or not anything differs, unless -e is given. New",
    "articles that git does not know yet count too. The newsroom must lie in a git",
    "repository; without one, stet undo --list shows what stet itself wrote last.",
  ],
  seeAlso: ["log", "undo", "check"],
  run: runDiff,
};

async function runDiff(words: Words, session: Session): Promise<number> {
  const write = writerFor(words, session);
  const [{ changedArticles }, { requireRepository }] = await Promise.all([
    import("../../desk/history/changed-articles.ts"),
    import("../../desk/history/repository.ts"),
  ]);
  const desk = await session.desk();
  const repository = requireRepository(desk);
  const [{ commitMeant }, { namedChanges }] = await Promise.all([
    import("../../desk/history/commit-meant.ts"),
    import("../history/named-changes.ts"),
  ]);
  const meant = (name: string): string | undefined => {
    const typed = words.text(name);
    return typed === undefined ? undefined : commitMeant(desk, repository, typed);
  };
  const isStaged = words.flag("staged");
  if (isStaged && words.text("until") !== undefined)
    throw new StetError("usage", "usage", "--staged and --until are two newer sides; choose one");
  const until = meant("until");
  const since = meant("since") ?? repository.head;
  const all = changedArticles(desk, { since, isStaged, ...(until === undefined ? {} : { until }) });
  const { revisionsMeant } = await import("../history/revisions-meant.ts");
  const changed = await namedChanges(words, session, all).catch((error: unknown) => {
    throw revisionsMeant(desk, words.args, error);
  });
  await write(changed);
  return changed.length > 0 && words.flag("exit-status") ? EXIT.no : EXIT.ok;
}

type Write = (changed: readonly ChangedArticle[]) => Promise<void>;

/** Throws StetError usage where two outputs are asked for. */
function writerFor(words: Words, session: Session): Write {
  const asked = ["json", "ndjson"].filter((name) => words.text(name) !== undefined);
  asked.push(...["patch", "slugs"].filter((name) => words.flag(name)));
  const [one, two] = asked;
  if (one !== undefined && two !== undefined)
    throw new StetError("usage", "usage", `--${one} and --${two} are two outputs; choose one`);
  if (one === "json" || one === "ndjson") return (changed) => writeData(words, session, changed);
  if (one === "slugs") return (changed) => writeSlugs(session, changed);
  if (one === "patch" || !session.io.stdout.isTerminal) return (changed) => writePatch(session, changed);
  return (changed) => writeForPeople(session, changed);
}

async function writeData(words: Words, session: Session, changed: readonly ChangedArticle[]): Promise<void> {
  const [{ CHANGE_SHAPE, changeObject }, { writeObjects }, { requireKeys }] = await Promise.all([
    import("../history/change-object.ts"),
    import("../history/write-objects.ts"),
    import("../print/one-object.ts"),
  ]);
  requireKeys(words, { ...CHANGE_SHAPE, body: null });
  await writeObjects(words, session, () =>
    changed.map(({ change }) => {
      const body = change.paragraphs.filter(({ kind }) => kind !== "same");
      return { ...changeObject(change), body };
    }),
  );
}

async function writeSlugs(session: Session, changed: readonly ChangedArticle[]): Promise<void> {
  const { printLines } = await import("../print/print-lines.ts");
  const { visibleText } = await import("../../base/visible-text.ts");
  await printLines(
    session,
    changed.map(({ change }) => visibleText(change.slug)),
  );
}

/** In a pipe the bytes as they are; on a terminal harmless and in colour. */
async function writePatch(session: Session, changed: readonly ChangedArticle[]): Promise<void> {
  const { unifiedDiff } = await import("../../base/unified-diff.ts");
  const patches = changed.map(({ before, after }) => unifiedDiff(before, after));
  if (!session.io.stdout.isTerminal) {
    for (const patch of patches) await session.io.stdout.write(patch);
    return;
  }
  const { patchForScreen } = await import("../history/patch-for-screen.ts");
  await inPager(
    session,
    patches.map((patch) => patchForScreen(patch, session.out)),
  );
}

async function writeForPeople(session: Session, changed: readonly ChangedArticle[]): Promise<void> {
  const desk = await session.desk();
  if (changed.length === 0) return tell(session, "no article differs");
  const print = await printerFor(session, desk);
  await inPager(
    session,
    changed.map((each, at) => (at === 0 ? "" : "\n") + print(each)),
  );
}

async function printerFor(
  { out: style, io }: Session,
  _desk: Desk,
): Promise<(changed: ChangedArticle) => string> {
  const [{ changeLines }, { needsMarks }, { visibleText }] = await Promise.all([
    import("../history/print-change.ts"),
    import("../history/print-words.ts"),
    import("../../base/visible-text.ts"),
  ]);
  const look = { style, width: io.stdout.columns ?? 80, isMarked: needsMarks(style, io.env) };
  return ({ change }) => {
    const from = change.from === undefined ? "" : `  (was ${change.from})`;
    const head = `${style.bold(visibleText(change.slug))}${style.dim(visibleText(from))}`;
    return [head, ...changeLines(change, look)].map((line) => `${line}\n`).join("");
  };
}

async function inPager(session: Session, texts: readonly string[]): Promise<void> {
  await withPager(session, async ({ io }) => {
    for (const text of texts) await io.stdout.write(text);
    return EXIT.ok;
  });
}
