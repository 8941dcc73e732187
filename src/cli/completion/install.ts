// `stet completion --install` and `--uninstall`: shows what would change in the person's home, asks, and does it.
import { StetError } from "../../base/stet-error.ts";
import { visibleText } from "../../base/visible-text.ts";
import { changeHome, type CompletedShell, type HomeChange } from "../../desk/install-completion.ts";
import { canAsk, print, tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";

export interface HomePlan {
  readonly shell: CompletedShell;
  readonly isInstall: boolean;
  readonly changes: readonly HomeChange[];
  readonly dryRun: boolean;
}

/** Makes the changes once a person has said yes, or `--yes` has. Throws StetError usage, cancelled or external. */
export async function changeHomeFor(session: Session, plan: HomePlan): Promise<void> {
  const { shell, isInstall, changes, dryRun } = plan;
  if (changes.length === 0) {
    await tell(session, `completion for ${shell} is ${isInstall ? "installed already" : "not installed"}`);
    return;
  }
  if (dryRun) return printPlan(session, changes);
  if (!session.globals.flag("yes")) await confirm(session, plan);
  changeHome(changes);
  for (const { file } of changes) if (!session.io.stdout.isTerminal) await print(session, visibleText(file));
  const { ok, next } = symbols(session.err);
  const done = isInstall ? "Installed" : "Took away";
  await tell(session, `${session.err.green(ok)} ${done} completion for ${shell}; a new terminal has it so`);
  if (isInstall) await tell(session, `${next} stet completion --uninstall ${shell} takes it away again`);
}

async function printPlan(session: Session, changes: readonly HomeChange[]): Promise<void> {
  for (const line of changes.flatMap(planLines)) await print(session, line);
}

/** `+ file`, `- file`, or `~ file` with the lines under it that come or go. */
function planLines({ kind, file, lines }: HomeChange): string[] {
  const sign = { write: "+", remove: "-", "add-lines": "~", "remove-lines": "~" }[kind];
  const mark = kind === "remove-lines" ? "-" : "+";
  return [`${sign} ${file}`, ...lines.map((line) => `    ${mark} ${line}`)].map((line) => visibleText(line));
}

async function confirm(session: Session, { shell, isInstall, changes }: HomePlan): Promise<void> {
  const what = isInstall ? `install completion for ${shell}` : `take away completion for ${shell}`;
  if (!canAsk(session)) {
    throw new StetError("usage", "need-input", `this would ${what}`, {
      detail: changes.flatMap(planLines).join("\n"),
      hint: "add --yes to do it without asking",
    });
  }
  await session.io.stderr.write(`${changes.flatMap(planLines).join("\n")}\n`);
  const { askConfirm } = await import("../prompts/ask.ts");
  if (await askConfirm(session, `this would ${what}. Go on?`)) return;
  throw new StetError("cancelled", "cancelled", "cancelled; nothing was changed");
}
