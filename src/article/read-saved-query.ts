// An entry of stet.yaml's queries, by a name that can be called.
import { readLine, report, type FieldReader } from "./field-reader.ts";
import { QUERY_NAME } from "./settings.ts";
import type { MapNode } from "./yaml/yaml-node.ts";

/** The query's text as it stands; whether it is one is told where it is asked. */
export function readSavedQuery(
  reader: FieldReader,
  { key, keyStart, value }: MapNode["entries"][number],
): string | undefined {
  if (QUERY_NAME.exec(key)?.[0] !== key) {
    report(reader, keyStart, {
      severity: "warning",
      code: "bad-config",
      field: "queries",
      message: `@${key} can never be called: a name holds letters, digits, - and _`,
    });
  }
  return readLine(reader, value, "queries");
}
