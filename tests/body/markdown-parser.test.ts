import * as fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { markdownParser, slowMarkdownParser } from "../../src/body/markdown-parser.ts";
import { runs } from "../support/runs.ts";
import { randomBody } from "./random-body.ts";

const stock = new MarkdownIt("default", { html: false });
stock.validateLink = () => true;
stock.normalizeLinkText = (url) => url;

const HOSTS = ["a", "a-b", "xn--bcher-kva", "é", "A", "1", ".", ":80", "@", "x".repeat(70), "a.b.c.d.e"];
const PATHS = ["/", "/a", "/a.b/", "/..", "%20", "?q", "#f", "~", "_", "é", "%", " ", "[", "*"];

test("an address is written as markdown-it itself writes it", () => {
  const ours = markdownParser("newsroom");
  const address = fc
    .tuple(
      fc.constantFrom("http://", "https://", "article:", "HTTP://", "mailto:", ""),
      fc.array(fc.constantFrom(...HOSTS), { maxLength: 3 }),
      fc.array(fc.constantFrom(...PATHS), { maxLength: 4 }),
    )
    .map(([scheme, host, path]) => scheme + host.join("") + path.join(""));
  fc.assert(
    fc.property(address, (each) => {
      expect(ours.normalizeLink(each)).toBe(stock.normalizeLink(each));
    }),
    { numRuns: 1_000 },
  );
});

test.each(["newsroom", "commonmark"] as const)("%s copy has the same tokens the short way", (flavour) => {
  const [quick, slow] = [markdownParser(flavour), slowMarkdownParser(flavour)];
  const line = fc
    .tuple(
      fc.constantFrom("", " ", "   ", "    ", "\t", " \t", "> ", ">", "- ", "1. ", "  - ", ">\t- ", "[^a]: "),
      fc.constantFrom("", "a", "é b", "A *b*", "| a |", "---", "===", "```", "# a", "\u00A0a", "a\0b", "“a”"),
      fc.constantFrom("", " ", "  ", "\t", "\u00A0", "\\"),
      fc.constantFrom("\n", "\n\n", "\n \n", "\r\n", "\r", ""),
    )
    .map((parts) => parts.join(""));
  const lines = fc.array(line, { maxLength: 8 }).map((all) => all.join(""));
  fc.assert(
    fc.property(fc.oneof(lines, randomBody), (text) => {
      const [env, slowEnv] = [{}, {}];
      expect(quick.parse(text, env)).toEqual(slow.parse(text, slowEnv));
      expect(env).toEqual(slowEnv);
    }),
    { numRuns: runs(300), examples: [[">\t- \t>\t- a\n"], ["```\na\n  "]] },
  );
});

const SIGNS = Array.from("ab é日\n!#$%&*+-:;<=>@[]\\^_`{}~().\"'|/", String);

test("a line is taken apart as markdown-it itself does it", () => {
  const ours = markdownParser("newsroom");
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 30 }), (text) => {
      fc.pre(!text.includes("[^"));
      expect(ours.parseInline(text, {})).toEqual(stock.parseInline(text, {}));
    }),
    { numRuns: 500 },
  );
});
