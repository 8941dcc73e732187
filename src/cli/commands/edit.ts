// `stet edit`: the article in the person's editor; only what reads as an article takes its place.
import { StetError } from "../../base/stet-error.ts";
import type { CommandDeclaration } from "../declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { describeProblems } from "../report-error.ts";
import { selectOne } from "../select.ts";
import { missing, print, remark, tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import type { Words } from "../words.ts";

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
    "reads and validates. Otherwise the copy is kept and its path is printed.",
  ],
  seeAlso: ["set", "new"],
  run: runEdit,
};

async function runEdit(words: Words, session: Session): Promise<number> {
  const [selector] = words.args;
  if (selector === undefined) throw missing("edit", "an article (slug, id or path)");
  const { path } = await selectOne(session, words, selector, { isChange: false });
  return editFound(session, path, { resume: words.flag("resume"), isMinor: words.flag("minor") });
}

/** Edits the article at a path of the newsroom and says what came of it; returns the exit code. */
export async function editFound(
  session: Session,
  path: string,
  how: { readonly resume: boolean; readonly isMinor: boolean },
): Promise<number> {
  requireEditor(session);
  const desk = await session.desk();
  const [{ editInEditor }, { editorOf }, { readEntry }, { fileSlugOf }, { latestDraft }] = await Promise.all([
    import("../../desk/edit-in-editor.ts"),
    import("../../desk/run-editor.ts"),
    import("../../desk/read-entries.ts"),
    import("../../desk/parse-file.ts"),
    import("../../newsroom/drafts.ts"),
  ]);
  const entry = readEntry(desk, path);
  const kept = how.resume ? undefined : latestDraft(desk.root, entry.article?.slug ?? fileSlugOf(path));
  if (kept !== undefined)
    await remark(session, `a draft is kept in ${kept.path}: stet edit --resume goes on with it`);
  const edited = await editInEditor(desk, entry, { open: editorOf(desk), ...how });
  const { ok } = symbols(session.err);
  switch (edited.outcome) {
    case "unchanged":
      await tell(session, "No change.");
      return EXIT.ok;
    case "emptied":
      await tell(session, "The editor left nothing; the article stays as it is.");
      return EXIT.ok;
    case "saved":
      if (!session.io.stdout.isTerminal) await print(session, edited.slug);
      await tell(session, `${session.err.green(ok)} Saved ${edited.slug}`);
      return EXIT.ok;
    case "invalid": {
      const detail = describeProblems(edited.problems, session.err).trimEnd();
      throw new StetError("invalid", "schema", "not saved; the article stays as it is", {
        detail,
        hint: `your text is kept in ${edited.kept}; stet edit --resume ${edited.slug} goes on with it`,
      });
    }
  }
}

/** vi is for people; where nobody sits at a terminal an editor must have been named. */
function requireEditor({ io }: Session): void {
  const isNamed = ["STET_EDITOR", "VISUAL", "EDITOR"].some((name) => (io.env[name] ?? "").trim() !== "");
  if (isNamed || (io.stdin.isTerminal && io.stdout.isTerminal)) return;
  throw new StetError("usage", "need-input", "edit needs a terminal, or an editor in VISUAL or EDITOR", {
    hint: "stet set changes fields without an editor",
  });
}
