// The oracle for the fast YAML reader: the library through stet's own reader, and js-yaml for what the text says.
import { isDeepStrictEqual } from "node:util";
import { CORE_SCHEMA, load } from "js-yaml";
import { LIMITS } from "../../src/article/limits.ts";
import { readSimpleYaml } from "../../src/article/yaml/read-simple-yaml.ts";
import { readYaml } from "../../src/article/yaml/read-yaml.ts";
import { resolvePlain } from "../../src/article/yaml/resolve-plain.ts";
import type { YamlNode } from "../../src/article/yaml/yaml-node.ts";

/** What the fast reader did with a text: gave up, or read it as the others do, or what it got wrong. */
export function compareReaders(text: string): "gave up" | "same" | { readonly wrong: string } {
  const fast = readSimpleYaml(text, LIMITS);
  if (fast === undefined) return "gave up";
  const { root, findings } = readYaml(text, LIMITS);
  if (findings.length > 0) return { wrong: `read what has findings: ${findings[0]?.message ?? ""}` };
  if (!isDeepStrictEqual(fast, root)) return { wrong: "another tree" };
  return agreesWithJsYaml(text, fast) ? "same" : { wrong: "js-yaml reads something else" };
}

function agreesWithJsYaml(text: string, root: YamlNode): boolean {
  let other: unknown;
  try {
    other = load(text, { schema: CORE_SCHEMA });
  } catch {
    return true;
  }
  return says(root, other);
}

/** True when a node and a plain value hold the same; keys that are no text are named in different ways. */
function says(node: YamlNode, other: unknown): boolean {
  if (node.kind === "empty") return other === null;
  if (node.kind === "text") return Object.is(node.value, other);
  if (node.kind === "list")
    return (
      Array.isArray(other) &&
      other.length === node.items.length &&
      node.items.every((item, at) => says(item, other[at]))
    );
  if (typeof other !== "object" || other === null) return false;
  const values: ReadonlyMap<string, unknown> = new Map(Object.entries(other));
  return node.entries.every(({ key, value }) => {
    const isText = resolvePlain(key) === key && key !== "__proto__";
    return !isText || (values.has(key) && says(value, values.get(key)));
  });
}
