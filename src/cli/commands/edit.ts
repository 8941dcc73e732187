// `stet edit`: the article in the person's editor; only what reads as an article takes its place.
import { StetError } from "../../base/stet-error.ts";
import type { Status } from "../../article/article.ts";
import type { Entry } from "../../desk/find/read-entries.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import type { Settled } from "../edit-until-settled.ts";
import { EXIT } from "../exit-codes.ts";
import { reportProblems } from "../report-error.ts";
import { selectOrPick } from "../select.ts";
import { canAsk, missing, print, remark, tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import type { Words } from "../line/words.ts";

export const edit: CommandDeclaration = {
  name: "edit",
  group: "write",
  summary: "Open an article in $VISUAL or $EDITOR",
  arguments: [{ name: "article", isOptional: true }],
  examples: [
    "stet edit the-salt-ledger",
    "stet edit --minor the-salt-ledger",
    "stet edit --resume the-salt-ledger",
  ],
  options: [
    { flags: "--minor", description: "leave updated alone: no reader should notice" },
    { flags: "--resume", description: "go on with the draft that was kept" },
  ],
  notes: [
    "The editor works on a private copy; the article changes only when the copy",
    "reads and validates. Otherwise a terminal asks: edit again, keep or discard, and",
    "when somebody else saved meanwhile: merge, your text or theirs. Elsewhere the",
    "copy is kept and its path is printed. Without ARTICLE a terminal shows the",
    "picker, and --resume takes the only draft that is kept.",
  ],
  seeAlso: ["set", "new"],
  run: runEdit,
};

async function runEdit(words: Words, session: Session): Promise<number> {
  const how = { resume: words.flag("resume"), isMinor: words.flag("minor") };
  const selector = words.args[0] ?? (how.resume ? await draftToResume(session) : undefined);
  const { path } = await selectOrPick(session, words, selector, { isChange: false });
  return editFound(session, path, how);
}

/** The only draft that is kept, or the one a person chooses. Throws StetError not-found, usage, cancelled. */
async function draftToResume(session: Session): Promise<string> {
  const { articlesWithDraft } = await import("../../desk/edit/kept-drafts.ts");
  const slugs = await articlesWithDraft(await session.desk());
  const [first, ...more] = slugs;
  if (first === undefined)
    throw new StetError("not-found", "not-found", "no draft is kept", { hint: "stet edit" });
  if (more.length === 0) return first;
  if (!canAsk(session))
    throw missing("edit --resume", "the article of a draft", `stet edit --resume ${first}`);
  const { askOne } = await import("../prompts/ask.ts");
  const choices = slugs.map((slug) => ({ value: slug, label: slug }));
  return askOne(session, { message: "Draft:", choices, instead: "the name of an article" });
}

/** Edits the article at a path of the newsroom and says what came of it; returns the exit code. */
export async function editFound(
  session: Session,
  path: string,
  how: { readonly resume: boolean; readonly isMinor: boolean },
): Promise<number> {
  requireEditor(session);
  const desk = await session.desk();
  const [{ editorOf }, { readEntry }, { editUntilSettled }] = await Promise.all([
    import("../../desk/programs/run-editor.ts"),
    import("../../desk/find/read-entries.ts"),
    import("../edit-until-settled.ts"),
  ]);
  const entry = readEntry(desk, path);
  if (!how.resume) await remarkKept(session, entry);
  const { stdin, stdout } = session.io;
  const open = editorOf(desk, { stdin: stdin.isTerminal, stdout: stdout.isTerminal });
  const started = session.io.now();
  const settled = await editUntilSettled(session, entry, {
    open,
    withGuide: canAsk(session),
    ...how,
  });
  return report(session, settled, session.io.now() - started);
}

async function remarkKept(session: Session, { path, article }: Entry): Promise<void> {
  const [{ fileSlugOf }, { latestDraft }, { root }] = await Promise.all([
    import("../../desk/parse-file.ts"),
    import("../../newsroom/drafts.ts"),
    session.desk(),
  ]);
  const kept = latestDraft(root, article?.slug ?? fileSlugOf(path));
  if (kept !== undefined)
    await remark(session, `a draft is kept in ${kept.path}: stet edit --resume goes on with it`);
}

/** Sooner than this nobody has read the first line. */
const AT_ONCE_MS = 500;

async function report(session: Session, settled: Settled, tookMs: number): Promise<number> {
  const { next } = symbols(session.err);
  switch (settled.outcome) {
    case "unchanged":
      await tell(session, "No change.");
      if (tookMs < AT_ONCE_MS)
        await tell(
          session,
          `${next} an editor with a window needs its flag to wait, as in VISUAL="code --wait"`,
        );
      return EXIT.ok;
    case "emptied":
      await tell(session, "The editor left nothing; the article stays as it is.");
      return EXIT.ok;
    case "saved":
      if (!session.io.stdout.isTerminal) await print(session, settled.slug);
      await session.log.note({ level: "info", event: "changed", slug: settled.slug });
      await tellSaved(session, settled);
      return EXIT.ok;
    case "discarded":
      await tell(session, "Discarded; the article stays as it is.");
      return EXIT.ok;
    case "kept":
      await remark(session, `the article stays as it is; your text is kept in ${settled.draft.path}`);
      await tell(session, `${next} stet edit --resume ${settled.slug}`);
      return EXIT.no;
  }
}

async function tellSaved(
  session: Session,
  { slug, article, warnings }: Extract<Settled, { outcome: "saved" }>,
): Promise<void> {
  const { measureBody } = await import("../../body/measure-body.ts");
  const { ok, next } = symbols(session.err);
  const { words } = measureBody(article.body);
  const size = words === 1 ? "1 word" : `${words} words`;
  await tell(session, `${session.err.green(ok)} Saved ${slug}: ${size}`);
  if (!session.globals.flag("quiet")) await reportProblems(session, warnings);
  const step = NEXT_STEPS[article.status];
  await tell(session, `${next} stet show @last${step === undefined ? "" : `    ${next} ${step}`}`);
}

const NEXT_STEPS: Partial<Record<Status, string>> = {
  draft: "stet submit @last",
  review: "stet approve @last",
  ready: 'stet schedule @last "tomorrow 6:00"',
  published: "stet publish",
};

/** vi is for people; where nobody sits at a terminal an editor must have been named. Throws StetError usage/need-input. */
export function requireEditor({ io }: Session): void {
  const isNamed = ["STET_EDITOR", "VISUAL", "EDITOR"].some((name) => (io.env[name] ?? "").trim() !== "");
  if (isNamed || (io.stdin.isTerminal && io.stdout.isTerminal)) return;
  throw new StetError("usage", "need-input", "edit needs a terminal, or an editor in VISUAL or EDITOR", {
    hint: "stet set changes fields without an editor",
  });
}
