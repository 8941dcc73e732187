import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256Source } from "../../src/base/sha256.ts";
import { anyCharacter } from "../support/any-character.ts";

function byNode(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

test.each([0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 10_000])(
  "%i bytes, around the ends of blocks",
  (length) => {
    expect(sha256Source("a".repeat(length))).toBe(byNode("a".repeat(length)));
  },
);

test("any text, as Node hashes it", () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), (text) => {
      expect(sha256Source(text)).toBe(byNode(text));
    }),
  );
});
