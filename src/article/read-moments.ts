// Instants and embargoes out of an article file, in the newsroom's zone where the text names none.
import type { Instant } from "../base/instant.ts";
import { parseInstant } from "../base/parse-instant.ts";
import type { Embargo } from "./article.ts";
import { readWord, report, type FieldReader } from "./field-reader.ts";
import type { YamlNode } from "./yaml/yaml-node.ts";

/** The instant a value names; a skipped or unreadable one is a Problem, one that happens twice a warning. */
export function readInstant(
  reader: FieldReader,
  node: YamlNode,
  field: string,
  timezone: string,
): Instant | undefined {
  const text = readWord(reader, node, field);
  return text === undefined ? undefined : instantOf(reader, node, { field, text, timezone });
}

/** An instant, or `open`. */
export function readEmbargo(reader: FieldReader, node: YamlNode, timezone: string): Embargo | undefined {
  const text = readWord(reader, node, "embargo");
  if (text === undefined || text === "open") return text;
  return instantOf(reader, node, { field: "embargo", text, timezone });
}

interface Typed {
  readonly field: string;
  readonly text: string;
  readonly timezone: string;
}

function instantOf(
  reader: FieldReader,
  node: YamlNode,
  { field, text, timezone }: Typed,
): Instant | undefined {
  const reading = parseInstant(text, timezone);
  if (reading.kind === "unreadable") {
    report(reader, node.start, {
      code: "bad-date",
      field,
      message: `${field} is no date stet can read: "${text}"`,
      hint: "write it as 2026-11-23T06:00:00+01:00, 2026-11-23 06:00 or 2026-11-23",
    });
    return undefined;
  }
  if (reading.kind === "skipped") {
    report(reader, node.start, {
      code: "bad-date",
      field,
      message: `${text} does not exist in ${timezone}: the clock jumps from ${reading.before} to ${reading.after}`,
      hint: `write a time up to ${reading.before} or from ${reading.after} on, or add the offset`,
    });
    return undefined;
  }
  if (reading.happensTwice) {
    report(reader, node.start, {
      severity: "warning",
      code: "bad-date",
      field,
      message: `${text} happens twice in ${timezone}; the earlier one is taken`,
      hint: "add the offset to say which",
    });
  }
  return reading.instant;
}
