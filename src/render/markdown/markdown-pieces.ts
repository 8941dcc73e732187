// Inlines flattened to a row of pieces, so that each emphasis delimiter can see its neighbours: the first half of
// markdown-inline.ts.
import type { Emphasis, Inline, Strike, Strong, Text } from "../../body/blocks.ts";

/** One emphasis, strong or strike: its opening and closing piece share it. `character` is chosen later. */
export interface Pair {
  readonly type: "emphasis" | "strong" | "strike";
  readonly parent: Pair | undefined;
  character: "*" | "_" | "~" | "";
}

/** `text` is raw and may be escaped or referenced; `mark` is finished Markdown; a delimiter belongs to its pair. */
export type Piece =
  | { readonly kind: "text"; readonly text: string; first: boolean; last: boolean }
  | { readonly kind: "mark"; readonly markdown: string }
  | { readonly kind: "delimiter"; readonly opens: boolean; readonly pair: Pair };

/** What a `mark` is made of. */
export type Marked = Exclude<Inline, Text | Emphasis | Strong | Strike>;

/** The pieces in order; `mark` prints everything that is neither text nor emphasis. */
export function piecesOf(
  inlines: readonly Inline[],
  mark: (inline: Marked) => string,
  parent?: Pair,
): Piece[] {
  return inlines.flatMap((inline): Piece[] => {
    if (inline.type === "text") return [{ kind: "text", text: inline.text, first: false, last: false }];
    if (!isEmphasis(inline)) return [{ kind: "mark", markdown: mark(inline) }];
    const pair: Pair = { type: inline.type, parent, character: "" };
    const inside = piecesOf(inline.children, mark, pair);
    return [{ kind: "delimiter", opens: true, pair }, ...inside, { kind: "delimiter", opens: false, pair }];
  });
}

function isEmphasis(inline: Inline): inline is Emphasis | Strong | Strike {
  return inline.type === "emphasis" || inline.type === "strong" || inline.type === "strike";
}
