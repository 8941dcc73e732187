// The images of the newsroom that pages show: their sizes, and the stamps that tell whether they changed. Each is looked
// at once in a run.
import { readImageFile } from "../../../newsroom/read/read-image-file.ts";
import { imageSize, type ImageSize } from "../../../render/image-size.ts";
import type { Desk } from "../../desk.ts";

/** An image file of the newsroom. */
export interface OwnImage {
  /** Relative to the newsroom's root, and to the site's. */
  readonly path: string;
  readonly stamp: string;
  readonly size?: ImageSize;
}

const known = new WeakMap<object, Map<string, OwnImage | undefined>>();

/** The file that `src` of an article names; undefined for an address elsewhere and for what is no image file. */
export function ownImage(desk: Pick<Desk, "root">, src: string): OwnImage | undefined {
  const images = known.get(desk) ?? new Map<string, OwnImage | undefined>();
  known.set(desk, images);
  if (!images.has(src)) images.set(src, readOwn(desk, src));
  return images.get(src);
}

/** Changes with the file that `src` of an article names; null where there is none. */
export function imageStampOf(desk: Pick<Desk, "root">, src: string): string | null {
  return ownImage(desk, src)?.stamp ?? null;
}

export function imageSizeOf(desk: Pick<Desk, "root">, src: string): ImageSize | undefined {
  return ownImage(desk, src)?.size;
}

/** Only what is called an image is one: an article must not publish any file of the newsroom by naming it. */
const IMAGE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

function readOwn({ root }: Pick<Desk, "root">, src: string): OwnImage | undefined {
  const path = imagePath(src);
  const file = path === undefined ? undefined : readImageFile(root, path);
  if (path === undefined || file === undefined) return undefined;
  const size = imageSize(file.bytes);
  return { path, stamp: file.stamp, ...(size === undefined ? {} : { size }) };
}

/** Where the image that `src` of an article names would be, relative to the newsroom's root, and to the site's. */
export function imagePath(src: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\//i.test(src) || !IMAGE.test(src)) return undefined;
  const path = decoded(src).replace(/^\.\//, "");
  return path.split("/").includes("..") ? undefined : path;
}

function decoded(src: string): string {
  try {
    return decodeURI(src);
  } catch {
    return src;
  }
}

/** The stamp by path of every image looked for so far; null where there is no such file yet. */
export function imageStampsSeen(desk: Desk): Readonly<Record<string, string | null>> {
  const stamps = [...(known.get(desk) ?? [])].flatMap(([src, image]): [string, string | null][] => {
    const path = imagePath(src);
    return path === undefined ? [] : [[path, image?.stamp ?? null]];
  });
  return Object.fromEntries(stamps);
}

/** Paths of the images looked for so far that are not there, and were not missed before. */
export function imagesLost(desk: Desk, before: Readonly<Record<string, string | null>> = {}): string[] {
  return Object.entries(imageStampsSeen(desk)).flatMap(([path, stamp]) =>
    stamp === null && before[path] !== null ? [path] : [],
  );
}
