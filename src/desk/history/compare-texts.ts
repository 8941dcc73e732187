// Two texts of one article file compared as what they are: an article with fields and a body.
import type { Article } from "../../article/article.ts";
import { countWordsOf } from "../../body/count-words.ts";
import type { Desk } from "../desk.ts";
import { parseFile } from "../parse-file.ts";
import { compareArticles, type FieldChange } from "./compare-articles.ts";
import { compareBodies, type ParagraphChange } from "./compare-bodies.ts";

/** A file as it was or is; its path gives the slug where the text has none. */
export interface TextSide {
  readonly path: string;
  readonly text: string;
}

export interface ArticleChange {
  readonly kind: "new" | "removed" | "changed";
  readonly slug: string;
  readonly path: string;
  /** Where the file was before, when it was elsewhere. */
  readonly from?: string;
  readonly fields: readonly FieldChange[];
  /** Empty where the body did not change. */
  readonly paragraphs: readonly ParagraphChange[];
  /** Words of the body; null where there is no article. */
  readonly words: { readonly before: number | null; readonly after: number | null };
  /** The text that holds no article: what changed cannot be told in fields. */
  readonly unreadable?: "before" | "after" | "both";
}

/** One of the sides must be there. */
export function compareTexts(
  desk: Desk,
  before: TextSide | undefined,
  after: TextSide | undefined,
): ArticleChange {
  const [old, now] = [readingOf(desk, before), readingOf(desk, after)];
  const { path } = after ?? before ?? { path: "" };
  const from = before === undefined || before.path === path ? {} : { from: before.path };
  const unreadable = unreadableSide(before !== undefined && old === undefined, {
    after: after !== undefined && now === undefined,
  });
  return {
    kind: before === undefined ? "new" : after === undefined ? "removed" : "changed",
    slug: (now ?? old)?.slug ?? slugOf(path),
    path,
    ...from,
    ...unreadable,
    fields: unreadable === undefined ? compareArticles(old, now) : [],
    paragraphs:
      unreadable === undefined && old?.body !== now?.body
        ? compareBodies(old?.body ?? "", now?.body ?? "")
        : [],
    words: { before: wordsOf(old), after: wordsOf(now) },
  };
}

function readingOf(desk: Desk, side: TextSide | undefined): Article | undefined {
  return side === undefined ? undefined : parseFile(desk, side.path, side.text).article;
}

function unreadableSide(
  before: boolean,
  { after }: { readonly after: boolean },
): Pick<ArticleChange, "unreadable"> | undefined {
  if (!before && !after) return undefined;
  return { unreadable: before && after ? "both" : before ? "before" : "after" };
}

function wordsOf(article: Article | undefined): number | null {
  return article === undefined ? null : countWordsOf(article.body);
}

function slugOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.ya?ml$/i, "");
}
