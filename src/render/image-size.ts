// The size of an image from its first bytes, so that a page can reserve its place before it is loaded. The caller
// reads the file; 64 KiB of it are enough for all but photographs with much metadata.
import { imageSize as measure } from "image-size";

/** In CSS pixels, as a browser shows the image: turned as its EXIF orientation says. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** What browsers show. */
const SHOWN = new Set(["avif", "gif", "heif", "jpg", "png", "svg", "webp"]);

/** The size of a PNG, JPEG, GIF, WebP, AVIF or SVG; undefined for anything else and for what is cut off too early. */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  try {
    // A copy, because the library reads on behind the end of a view that shares its memory.
    const { width, height, type = "", orientation = 1 } = measure(new Uint8Array(bytes));
    if (!SHOWN.has(type) || !isLength(width) || !isLength(height)) return undefined;
    const [across, down] = [Math.round(width), Math.round(height)];
    return orientation >= 5 ? { width: down, height: across } : { width: across, height: down };
  } catch {
    // The library throws for every kind of file it cannot measure, and says no more than that.
    return undefined;
  }
}

/** HTML takes whole numbers from 1. */
function isLength(length: number): boolean {
  return Number.isFinite(length) && length >= 0.5;
}
