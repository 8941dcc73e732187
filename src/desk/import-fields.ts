// An article's YAML, or the JSON object that `stet export` printed, read as the fields of a new article.
import { parseArticle } from "../article/parse-article.ts";
import { fieldsOf, type ArticleFields } from "../article/print-article.ts";
import { StetError } from "../base/stet-error.ts";
import type { Desk } from "./desk.ts";

/**
 * The fields of the one article in `text`; an array of one is that one, and the `derived` part of an export is left
 * out. Throws StetError invalid with the file's name and line.
 */
export function readArticleFields(desk: Desk, text: string, file: string): Partial<ArticleFields> {
  const { article, problems } = parseArticle(
    { text: withoutBrackets(text), fileSlug: "untitled", file },
    desk.settings,
    desk.limits,
  );
  if (article === undefined) {
    const problem = problems.find(({ severity }) => severity === "error");
    const line = problem?.line === undefined ? {} : { line: problem.line };
    throw new StetError("invalid", problem?.code ?? "schema", problem?.message ?? "no article", {
      where: { file, ...line },
    });
  }
  const fields: Record<string, unknown> = { ...fieldsOf(article, { withNotes: true }) };
  if (article.slug === "untitled") delete fields["slug"];
  return fields;
}

/** `stet export --to json` of one article prints `[`, the object and `]`, each on lines of its own. */
function withoutBrackets(text: string): string {
  const match = /^\s*\[\s*(\{[\s\S]*\})\s*\]\s*$/.exec(text);
  return match?.[1] ?? text;
}
