// Findings for people: the files one under the other, each finding with its code frame (report-error.ts).
import { visibleText } from "../../base/visible-text.ts";
import { isMended, type CheckedFile, type Finding } from "../../desk/checks/finding.ts";
import { describeProblem } from "../report-error.ts";
import type { Style } from "../style.ts";
import type { FindingsFormat } from "./findings-format.ts";

/** Text in `style`; `errorsOnly` leaves out warnings. A blank line stands between files. */
export function textFindings(style: Style, errorsOnly: boolean): FindingsFormat {
  let isFirst = true;
  const file = ({ findings }: CheckedFile): string => {
    const shown = findings.filter(({ severity }) => severity === "error" || !errorsOnly);
    if (shown.length === 0) return "";
    const gap = isFirst ? "" : "\n";
    isFirst = false;
    return gap + shown.map((finding) => describeFinding(finding, style)).join("");
  };
  return { isForPeople: true, begin: "", file, end: () => "" };
}

function describeFinding(finding: Finding, style: Style): string {
  if (!isMended(finding)) return describeProblem({ ...finding, code: "problems-found" }, style);
  const { file = "", line = 1, message, fix } = finding;
  return `${style.green(fix === "made" ? "fixed:" : "would fix:")} ${visibleText(file)}:${line}: ${visibleText(message)}\n`;
}
