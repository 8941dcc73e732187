// Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read: one run, its results first so that they stream.
import { jsonText } from "../../base/json-text.ts";
import { VERSION } from "../../base/version.ts";
import { isMended, type CheckedFile, type Finding } from "../../desk/checks/finding.ts";
import { QUERIES_CODE } from "../../desk/checks/check-queries.ts";
import { RULES } from "../../desk/checks/rules.ts";
import type { FindingsFormat } from "./findings-format.ts";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** `prefix` is the way from the repository to the newsroom, empty or with a slash at its end. What is mended is left out. */
export function sarifFindings(prefix: string): FindingsFormat {
  const codes = new Set([...RULES.map(({ code }) => code), QUERIES_CODE]);
  let count = 0;
  const file = ({ path, findings }: CheckedFile): string =>
    findings
      .filter((finding) => !isMended(finding))
      .map((finding) => {
        codes.add(finding.code);
        return (count++ === 0 ? "\n" : ",\n") + jsonText(resultOf(prefix + path, finding));
      })
      .join("");
  return {
    isForPeople: false,
    begin: `{"$schema":${jsonText(SCHEMA)},"version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[`,
    file,
    end: () => `${count === 0 ? "" : "\n"}],"tool":${jsonText({ driver: driverOf(codes) })}}]}\n`,
  };
}

function resultOf(path: string, { severity, code, message, hint, line, column }: Finding): object {
  const region = line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1 } };
  const uri = path.split("/").map(encodeURIComponent).join("/");
  const text = hint === undefined ? message : `${message}. ${hint}`;
  return {
    ruleId: code,
    level: severity,
    message: { text },
    locations: [{ physicalLocation: { artifactLocation: { uri, uriBaseId: "%SRCROOT%" }, ...region } }],
  };
}

/** A rule has a sentence of its own; the codes of the reader speak for themselves. */
function driverOf(codes: Iterable<string>): object {
  const rules = [...codes].map((code) => {
    const rule = RULES.find((each) => each.code === code);
    if (rule === undefined) return { id: code };
    const { summary, severity } = rule;
    return { id: code, shortDescription: { text: summary }, defaultConfiguration: { level: severity } };
  });
  return { name: "stet", semanticVersion: VERSION, rules };
}
