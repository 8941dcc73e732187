// Bodies for the differential fuzz of what is skimmed: plainly written ones, and ones in which anything stands anywhere.
import * as fc from "fast-check";

const SIGNS = "ab1 \n>*_#-+=.):'\"~^—–―é日กİ½!?%{}/@:;,&([]".split("");

const MARKS = [
  "\n\n",
  "\n> ",
  "\n- ",
  "\n## ",
  "**",
  "--",
  "---\n",
  "===\n",
  "1. ",
  "2) ",
  "    ",
  "\t",
  "word ",
  "— X",
  "> — Y\n",
  "[^1]",
  "[^1]: n",
  "[a]: b\n",
  "<b>",
  "&amp;",
  "|",
  "`c`",
  "```js\n",
  "~~~",
  "\\",
  "\r",
  "http://x.y/z",
  "~~x~~",
];

const LINKS = [
  "[a](b)",
  "[a b](article:one-two)",
  "[](article:three)",
  "[été](article:Été-3)",
  `[a](article:${"é".repeat(70)})`,
  "[a](Article:one)",
  "[a](article:Été)",
  "[x](https://x.example/a?b=c&d#article:e)",
  "![a](b.png)",
  "![](/c/d.png)",
  "![a](b%20c.png)",
  "[sic]",
  "[a](b c)",
  "![a](b.png 'A title')",
];

/** Whole blocks as people write them, each with a blank line behind it. */
const BLOCKS = [
  "Two words.\n\n",
  "Two words.\n",
  "It said [so](article:one-two), and [so](https://x.example/).\nOn.\n\n",
  "![a ferry](ferry.jpg)\n\n",
  "![a quay](quay.jpg)\n\n",
  "So:\n![a pier](pier.jpg)\n\n",
  "- ![a list](list.jpg)\n- [two](article:two)\n\n",
  "## A [subhead](article:two)\n\n",
];

/** Each ends a paragraph, so that the one before it is a quotation's. */
const SPEAKERS = ["> — Zoë", "> — [Bob](article:bob)", "> -- Bob O'Hara", "> ―", "> — Zoë\n> Li", "> So on."];

/** What looks like the plain thing and is another. */
export const TRAPS: readonly string[] = [
  "    [code](article:code)",
  "\t[code](article:code)",
  "# It [said\nso](article:so)",
  "# It [said\rso](article:so)",
  "a|b\n-|-",
  "<article:auto> [a <b](article:b)> c",
  "[a [b](article:in)](article:out)",
  "[![a](b.png)](article:out)",
  "![a](b%c.png)",
  "![a](été.png)",
  "[a](article:a%41)",
  "> It ![was](was.png) so\n>\n> — Zoë",
  "> It *cracked\n>\n> — Zoë",
  "> It _cracked\n>\n> — Zoë",
  "> A_b_ c\n>\n> — Zoë",
  "> _A_b c\n>\n> — Zoë",
  "> A*b*c\n>\n> — Zoë",
  "> _(A)_ b\n>\n> — Zoë",
  "> *A [b* c](d)\n>\n> — Zoë",
  "> [Said](article:said)\n>\n> — Zoë",
  "> Said\n>\n> [— Zoë](article:zoe)",
  "> [Said](article:said)\n>\n> — [Zoë](article:zoe)",
  "> Said  \n> so\n>\n> — Zoë",
  "> Said so \n>\n> — Zoë",
  "> 1. Said\n>\n> — Zoë",
  "> # Said\n>\n> — Zoë",
  "> and\0so on\n>\n> — Zoë",
  "> Said\n>\n> — Zoë\n> Li",
  "> Said\n>\n> — Zoë\nLi",
  "Said\n> Said\n>\n> — Zoë",
  "> — Zoë",
  "> Said\n>\n> —",
  "> Said\n>\n>\n> So\n> on\n>\n> -- Zoë\n",
  "- > Said\n  >\n  > — Zoë",
];

const trap = fc.constantFrom(...TRAPS).map((text) => `${text}\n\n`);
const quote = fc
  .tuple(
    fc.constantFrom("It cracked.", "It *cracked*.", "> Said [so](article:so)"),
    fc.constantFrom(...SPEAKERS),
  )
  .map(([words, speaker]) => `> ${words}\n>\n${speaker}\n\n`);

/** Blocks and traps, and now and then what may stand anywhere. */
export const randomBody: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...BLOCKS), trap, quote, fc.constantFrom(...SIGNS, ...MARKS, ...LINKS)), {
    maxLength: 6,
  })
  .map((parts) => parts.join(""));
