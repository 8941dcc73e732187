// One article's text through the parser, as the tests of this folder ask for it.
import type { Article } from "../../src/article/article.ts";
import { parseArticle, type ArticleReading } from "../../src/article/parse-article.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../src/article/settings.ts";
import type { Problem } from "../../src/base/problem.ts";

const SETTINGS: Settings = { ...DEFAULT_SETTINGS, language: "en-GB", timezone: "Europe/Brussels" };

/** Reads `text` as `articles/file-name.yaml` of a newsroom in Brussels. */
export function readArticle(text: string, settings: Partial<Settings> = {}): ArticleReading {
  const source = { text, fileSlug: "file-name", file: "articles/file-name.yaml" };
  return parseArticle(source, { ...SETTINGS, ...settings });
}

/** The article; throws with the Problems where there is none, or any Problem at all. */
export function articleOf(text: string, settings: Partial<Settings> = {}): Article {
  const { article, problems } = readArticle(text, settings);
  if (article === undefined || problems.length > 0) throw new Error(JSON.stringify(problems, undefined, 1));
  return article;
}

/** Problems in one line each: `2:7 error schema kind: message`. */
export function problemsOf(text: string, settings: Partial<Settings> = {}): string[] {
  return readArticle(text, settings).problems.map(
    ({ line, column, severity, code, message }) => `${line}:${column} ${severity} ${code}: ${message}`,
  );
}

/** The text with a Problem's correction in the place of its line. */
export function corrected(text: string, problem: Problem): string {
  const lines = text.split("\n");
  const at = (problem.line ?? 1) - 1;
  const mark = at === 0 && text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const carriage = (lines[at] ?? "").endsWith("\r") ? "\r" : "";
  lines[at] = mark + (problem.correction ?? "") + carriage;
  return lines.join("\n");
}
