// What was found in one article, shown: the text of it that holds the most of what was looked for, cut to a line.
import type { Article } from "../../article/article.ts";
import { parseBody } from "../../body/parse-body.ts";
import { plainText } from "../../body/plain-text.ts";
import { countHeld, cutSnippet, type SnippetPart } from "../../query/cut-snippet.ts";
import type { Phrase } from "../../query/query.ts";
import type { Desk } from "../desk.ts";
import { isReadable, readEntry } from "./read-entries.ts";

/**
 * The snippet of a file, at most `columns` wide; of none of the phrases the beginning of its text. The index holds no
 * text, so the file is read (1.5 ms in all); nothing where it holds no article any more.
 */
export function snippetOf(
  desk: Desk,
  { path, phrases = [] }: { readonly path: string; readonly phrases?: readonly Phrase[] },
  columns: number,
): SnippetPart[] {
  const entry = readEntry(desk, path);
  if (!isReadable(entry)) return [];
  return cutSnippet(bestText(entry.article, phrases), phrases, columns);
}

/** The snippet as plain text, for scripts. */
export function textOfSnippet(parts: readonly SnippetPart[]): string {
  return parts.map(({ text }) => text).join("");
}

/** The first of the article's texts that holds the most phrases: its body where that is as good as any. */
function bestText(article: Article, phrases: readonly Phrase[]): string {
  let best = "";
  let most = -1;
  for (const read of TEXTS) {
    const text = read(article);
    const held = countHeld(text, phrases);
    if (text !== "" && held > most) [best, most] = [text, held];
    if (most === phrases.length) break;
  }
  return best;
}

/** The last is the body with its markup, where addresses of links are found. */
const TEXTS: readonly ((article: Article) => string)[] = [
  ({ body }) => plainText(parseBody(body)),
  ({ summary }) => summary ?? "",
  ({ headline }) => headline,
  ({ authors }) => authors.map(({ name }) => name).join(", "),
  ({ tags }) => tags.join(", "),
  ({ corrections }) => corrections.map(({ text }) => text).join(" "),
  ({ body }) => body,
];
