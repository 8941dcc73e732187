// An article file's text -> its top-level mapping, whatever YAML it is written in.
import { report, type FieldReader } from "./field-reader.ts";
import type { Limits } from "./limits.ts";
import { explainYaml } from "./yaml/explain-yaml.ts";
import { readSimpleYaml } from "./yaml/read-simple-yaml.ts";
import { readYaml, type YamlFinding } from "./yaml/read-yaml.ts";
import type { MapNode } from "./yaml/yaml-node.ts";

/** The top-level mapping of a file, its findings reported in plain words; undefined when there is none to read. */
export function readTopLevel(reader: FieldReader, limits: Limits): MapNode | undefined {
  return readSimpleYaml(reader.text, limits) ?? readWithLibrary(reader, limits);
}

function readWithLibrary(reader: FieldReader, limits: Limits): MapNode | undefined {
  const { root, findings } = readYaml(reader.text, limits);
  reportFindings(reader, findings);
  if (root?.kind === "map") return root;
  if (findings.length === 0) {
    const isEmpty = root === undefined || root.kind === "empty";
    report(reader, isEmpty ? 0 : root.start, {
      message: isEmpty ? "the file is empty" : "the file holds no fields",
      hint: 'an article begins with a line such as "headline: ..."',
    });
  }
  return undefined;
}

/** The first finding, and others that say something of their own: most are echoes of the first. */
function reportFindings(reader: FieldReader, findings: readonly YamlFinding[]): void {
  const offsets = new Set<number>();
  for (const finding of findings.slice(0, 5)) {
    const { offset, ...complaint } = explainYaml(reader.text, finding);
    const isOwn = finding.rawCode === undefined || complaint.correction !== undefined;
    if (offsets.has(offset) || (offsets.size > 0 && !isOwn)) continue;
    offsets.add(offset);
    report(reader, offset, complaint);
  }
}
