import { expect, test } from "vitest";
import { parseBody } from "../../src/body/parse-body.ts";
import { reshapeBody } from "../../src/formats/reshape-body.ts";

const EVERYTHING = [
  "# a *a* [a](/x) ![a](/y)\n",
  "- a\n\n  > **a**\n",
  "> a\n>\n> — a\n",
  "| a |\n|---|\n| ~~a~~[^1] |\n",
  '![a](/z "caption")\n',
  "```\na\n```\n",
  "***\n",
  "[^1]: a\n",
].join("\n");

test("nothing changes when nothing is replaced", () => {
  const body = parseBody(EVERYTHING);
  expect(reshapeBody(body, { block: (block) => block, inline: (inline) => inline })).toEqual(body);
});

test("reaches every text of a body", () => {
  let texts = 0;
  reshapeBody(parseBody(EVERYTHING), {
    block: (block) => block,
    inline: (inline) => {
      if (inline.type === "text" && inline.text.trim() === "a") texts++;
      return inline;
    },
  });
  expect(texts).toBe(EVERYTHING.replace("```\na\n```", "").match(/\ba\b/g)?.length);
});

test("replaces from the leaves up", () => {
  const order: string[] = [];
  const note = <Node extends { readonly type: string }>(node: Node): Node => {
    order.push(node.type);
    return node;
  };
  reshapeBody(parseBody("> *a*\n"), { block: note, inline: note });
  expect(order).toEqual(["text", "emphasis", "paragraph", "block-quote"]);
});
