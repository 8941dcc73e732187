import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/newsroom/read/decode-text.ts";
import { anyCharacter } from "../support/any-character.ts";

function messageFor(bytes: readonly number[]): string {
  const decoded = decodeText(Buffer.from(bytes));
  return decoded.ok ? JSON.stringify(decoded.text) : decoded.message;
}

const LETTER = 0x61;
const LINE = 0x0a;

describe("decodeText", () => {
  test.each([
    ["nothing", [], '""'],
    ["a letter", [LETTER], '"a"'],
    ["a byte order mark", [0xef, 0xbb, 0xbf, LETTER], '"\uFEFFa"'],
    ["line ends as they are", [LETTER, 0x0d, LINE, LETTER], '"a\\r\\na"'],
    ["UTF-16 little-endian with its mark", [0xff, 0xfe, LETTER, 0], "the file is UTF-16; stet reads UTF-8"],
    ["UTF-16 big-endian with its mark", [0xfe, 0xff, 0, LETTER], "the file is UTF-16; stet reads UTF-8"],
    ["UTF-16 little-endian without", [LETTER, 0, LETTER, 0], "the file is UTF-16; stet reads UTF-8"],
    ["UTF-16 big-endian without", [0, LETTER, 0, LETTER], "the file is UTF-16; stet reads UTF-8"],
    ["a NUL", [LETTER, LINE, LETTER, LETTER, 0], "line 2 holds a NUL byte; the file is damaged or no text"],
    ["only NULs", [0, 0, 0, 0, 0], "the file holds nothing but NUL bytes, as after a crash"],
    ["Latin-1", [LETTER, LINE, LINE, 0xe9, LINE], "line 3 is not UTF-8 (byte E9)"],
    ["a character cut at the end", [LETTER, 0xe2, 0x82], "line 1 is not UTF-8 (byte E2)"],
    ["an overlong form", [0xc0, 0xaf], "line 1 is not UTF-8 (byte C0)"],
    ["a surrogate", [LETTER, 0xed, 0xa0, 0x80], "line 1 is not UTF-8 (byte ED)"],
  ])("%s", (_name, bytes, message) => expect(messageFor(bytes)).toBe(message));

  test("gives back every text without NUL", () => {
    const text = fc.string({ unit: anyCharacter }).filter((each) => !each.includes("\0"));
    fc.assert(
      fc.property(text, (each) => {
        const bytes = Buffer.from(each, "utf8");
        expect(decodeText(bytes)).toEqual({ ok: true, text: bytes.toString("utf8") });
      }),
    );
  });

  test("names a bad byte's line wherever it stands", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "é", "\n", "€", "😀")), fc.string(), (before, after) => {
        const bytes = Buffer.concat([
          Buffer.from(before.join("")),
          Buffer.from([0xff]),
          Buffer.from(after.replaceAll("\0", "")),
        ]);
        const decoded = decodeText(bytes);
        const line = before.filter((each) => each === "\n").length + 1;
        expect(decoded).toMatchObject({ ok: false, line, message: `line ${line} is not UTF-8 (byte FF)` });
      }),
    );
  });
});
