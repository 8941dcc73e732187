// A newsroom of a few files, checked: its findings in one line each, as `bad.yaml:3:7 warning too-long: ...`.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { articleChecker, checkArticles, checkSettings } from "../../../src/desk/checks/check-articles.ts";
import type { Finding } from "../../../src/desk/checks/finding.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { testDesk } from "../../support/test-desk.ts";

const SETTINGS = [
  "stet: 1",
  "name: The Courier",
  "url: https://courier.example/",
  "language: en",
  "timezone: Europe/Brussels",
  "",
].join("\n");

/** Writes the files, by path under the newsroom's root, and stet.yaml with `more` behind the usual settings. */
export function newsroomOf(files: Readonly<Record<string, string>>, more = ""): string {
  const root = temporaryFolder();
  writeFileSync(path.join(root, "stet.yaml"), SETTINGS + more);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

/** Everything stet check says of the newsroom at `root`. */
export async function findingsIn(root: string): Promise<Finding[]> {
  const desk = testDesk(root);
  const check = await articleChecker(desk);
  const files = [checkSettings(desk), ...checkArticles(desk, check)];
  return files.flatMap(({ findings }) => findings);
}

/** The findings of a newsroom with these articles, by slug. */
export async function checked(articles: Readonly<Record<string, string>>, more = ""): Promise<string[]> {
  const named = Object.entries(articles).map(([slug, text]) => [`articles/${slug}.yaml`, text]);
  return (await findingsIn(newsroomOf(Object.fromEntries(named), more))).map(inOneLine);
}

/** The findings of one article `a`: a headline, the lines of `head`, and a body. */
export function checkedBody(body: string, head: readonly string[] = [], more = ""): Promise<string[]> {
  return checked({ a: article(body, head) }, more);
}

/** An article's text: its body begins in the line behind `head`'s, indented by two. */
export function article(body: string, head: readonly string[] = []): string {
  const lines = body.split("\n").map((line) => (line === "" ? "" : `  ${line}`));
  return ["headline: A", ...head, "body: |", ...lines, ""].join("\n");
}

function inOneLine({ file = "", line, column, severity, code, message }: Finding): string {
  return `${file.replace(/^articles\//, "")}:${line}:${column} ${severity} ${code}: ${message}`;
}
