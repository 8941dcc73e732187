// Quotations without a speaker, and two kinds of marks in one body.
import { describe, expect, test } from "vitest";
import { checkedBody } from "./check-files.ts";

describe("a block quote that is speech and names nobody", () => {
  test.each([
    ["> “We lost.”"],
    ['> "We lost."'],
    ["> «Nous avons perdu»."],
    ["> „Wir haben verloren.“"],
    ["> “We lost.\n> We shall lose again.”"],
    ["> “We lost.”\n>\n> “Again.”"],
  ])("%j", async (quote) => {
    expect(await checkedBody(`Text.\n\n${quote}\n\nText.`)).toEqual([
      "a.yaml:5:3 warning unattributed-quote: this quotation does not say who said it",
    ]);
  });
});

describe("one that is none, or names somebody", () => {
  test.each([
    ["> “We lost.”\n>\n> — Jane Doe"],
    ["> “We lost.”\n>\n> -- Jane Doe"],
    ["> “We lost.”\n>\n> *Jane Doe, mayor*"],
    ["> “We lost.”\n>\n> Jane Doe, in “Memoirs”"],
    ["> The Refund shall lapse in full."],
    ["> A sign says “help yourself”, and people are."],
    ["> “Help yourself”, says a sign."],
    ["She said:\n\n> “We lost.”"],
    ["```\n> “We lost.”\n```"],
  ])("%j", async (body) => {
    expect(await checkedBody(body)).toEqual([]);
  });
});

test("a straight mark among curly ones, once", async () => {
  expect(await checkedBody('He “said” it.\n\nAnd "again" and "again".')).toEqual([
    "a.yaml:5:7 warning mixed-quotes: a straight quotation mark stands here, and curly ones elsewhere",
  ]);
});

test.each(['He “said” it: 12" of rain.', 'He "said" it.', 'He “said” it in `"code"`.', '`“` and "x"'])(
  "%s is not mixed",
  async (body) => {
    expect(await checkedBody(body)).toEqual([]);
  },
);
