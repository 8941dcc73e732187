// The newsroom's own fields, `x`: any YAML, read by the types stet.yaml gives them and by YAML's own where it gives none.
import { readInstant } from "./read-moments.ts";
import { readMap, readText, report, type FieldReader } from "./field-reader.ts";
import type { OwnFieldType, Settings } from "./settings.ts";
import { plainValue, type YamlNode } from "./yaml/yaml-node.ts";

/** `x` as plain values; an `instant` stays the text as written, once it is known to be one. */
export function readOwnFields(
  reader: FieldReader,
  node: YamlNode,
  settings: Settings,
): Record<string, unknown> {
  const own: Record<string, unknown> = {};
  for (const entry of readMap(reader, node, "x")?.entries ?? []) {
    const type = settings.fields.get(entry.key);
    const value =
      type === undefined
        ? plainValue(entry.value)
        : readTyped(reader, entry.value, { type, settings, key: entry.key });
    Object.defineProperty(own, entry.key, { value, enumerable: true, writable: true, configurable: true });
  }
  return own;
}

interface Typed {
  readonly type: OwnFieldType;
  readonly settings: Settings;
  readonly key: string;
}

function readTyped(reader: FieldReader, node: YamlNode, { type, settings, key }: Typed): unknown {
  const field = `x.${key}`;
  if (node.kind === "empty") return null;
  if (type === "text") return readText(reader, node, field) ?? null;
  if (type === "instant") return readInstant(reader, node, field, settings.timezone)?.written ?? null;
  const value = plainValue(node);
  if (typeof value === type) return value;
  report(reader, node.start, { field, message: `${field} is a ${type} by stet.yaml's fields` });
  return null;
}
