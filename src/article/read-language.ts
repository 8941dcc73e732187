// The language of an article or of the newsroom: a BCP 47 tag, which pages and feeds carry.
import { readLine, report, rewritten, type FieldReader } from "./field-reader.ts";
import type { YamlNode } from "./yaml/yaml-node.ts";

const TAG = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;

/** The tag as written; one that has not the shape of a tag (RFC 5646 section 2.1) is a warning, and kept. */
export function readLanguageTag(reader: FieldReader, node: YamlNode): string | undefined {
  const tag = readLine(reader, node, "language");
  if (tag === undefined || tag === "") return undefined;
  if (!TAG.test(tag)) {
    const mended = tag.replaceAll("_", "-");
    report(reader, node.start, {
      severity: "warning",
      field: "language",
      message: `"${tag}" is no language tag; write one such as en-GB`,
      ...(TAG.test(mended) ? rewritten(reader, node, mended) : {}),
    });
  }
  return tag;
}
