// The images of the newsroom that pages show: their sizes, and the stamps that tell whether they changed. Each is looked
// at once in a run.
import { readImageFile } from "../../newsroom/read-image-file.ts";
import { imageSize, type ImageSize } from "../../render/image-size.ts";
import type { Desk } from "../desk.ts";

/** An image file of the newsroom. */
export interface OwnImage {
  /** Relative to the newsroom's root, and to the site's. */
  readonly path: string;
  readonly stamp: string;
  readonly size?: ImageSize;
}

const known = new WeakMap<Desk, Map<string, OwnImage | undefined>>();

/** The file that `src` of an article names; undefined for an address elsewhere and for what is no image file. */
export function ownImage(desk: Desk, src: string): OwnImage | undefined {
  const images = known.get(desk) ?? new Map<string, OwnImage | undefined>();
  known.set(desk, images);
  if (!images.has(src)) images.set(src, readOwn(desk, src));
  return images.get(src);
}

export function imageSizeOf(desk: Desk, src: string): ImageSize | undefined {
  return ownImage(desk, src)?.size;
}

/** Only what is called an image is one: an article must not publish any file of the newsroom by naming it. */
const IMAGE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

function readOwn({ root }: Desk, src: string): OwnImage | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\//i.test(src) || !IMAGE.test(src)) return undefined;
  const path = decoded(src).replace(/^\.\//, "");
  const file = path.split("/").includes("..") ? undefined : readImageFile(root, path);
  if (file === undefined) return undefined;
  const size = imageSize(file.bytes);
  return { path, stamp: file.stamp, ...(size === undefined ? {} : { size }) };
}

function decoded(src: string): string {
  try {
    return decodeURI(src);
  } catch {
    return src;
  }
}

/** Every image file looked at so far, in no particular order. */
export function ownImagesSeen(desk: Desk): OwnImage[] {
  return [...(known.get(desk)?.values() ?? [])].filter((image) => image !== undefined);
}
