// Questions before a change, as great as the damage: none before one article, yes or no before several, their number before
// many, and before readers lose what they have its slug.
import { StetError } from "../base/stet-error.ts";
import type { Selected } from "./select.ts";
import { canAsk, type Session } from "./session.ts";
import { isAnyLive } from "./tell-site.ts";

/** More are not told apart in a list: their number is to be typed. */
const MANY = 20;

/**
 * Asks before more than one article is changed: yes or no, and of more than 20 their number. Where nobody can be asked,
 * `--yes` must have been given. Throws StetError usage or cancelled.
 */
export function confirmMany(session: Session, selected: readonly Selected[], what: string): Promise<void> {
  return confirmSeveral(session, selected, { what, asksNumber: selected.length > MANY });
}

/**
 * As confirmMany, but where an article is live its slug is to be typed, or the number of several: what a reader's program
 * was told is gone, no `stet undo` brings back. One is not asked about where nobody can be asked.
 */
export async function confirmTakenDown(
  session: Session,
  selected: readonly Selected[],
  what: string,
): Promise<void> {
  const isAsked = !session.globals.flag("yes") && canAsk(session);
  const paths = selected.map(({ path }) => path);
  if (!isAsked || !(await isAnyLive(session, paths))) return confirmMany(session, selected, what);
  const [only, ...others] = selected;
  if (only === undefined) return;
  if (others.length > 0) return confirmSeveral(session, selected, { what, asksNumber: true });
  const { askTyped } = await import("./prompts/ask.ts");
  await session.io.stderr.write(`  ${only.slug}\n`);
  const question = `readers have it; type its slug to ${what} it:`;
  if (!(await askTyped(session, question, only.slug))) throw notSure();
}

async function confirmSeveral(
  session: Session,
  selected: readonly Selected[],
  { what, asksNumber }: { readonly what: string; readonly asksNumber: boolean },
): Promise<void> {
  if (selected.length < 2 || session.globals.flag("yes")) return;
  const question = `this would ${what} ${selected.length} articles`;
  if (!canAsk(session)) {
    throw new StetError("usage", "need-input", question, { hint: "add --yes to do it without asking" });
  }
  const shown = selected.slice(0, MANY).map(({ slug }) => `  ${slug}`);
  if (selected.length > shown.length) shown.push(`  and ${selected.length - shown.length} more`);
  await session.io.stderr.write(`${shown.join("\n")}\n`);
  const { askConfirm, askTyped } = await import("./prompts/ask.ts");
  const isSure = asksNumber
    ? await askTyped(session, `${question}; type the number to go on:`, String(selected.length))
    : await askConfirm(session, `${question}. Go on?`);
  if (!isSure) throw notSure();
}

function notSure(): StetError {
  return new StetError("cancelled", "cancelled", "cancelled; nothing was changed");
}
