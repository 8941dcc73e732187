import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { imageSize } from "../../src/render/image-size.ts";

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))),
  );
}

const PNG = bytes("\x89PNG\r\n\x1A\n", [0, 0, 0, 13], "IHDR", [0, 0, 2, 0, 0, 0, 1, 0, 8, 2, 0, 0, 0]);
const GIF = bytes("GIF89a", [0x40, 0x01, 0xc8, 0x00, 0, 0, 0]);
const WEBP = bytes("RIFF", [30, 0, 0, 0], "WEBPVP8X", [10, 0, 0, 0, 0, 0, 0, 0], [0x1f, 3, 0], [0x57, 2, 0]);

/** A JPEG of 300 x 200 whose EXIF block says how it is turned. */
function jpeg(orientation: number): Uint8Array {
  const tiff = bytes(
    "II*\0",
    [8, 0, 0, 0],
    [1, 0],
    [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
    [0, 0, 0, 0],
  );
  const exif = bytes("Exif\0\0", [...tiff]);
  const frame = [0xff, 0xc0, 0, 17, 8, 0, 200, 1, 44, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
  return bytes([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2], [...exif], frame, [0xff, 0xd9]);
}

test.each<[string, Uint8Array, object]>([
  ["PNG", PNG, { width: 512, height: 256 }],
  ["GIF", GIF, { width: 320, height: 200 }],
  ["WebP", WEBP, { width: 800, height: 600 }],
  ["JPEG", jpeg(1), { width: 300, height: 200 }],
  ["JPEG turned a quarter", jpeg(6), { width: 200, height: 300 }],
  ["SVG", bytes('<svg width="120" height="80.4"></svg>'), { width: 120, height: 80 }],
  ["SVG with a viewBox alone", bytes('<svg viewBox="0 0 16 9"></svg>'), { width: 16, height: 9 }],
])("%s", (_, file, size) => {
  expect(imageSize(file)).toEqual(size);
});

test("the sample newsroom's own", () => {
  expect(imageSize(readFileSync("images/wafer.png"))).toEqual({ width: 1200, height: 675 });
});

test.each<[string, Uint8Array]>([
  ["nothing", bytes()],
  ["text", bytes("Not an image, however long it is and whatever it says.")],
  ["a PNG cut off", PNG.subarray(0, 18)],
  ["a PNG of no width", bytes("\x89PNG\r\n\x1A\n", [0, 0, 0, 13], "IHDR", [0, 0, 0, 0, 0, 0, 1, 0])],
  [
    "a bitmap, which pages do not show",
    bytes(
      "BM",
      Array.from({ length: 60 }, () => 1),
    ),
  ],
])("no size: %s", (_, file) => {
  expect(imageSize(file)).toBeUndefined();
});

test("bytes of any kind do no harm", () => {
  const start = fc.constantFrom(PNG, GIF, WEBP, jpeg(1), bytes("<svg "), bytes("\0\0\0\x1Cftypavif"));
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 200 }), fc.nat(40), (head, tail, cut) => {
      const size = imageSize(Buffer.concat([head.subarray(0, cut), tail]));
      if (size !== undefined) expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(1);
    }),
  );
});
