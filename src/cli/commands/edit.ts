// `stet edit`: the article in the person's editor; only what reads as an article takes its place.
import { StetError } from "../../base/stet-error.ts";
import { editFound, requireEditor, type EditHow } from "../edit-found.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { selectOrPick } from "../select.ts";
import { canAsk, goOnAs, missing, type Session } from "../session.ts";
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
    "picker, where words that nothing matches begin an article with that headline;",
    "--resume takes the only draft that is kept.",
  ],
  seeAlso: ["set", "new"],
  run: runEdit,
};

async function runEdit(words: Words, session: Session): Promise<number> {
  const how = { resume: words.flag("resume"), isMinor: words.flag("minor") };
  const selector = words.args[0] ?? (how.resume ? await draftToResume(session) : undefined);
  if (selector === undefined && canAsk(session)) return editPicked(session, how);
  const { path } = await selectOrPick(session, words, selector, { isChange: false });
  return editFound(session, path, how);
}

async function editPicked(session: Session, how: EditHow): Promise<number> {
  const [{ pickOneOrBegin }, { readEntry, requireThere }] = await Promise.all([
    import("../prompts/pick-articles.ts"),
    import("../../desk/find/read-entries.ts"),
  ]);
  const picked = await pickOneOrBegin(session);
  if ("path" in picked) {
    const { path } = requireThere(readEntry(await session.desk(), picked.path));
    return editFound(session, path, how);
  }
  requireEditor(session);
  const { beginArticle } = await import("./new.ts");
  return goOnAs("new", session, (beginning) => beginArticle(beginning, picked.headline));
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
