// `stet withdraw`: articles go off the site quietly and may come back.
import { changeMany, MANY_OPTIONS } from "../change-many.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import type { Session } from "../session.ts";
import type { Words } from "../line/words.ts";

export const withdraw: CommandDeclaration = {
  name: "withdraw",
  group: "desk",
  summary: "Take published articles off the site, quietly",
  arguments: [{ name: "article", isVariadic: true, isOptional: true }],
  examples: [
    "stet withdraw pardo-tunnel-reopens",
    'stet withdraw pardo-tunnel-reopens --reason "the operator denies it"',
  ],
  options: [...MANY_OPTIONS, { flags: "--reason <TEXT>", description: "why, kept in its notes" }],
  notes: [
    "It may come back, with its first publication as it was. On a terminal the slug of a",
    "live one is asked for, or the number of several; --yes answers.",
  ],
  seeAlso: ["kill", "correct"],
  run: runWithdraw,
};

async function runWithdraw(words: Words, session: Session): Promise<number> {
  const { withdrawArticles } = await import("../../desk/steps/take-down.ts");
  const reason = words.text("reason") ?? "";
  return changeMany(session, words, {
    selectors: words.args,
    takesDown: true,
    change: (desk, entries, options) => withdrawArticles(desk, entries, { ...options, reason }),
  });
}
