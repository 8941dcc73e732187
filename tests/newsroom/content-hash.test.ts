import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { shortHash } from "../../src/newsroom/read/content-hash.ts";
import { anyCharacter } from "../support/any-character.ts";

test("a short hash is the beginning of the long one", () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      const whole = createHash("sha256").update(text).digest();
      expect(shortHash(text)).toBe(whole.toString("base64url").slice(0, 22));
    }),
  );
});
