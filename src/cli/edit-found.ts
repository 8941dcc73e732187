// An article that was found, in the person's editor: what came of it, and what comes next.
import type { Status } from "../article/article.ts";
import { StetError } from "../base/stet-error.ts";
import type { Entry } from "../desk/find/read-entries.ts";
import type { Settled } from "./edit-until-settled.ts";
import { EXIT } from "./exit-codes.ts";
import { reportProblems } from "./report-error.ts";
import { canAsk, print, remark, tell, type Session } from "./session.ts";
import { symbols } from "./style.ts";

/** `resume` goes on with the draft that is kept; a minor edit leaves `updated` alone. */
export interface EditHow {
  readonly resume: boolean;
  readonly isMinor: boolean;
}

/** Edits the article at a path of the newsroom and says what came of it; returns the exit code. */
export async function editFound(session: Session, path: string, how: EditHow): Promise<number> {
  requireEditor(session);
  const desk = await session.desk();
  const [{ editorOf }, { readEntry }, { editUntilSettled }] = await Promise.all([
    import("../desk/programs/run-editor.ts"),
    import("../desk/find/read-entries.ts"),
    import("./edit-until-settled.ts"),
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
    import("../desk/parse-file.ts"),
    import("../newsroom/drafts.ts"),
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
  const { measureBody } = await import("../body/measure-body.ts");
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
