// A changed article as an object of JSON, for `stet log` and `stet diff` alike.
import type { ArticleChange } from "../../desk/history/compare-texts.ts";
import { describeChange } from "../../desk/history/describe-change.ts";

/** The keys of a change's object. */
export const CHANGE_SHAPE = {
  slug: null,
  path: null,
  from: null,
  kind: null,
  change: null,
  fields: null,
  paragraphs: null,
  words: null,
};

/** `paragraphs` counts them by their fate; `words` are those of the body, null where there is no article. */
export function changeObject(change: ArticleChange): Readonly<Record<keyof typeof CHANGE_SHAPE, unknown>> {
  const { slug, path, from = null, kind, fields, paragraphs, words } = change;
  const of = (fate: string): number => paragraphs.filter((paragraph) => paragraph.kind === fate).length;
  return {
    slug,
    path,
    from,
    kind,
    change: describeChange(change, "->"),
    fields,
    paragraphs: { added: of("added"), removed: of("removed"), changed: of("changed") },
    words,
  };
}
