// Which of the formats a command line asks for: `--to`, or the short `--json` and `--ndjson`.
import { StetError } from "../../base/stet-error.ts";
import type { Desk } from "../../desk/desk.ts";
import { relativeInside } from "../../newsroom/confine.ts";
import type { Session } from "../session.ts";
import type { Words } from "../line/words.ts";
import { FINDINGS_FORMATS, type FindingsFormat } from "./findings-format.ts";
import { githubFindings } from "./github-findings.ts";
import { jsonFindings, ndjsonFindings } from "./json-findings.ts";
import { sarifFindings } from "./sarif-findings.ts";
import { textFindings } from "./text-findings.ts";

/** The one format asked for; text where none is. Throws StetError usage for two, or for an unknown key of JSON. */
export function chooseFindingsFormat(words: Words, session: Session, desk: Desk): FindingsFormat {
  const short = (["json", "ndjson"] as const).filter((name) => isGiven(words, name));
  const asked = [...short, ...FINDINGS_FORMATS.filter((name) => name === words.text("to"))];
  if (asked.length > 1) throw new StetError("usage", "usage", `choose one output: ${asked.join(" or ")}`);
  const [name = "text"] = asked;
  const list = words.text(name) ?? "";
  switch (name) {
    case "json":
      return jsonFindings(list);
    case "ndjson":
      return ndjsonFindings(list);
    case "github":
      return githubFindings(prefixOf(session, desk));
    case "sarif":
      return sarifFindings(prefixOf(session, desk));
    case "text":
      return textFindings(session.out, session.globals.flag("quiet"));
  }
}

function isGiven(words: Words, name: string): boolean {
  return words.text(name) !== undefined || words.flag(name);
}

/** A workflow names the folder of its repository; elsewhere the newsroom is taken for the whole of it. */
function prefixOf({ io }: Session, { root }: Desk): string {
  const workspace = io.env["GITHUB_WORKSPACE"] ?? "";
  const way = workspace === "" ? undefined : relativeInside(workspace, root);
  return way === undefined ? "" : `${way}/`;
}
