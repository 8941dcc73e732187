// A query in its canonical form: one spelling for each connective and quotes wherever a value needs them.
import { quoted } from "./quote-value.ts";
import type { Item, Token } from "./read-tokens.ts";

/** The tokens as text that parses to the same query; what `--explain` shows. `saved` is what some of them stand for. */
export function printQuery(tokens: readonly Token[], saved: ReadonlyMap<Token, string>): string {
  const inner = withoutOuterGroup(tokens);
  const [only] = inner;
  const alone = only === undefined || inner.length > 1 ? undefined : saved.get(only);
  if (alone !== undefined) return alone;
  return inner
    .map((token, at) => {
      const query = saved.get(token);
      const printed = query === undefined ? printToken(token) : `(${query})`;
      return isTight(inner[at - 1], token) ? printed : ` ${printed}`;
    })
    .join("");
}

/** True where no space stands between the two. */
function isTight(before: Token | undefined, token: Token): boolean {
  return before === undefined || before.kind === "open" || before.kind === "not" || token.kind === "close";
}

/** Parentheses around the whole say nothing. */
function withoutOuterGroup(tokens: readonly Token[]): readonly Token[] {
  if (tokens[0]?.kind !== "open") return tokens;
  let depth = 0;
  const end = tokens.findIndex(({ kind }) => {
    depth += kind === "open" ? 1 : kind === "close" ? -1 : 0;
    return depth === 0;
  });
  return end === tokens.length - 1 ? withoutOuterGroup(tokens.slice(1, -1)) : tokens;
}

function printToken(token: Token): string {
  switch (token.kind) {
    case "open":
      return "(";
    case "close":
      return ")";
    case "or":
      return "OR";
    case "and":
      return "AND";
    case "not":
      return "-";
    case "phrase":
      return quoted(token.text);
    case "word":
      return token.text;
    case "field":
      return `${token.field}${token.operator}${token.items.map(printItem).join(",")}`;
  }
}

/** An alternative as it was written, or as good as. */
export function printItem({ text, isQuoted }: Item): string {
  return isQuoted ? quoted(text) : text;
}
