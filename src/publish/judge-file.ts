// One planned file that may have to be written: makes its content, only if need be, and says whether it differs from
// what stands there. Changes nothing.
import { contentHash } from "../newsroom/read/content-hash.ts";
import { hashOfFile, sourceFile, standingAt } from "../newsroom/site/publish-stamp.ts";
import { isUntouched, type Work } from "./compare-edition.ts";
import { originOf } from "./manifest-rows.ts";
import type { Content, PlannedFile, Refusal } from "./planned-file.ts";
import { placeIn, refuse, type Site } from "./site.ts";
import { StetError } from "../base/stet-error.ts";

/** The bytes to write, or the absolute path of the file to copy. */
export type Source = { readonly bytes: Uint8Array } | { readonly copyOf: string };

/** `same`: the bytes are there already, whoever wrote them; `hash` is that of what should be there. */
export type Verdict =
  | { readonly kind: "same"; readonly hash: string }
  | { readonly kind: "write"; readonly hash: string; readonly from: Source }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** Judges the file. Throws Node's error for what stands in the site; what its content throws is a refusal. */
export async function judgeFile(site: Site, { file, known }: Work): Promise<Verdict> {
  const standing = standingHash(site, { file, known });
  if (
    known !== undefined &&
    known.key === file.key &&
    standing === originOf(site.manifest, file.path)?.hash
  ) {
    return { kind: "same", hash: standing ?? "" };
  }
  let made: Made;
  try {
    made = sourceOf(site, await file.content(file));
  } catch (thrown) {
    return { kind: "refused", refusal: unmade(site, file, thrown) };
  }
  if (made.hash === standing) return { kind: "same", hash: made.hash };
  const isForeign = known === undefined && standingAt(placeIn(site, file.path)) !== "absent";
  return isForeign ? { kind: "refused", refusal: foreign(site, file) } : { kind: "write", ...made };
}

/** The hash of the file that stands at the path; undefined where none does. */
function standingHash(site: Site, { file, known }: Work): string | undefined {
  if (known !== undefined && isUntouched(site, file.path, known)) {
    return originOf(site.manifest, file.path)?.hash;
  }
  return hashOfFile(placeIn(site, file.path));
}

/** A content, and the hash of its bytes. */
export interface Made {
  readonly hash: string;
  readonly from: Source;
}

/** The bytes of a content, or the file to copy. Throws StetError invalid/not-a-file. */
export function sourceOf(site: Site, content: Content): Made {
  if (typeof content === "object" && "copyOf" in content) return copyOf(site, content.copyOf);
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  return { hash: contentHash(bytes), from: { bytes } };
}

function copyOf(site: Site, file: string): Made {
  const real = sourceFile(site.root, file);
  const hash = real === undefined ? undefined : hashOfFile(real);
  if (real !== undefined && hash !== undefined) return { hash, from: { copyOf: real } };
  throw new StetError("invalid", "not-a-file", `${file} is no file of the newsroom`, { where: { file } });
}

/** The refusal for a file whose content threw. */
export function unmade(site: Site, { path, source = path }: PlannedFile, thrown: unknown): Refusal {
  const code = thrown instanceof StetError ? thrown.code : "io";
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  const message = `${site.name}/${path} could not be made: ${why}`;
  return { ...refuse(path, "content", { code, message, file: source }), cause: thrown };
}

function foreign(site: Site, { path, source = path, what = source }: PlannedFile): Refusal {
  const file = `${site.name}/${path}`;
  const message = `${file} is in the way of ${what}: stet has not written it`;
  return refuse(path, "foreign", {
    code: "exists",
    message,
    file,
    hint: `mv ${file} elsewhere, then publish again`,
  });
}
