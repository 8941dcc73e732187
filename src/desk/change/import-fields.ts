// An article's YAML, or the JSON object that `stet export` printed, read as the fields of a new article.
import { parseArticle } from "../../article/parse-article.ts";
import { fieldsOf, type ArticleFields } from "../../article/print-article.ts";
import { StetError } from "../../base/stet-error.ts";
import type { Desk } from "../desk.ts";

/**
 * The fields of the one article in `text`; an array of one is that one, and the `derived` part of an export is left
 * out. Throws StetError invalid with the file's name and line.
 */
export function readArticleFields(desk: Desk, text: string, file: string): Partial<ArticleFields> {
  if (countJson(text) > 1) {
    throw new StetError("usage", "usage", `${file} holds more than one article`, {
      hint: "stet new makes one: stet export ARTICLE --to json | stet new --from -",
    });
  }
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
  // A name alone is written as one, not as a map.
  fields["authors"] = article.authors.map((author) =>
    Object.keys(author).length === 1 ? author.name : author,
  );
  return fields;
}

/** `stet export --to json` of one article prints `[`, the object and `]`, each on lines of its own. */
function withoutBrackets(text: string): string {
  const match = /^\s*\[\s*(\{[\s\S]*\})\s*\]\s*$/.exec(text);
  return match?.[1] ?? text;
}

/** How many articles a JSON or NDJSON export holds; any other text is taken for one. */
function countJson(text: string): number {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.length : 1;
  } catch {
    const lines = text.trim().split("\n");
    return lines.every((line) => line.startsWith("{")) ? lines.length : 1;
  }
}
