// `stet submit`: drafts go to review.
import { StetError } from "../../base/stet-error.ts";
import { changeMany, MANY_OPTIONS } from "../change-many.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import type { Session } from "../session.ts";
import type { Words } from "../line/words.ts";

export const submit: CommandDeclaration = {
  name: "submit",
  group: "desk",
  summary: "Hand drafts in for review",
  arguments: [{ name: "article", isVariadic: true, isOptional: true }],
  examples: [
    "stet submit the-ferry-subsidy-nobody-voted-for",
    "stet submit -Q 'status:draft author:\"Ilse Vandermoor\"' --yes",
  ],
  options: [
    ...MANY_OPTIONS,
    { flags: "--force", description: "bring back what was killed; needs --reason" },
    { flags: "--reason <TEXT>", description: "why it comes back, kept in its notes" },
  ],
  notes: ["What is in review already stays as it is; anything further on is refused."],
  seeAlso: ["approve", "kill"],
  run: runSubmit,
};

async function runSubmit(words: Words, session: Session): Promise<number> {
  const { submitArticles } = await import("../../desk/steps/step-articles.ts");
  const revive = reviveReason(words);
  return changeMany(session, words, {
    selectors: words.args,
    change: (desk, entries, options) =>
      submitArticles(desk, entries, { ...options, ...(revive === undefined ? {} : { revive }) }),
  });
}

/** The reason behind `--force`; undefined without it. Throws StetError usage for one without the other. */
function reviveReason(words: Words): string | undefined {
  const reason = words.text("reason")?.trim() ?? "";
  if (words.flag("force") === (reason !== "")) return reason === "" ? undefined : reason;
  throw new StetError("usage", "need-input", "--force and --reason go together", {
    hint: '--force --reason "the bridge is safe after all"',
  });
}
