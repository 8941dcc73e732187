// `stet kill`: an article is void, and everybody who had it is told so.
import { StetError } from "../../base/stet-error.ts";
import { changeMany, MANY_OPTIONS } from "../change-many.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { canAsk, type Session } from "../session.ts";
import type { Words } from "../line/words.ts";

export const kill: CommandDeclaration = {
  name: "kill",
  group: "desk",
  summary: "Void an article, loudly and for good",
  arguments: [{ name: "article", isVariadic: true, isOptional: true }],
  examples: ['stet kill pardo-tunnel-reopens --reason "The tunnel is still shut."'],
  options: [...MANY_OPTIONS, { flags: "--reason <TEXT>", description: "why, kept in its notes" }],
  notes: [
    "One article at a time; several need --yes. On a terminal the slug of a live one is",
    "asked for; --yes answers. Where it was public, feeds carry a tombstone. The reason",
    "stays in the newsroom. With a reason stet publish --force brings back what readers",
    "have had, stet submit --force what they have not.",
  ],
  seeAlso: ["withdraw", "correct", "rm"],
  run: runKill,
};

async function runKill(words: Words, session: Session): Promise<number> {
  const { killArticles } = await import("../../desk/steps/take-down.ts");
  const isMany = words.args.length > 1 || words.args[0] === "-" || words.text("query") !== undefined;
  if (isMany && !session.globals.flag("yes")) {
    throw new StetError("usage", "need-input", "kill takes one article at a time", {
      hint: "add --yes to kill several",
    });
  }
  const reason = words.text("reason") ?? (await askReason(session));
  return changeMany(session, words, {
    selectors: words.args,
    takesDown: true,
    change: (desk, entries, options) => killArticles(desk, entries, { ...options, reason }),
  });
}

/** Empty where nobody can be asked: the desk refuses to kill without a reason. */
async function askReason(session: Session): Promise<string> {
  if (!canAsk(session)) return "";
  const { askLine } = await import("../prompts/ask.ts");
  const fault = (typed: string): string | undefined =>
    typed.trim() === "" ? "a kill needs a reason" : undefined;
  return askLine(session, { message: "Why is it killed?", instead: "--reason", fault });
}
