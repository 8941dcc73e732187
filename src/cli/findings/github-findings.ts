// Findings as the workflow commands of GitHub Actions, which show them beside the lines of a pull request.
import { isMended, type CheckedFile, type Finding } from "../../desk/checks/finding.ts";
import type { FindingsFormat } from "./findings-format.ts";

/** `prefix` is the way from the repository to the newsroom, empty or with a slash at its end. What is mended is left out. */
export function githubFindings(prefix: string): FindingsFormat {
  const file = ({ path, findings }: CheckedFile): string =>
    findings
      .filter((finding) => !isMended(finding))
      .map((finding) => annotation(prefix + path, finding))
      .join("");
  return { isForPeople: false, begin: "", file, end: () => "" };
}

function annotation(path: string, { severity, code, message, line, column, hint }: Finding): string {
  const place = { file: path, line, col: column, title: `stet ${code}` };
  const properties = Object.entries(place).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
  );
  const said = hint === undefined ? message : `${message}\n${hint}`;
  return `::${severity} ${properties.join(",")}::${escapeData(said)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
