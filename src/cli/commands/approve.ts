// `stet approve`: articles in review become ready to publish.
import { changeMany, MANY_OPTIONS } from "../change-many.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import type { Session } from "../session.ts";
import type { Words } from "../line/words.ts";

export const approve: CommandDeclaration = {
  name: "approve",
  group: "desk",
  summary: "Pass reviewed articles as ready to publish",
  arguments: [{ name: "article", isVariadic: true, isOptional: true }],
  examples: ["stet approve the-bog-that-pays-rent", "stet list @hot --slugs | stet approve - --yes"],
  options: MANY_OPTIONS,
  notes: ["What is ready already stays as it is; a draft is submitted first."],
  seeAlso: ["submit", "schedule"],
  run: runApprove,
};

async function runApprove(words: Words, session: Session): Promise<number> {
  const { approveArticles } = await import("../../desk/steps/step-articles.ts");
  return changeMany(session, words, { selectors: words.args, change: approveArticles });
}
