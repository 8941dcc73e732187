// `stet edit` as a person goes through it: editor, what is wrong, what to do about it, editor again, until the words are
// in the article or in a draft whose path was told.
import type { Desk } from "../desk/desk.ts";
import type { Edited, Editing, InvalidEdit, Kept, RefusedEdit } from "../desk/edit/edit-in-editor.ts";
import type { Merge } from "../desk/edit/merge-draft.ts";
import type { Entry } from "../desk/find/read-entries.ts";
import { StetError } from "../base/stet-error.ts";
import type { KeyChoice } from "./prompts/choose-key.ts";
import { describeError, describeProblems } from "./report-error.ts";
import { canAsk, remark, tell, type Session } from "./session.ts";

/** How an edit ended; a refusal that nobody could be asked about is thrown instead. */
export type Settled =
  | Exclude<Edited, InvalidEdit | RefusedEdit>
  | (Kept & { readonly outcome: "kept" | "discarded" });

/** What to do next: edit again, or be done. */
type Step = { readonly entry: Entry; readonly editing: Editing } | Settled;

/**
 * Edits until the text is saved, kept or discarded. Throws StetError: invalid or conflict where nobody can be asked,
 * cancelled, or what the editor and the disk throw; each names the draft that is kept.
 */
export async function editUntilSettled(session: Session, entry: Entry, editing: Editing): Promise<Settled> {
  const [{ editInEditor }, desk] = await Promise.all([
    import("../desk/edit/edit-in-editor.ts"),
    session.desk(),
  ]);
  let step: Step = { entry, editing };
  while ("editing" in step) {
    const edited: Edited = await editInEditor(desk, step.entry, step.editing);
    step = await afterEdit(session, { desk, ...step }, edited);
  }
  return step;
}

interface Round {
  readonly desk: Desk;
  readonly entry: Entry;
  readonly editing: Editing;
}

async function afterEdit(session: Session, round: Round, edited: Edited): Promise<Step> {
  if (edited.outcome !== "invalid" && edited.outcome !== "refused") return edited;
  const error = errorOf(session, edited);
  if (!canAsk(session) || !isForPerson(edited)) throw error;
  await remark(session, describeError(withoutHint(error), session.err).trimEnd());
  try {
    return edited.outcome === "refused" && edited.error.code === "stale-edit"
      ? await afterStale(session, round, edited)
      : await afterFault(session, round, edited);
  } catch (thrown) {
    throw thrown instanceof StetError && thrown.kind === "cancelled" ? cancelledBut(edited) : thrown;
  }
}

/** A full disk or another stet that is writing is nothing an editor can mend. */
function isForPerson(edited: InvalidEdit | RefusedEdit): boolean {
  return edited.outcome === "invalid" || ["invalid", "conflict"].includes(edited.error.kind);
}

function errorOf(session: Session, edited: InvalidEdit | RefusedEdit): StetError {
  if (edited.outcome === "refused") return edited.error;
  return new StetError("invalid", "schema", "not saved; the article stays as it is", {
    detail: describeProblems(edited.problems, session.err, "mend these first").trimEnd(),
    hint: `your text is kept in ${edited.draft.path}; stet edit --resume ${edited.slug} goes on with it`,
  });
}

/** The menu under it says what to do. */
function withoutHint({ kind, code, message, details }: StetError): StetError {
  const { hint: _hint, ...rest } = details;
  return new StetError(kind, code, message, rest);
}

function cancelledBut({ slug, draft }: Kept): StetError {
  return new StetError("cancelled", "cancelled", `cancelled; your text is kept in ${draft.path}`, {
    hint: `stet edit --resume ${slug} goes on with it`,
  });
}

/** The text is no article, or may not be this one's: the person mends it, keeps it or throws it away. */
async function afterFault(
  session: Session,
  { desk, entry, editing }: Round,
  edited: InvalidEdit | RefusedEdit,
): Promise<Step> {
  const [{ askConfirm, askKey }, { installMended, mendedDraft }] = await Promise.all([
    import("./prompts/ask.ts"),
    import("../desk/edit/mend-draft.ts"),
  ]);
  const line = lineOf(edited);
  const mended = edited.outcome === "invalid" ? mendedDraft(desk, edited) : undefined;
  const choices: readonly KeyChoice[] = [
    { key: "e", label: line === undefined ? "edit again" : `edit again at line ${line}` },
    ...(mended === undefined ? [] : [{ key: "f", label: "fix as shown" }]),
    { key: "k", label: "keep as draft" },
    { key: "d", label: "discard" },
  ];
  for (;;) {
    const key = await askKey(session, choices);
    const again = { ...editing, draft: edited.draft };
    if (key === "e") return { entry, editing: line === undefined ? again : { ...again, line } };
    if (key === "f" && mended !== undefined) {
      const { isMinor } = editing;
      return afterEdit(
        session,
        { desk, entry, editing },
        installMended(desk, entry, edited, { text: mended, isMinor }),
      );
    }
    if (key === "k") return { ...keptOf(edited), outcome: "kept" };
    if (!(await askConfirm(session, "Throw away what you wrote?"))) continue;
    const { removeDraft } = await import("../newsroom/drafts.ts");
    removeDraft(desk.root, edited.draft);
    return { ...keptOf(edited), outcome: "discarded" };
  }
}

function lineOf(edited: InvalidEdit | RefusedEdit): number | undefined {
  if (edited.outcome === "refused") return edited.error.details.where?.line;
  return edited.problems.find(({ severity }) => severity === "error")?.line;
}

function keptOf({ path, slug, draft }: Kept): Kept {
  return { path, slug, draft };
}

/** Somebody else saved the article meanwhile. */
async function afterStale(session: Session, round: Round, kept: RefusedEdit): Promise<Step> {
  const [{ askKey }, merging] = await Promise.all([
    import("./prompts/ask.ts"),
    import("../desk/edit/merge-draft.ts"),
  ]);
  const { desk, editing } = round;
  const merge = merging.mergeDraft(desk, kept);
  const key = await askKey(session, staleChoices(merge));
  if (key === "t") return { ...keptOf(kept), outcome: "kept" };
  if (key === "o" || merge === undefined) {
    const { edited, theirs } = merging.installOver(desk, kept, editing);
    if (theirs !== undefined) await tell(session, `The other text is kept in ${theirs}`);
    return afterEdit(session, round, edited);
  }
  const draft = merging.keepMerge(desk, kept, merge);
  const next = { entry: merge.theirs, editing: { ...editing, draft } };
  if (merge.conflicts === 0)
    return afterEdit(session, { desk, ...next }, merging.installMerge(desk, draft, merge, editing));
  const line = merging.firstConflict(merge);
  return line === undefined ? next : { ...next, editing: { ...next.editing, line } };
}

function staleChoices(merge: Merge | undefined): readonly KeyChoice[] {
  const { conflicts = 0 } = merge ?? {};
  const clash = `merge, ${conflicts} ${conflicts === 1 ? "conflict" : "conflicts"} to decide`;
  return [
    ...(merge === undefined ? [] : [{ key: "m", label: conflicts === 0 ? "merge" : clash }]),
    { key: "o", label: "my text" },
    { key: "t", label: "their text" },
  ];
}
