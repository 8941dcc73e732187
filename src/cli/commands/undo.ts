// `stet undo`: takes back what stet wrote last, and says what it takes back.
import { describeDay, describeTime } from "../../base/describe-moment.ts";
import { StetError } from "../../base/stet-error.ts";
import { visibleText } from "../../base/visible-text.ts";
import { writeInstant } from "../../base/zone.ts";
import type { Desk } from "../../desk/desk.ts";
import type { UndoDeed, Undoing, UndoStep } from "../../desk/change/undo.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { canAsk, print, tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import { isAnyLive, tellOfSite } from "../tell-site.ts";
import type { Words } from "../line/words.ts";

export const undo: CommandDeclaration = {
  name: "undo",
  group: "write",
  summary: "Take back stet's last write, if the files are unchanged since",
  arguments: [],
  examples: ["stet undo --list", "stet undo --list --json"],
  options: [
    { flags: "--list", description: "what can be taken back: when, command, files; the latest first" },
    { flags: "--dry-run", description: "say what would be taken back, change nothing" },
    { flags: "--json[=LIST]", description: "one JSON object; with --list an array" },
  ],
  notes: [
    "Twice goes back two steps: an undo is not itself undone. A step is what one",
    "command wrote. A new article goes to the trash. The last 20 steps are kept.",
  ],
  seeAlso: ["restore"],
  run: runUndo,
};

async function runUndo(words: Words, session: Session): Promise<number> {
  if (words.flag("list"))
    return (await import("../history/write-undo-steps.ts")).writeUndoSteps(words, session);
  const desk = await session.desk();
  const { planUndo, undo: takeBack } = await import("../../desk/change/undo.ts");
  const { requireKeys, writeOneObject } = await import("../print/one-object.ts");
  const planned = planUndo(desk);
  requireKeys(words, undoneObject(desk, planned));
  const dryRun = words.flag("dry-run");
  if (!dryRun) await confirm(session, planned);
  const { step, deeds } = dryRun ? planned : takeBack(desk, planned);
  const printsPaths = !session.io.stdout.isTerminal && words.text("json") === undefined;
  for (const deed of deeds) {
    if (printsPaths) await print(session, deed.path);
    if (!dryRun)
      await session.log.note({ level: "info", event: "undone", slug: deed.path, message: deed.kind });
    await tell(session, visibleText(describeDeed(deed, symbols(session.err).next)));
  }
  await writeOneObject(words, session, () => undoneObject(desk, { step, deeds }));
  const what = await describeStep(session, step);
  if (deeds.length === 0) await tell(session, `${what} was taken back already.`);
  else if (!dryRun) await tellTaken(session, what, { step, deeds });
  return EXIT.ok;
}

/** These change what readers may see, whatever the article is now. */
const PUBLIC_STEPS: ReadonlySet<string> = new Set(["publish", "withdraw", "kill", "correct", "embargo"]);

async function tellTaken(session: Session, what: string, { step, deeds }: Undoing): Promise<void> {
  await tell(session, `${session.err.green(symbols(session.err).ok)} Took back ${what}`);
  const paths = deeds.map((deed) => (deed.kind === "move" ? deed.to : deed.path));
  await tellOfSite(session, PUBLIC_STEPS.has(step.command) || (await isAnyLive(session, paths)));
}

/** `~ path` gets its old text, `- path` goes to the trash, `+ path` comes back, `path → path` is moved. */
function describeDeed(deed: UndoDeed, arrow: string): string {
  if (deed.kind === "move") return `${deed.path} ${arrow} ${deed.to}`;
  return `${{ rewrite: "~", remove: "-", return: "+" }[deed.kind]} ${deed.path}`;
}

/** `stet set of Sun 22 Nov 09:00`. */
async function describeStep(session: Session, { command, at }: UndoStep): Promise<string> {
  const { timezone } = (await session.desk()).settings;
  return visibleText(`stet ${command} of ${describeDay(at, timezone)} ${describeTime(at, timezone)}`);
}

async function confirm(session: Session, { step, deeds }: Undoing): Promise<void> {
  const files = filesOf(deeds);
  if (files.length < 2 || session.globals.flag("yes")) return;
  const question = `this would take back ${await describeStep(session, step)} in ${files.length} files`;
  if (!canAsk(session)) {
    throw new StetError("usage", "need-input", question, { hint: "add --yes to do it without asking" });
  }
  const shown = files.slice(0, 20).map((file) => `  ${visibleText(file)}`);
  if (files.length > shown.length) shown.push(`  and ${files.length - shown.length} more`);
  await session.io.stderr.write(`${shown.join("\n")}\n`);
  const { askConfirm } = await import("../prompts/ask.ts");
  if (await askConfirm(session, `${question}. Go on?`)) return;
  throw new StetError("cancelled", "cancelled", "cancelled; nothing was changed");
}

/** A file that gets its old name and its old text back is one. */
function filesOf(deeds: readonly UndoDeed[]): readonly string[] {
  const moved = new Set(deeds.flatMap((deed) => (deed.kind === "move" ? [deed.to] : [])));
  return [...new Set(deeds.map(({ path }) => path))].filter((path) => !moved.has(path));
}

function undoneObject({ settings }: Desk, { step, deeds }: Undoing) {
  const changes = deeds.map((deed) => ({
    kind: deed.kind,
    path: deed.path,
    to: deed.kind === "move" ? deed.to : null,
  }));
  return { at: writeInstant(step.at, settings.timezone), command: step.command, changes };
}
