// Findings for scripts: one JSON array with one object per line, or the objects alone (NDJSON).
import { jsonText } from "../../base/json-text.ts";
import type { CheckedFile } from "../../desk/checks/finding.ts";
import { pickKeys } from "../print/pick-keys.ts";
import type { FindingsFormat } from "./findings-format.ts";

/** The keys of every finding, in their order; an absent one is left out unless it is asked for by name. */
const KEYS = {
  file: null,
  line: null,
  column: null,
  severity: null,
  code: null,
  message: null,
  field: null,
  source: null,
  note: null,
  correction: null,
  hint: null,
  fix: null,
};

/** One object per line; `list` names keys (`file,line`), an empty one asks for what there is. Throws StetError usage. */
export function ndjsonFindings(list: string): FindingsFormat {
  pickKeys(KEYS, list);
  const file = (checked: CheckedFile): string =>
    objectsOf(checked, list)
      .map((object) => `${object}\n`)
      .join("");
  return { isForPeople: false, begin: "", file, end: () => "" };
}

/** The same objects in one array. */
export function jsonFindings(list: string): FindingsFormat {
  pickKeys(KEYS, list);
  let isEmpty = true;
  const file = (checked: CheckedFile): string =>
    objectsOf(checked, list)
      .map((object) => {
        const before = isEmpty ? "\n" : ",\n";
        isEmpty = false;
        return before + object;
      })
      .join("");
  return { isForPeople: false, begin: "[", file, end: () => (isEmpty ? "]\n" : "\n]\n") };
}

function objectsOf({ findings }: CheckedFile, list: string): string[] {
  return findings.map((finding) => {
    const inOrder = Object.keys(KEYS).flatMap((key) => (Object.hasOwn(finding, key) ? [key] : []));
    const all: Readonly<Record<string, unknown>> = { ...finding };
    if (list !== "") return jsonText(pickKeys({ ...KEYS, ...all }, list));
    return jsonText(Object.fromEntries(inOrder.map((key) => [key, all[key]])));
  });
}
