// The names a site's files may have on every file system it may be copied to.
import { foldCase } from "../base/fold-case.ts";

const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\..*)?$/i;
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u001F\u007F\\:*?"<>|]/;
const LONE_SURROGATE = /\p{Cs}/u;
const SEGMENT_BYTES = 255;
const PATH_BYTES = 1_024;

/** The folder for unfinished files inside a site that is a file system of its own; nothing may be planned there. */
export const SITE_STAGE = ".stet-tmp";

/** Why a path (relative to the site, with `/`) cannot be published, in the user's words; undefined when it can. */
export function pathFault(path: string): string | undefined {
  if (path === "") return "it is empty";
  if (FORBIDDEN.test(path)) return "it holds a character that file systems do not allow";
  if (LONE_SURROGATE.test(path) || path !== path.normalize("NFC")) return "it is not written in Unicode NFC";
  if (byteLength(path) > PATH_BYTES) return `it has more than ${PATH_BYTES} bytes`;
  for (const segment of path.split("/")) {
    const fault = segmentFault(segment);
    if (fault !== undefined) return fault;
  }
  return foldCase(path).startsWith(`${SITE_STAGE}/`) || foldCase(path) === SITE_STAGE
    ? `${SITE_STAGE} is stet's own`
    : undefined;
}

function segmentFault(segment: string): string | undefined {
  if (segment === "") return "it has an empty part";
  if (segment === "." || segment === "..") return "it leads out of the site";
  if (/[. ]$/.test(segment)) return "a part of it ends in a dot or a space";
  if (byteLength(segment) > SEGMENT_BYTES) return `a part of it has more than ${SEGMENT_BYTES} bytes`;
  return DEVICE.test(segment) ? `${segment} is a device name on Windows` : undefined;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
