// One article file under all the rules: what the reader said of it, and what each rule remarks, placed in the file and
// with the change that would mend it where one is safe.
import type { Limits } from "../../article/limits.ts";
import { positionAt } from "../../article/yaml/text-position.ts";
import type { Problem } from "../../base/problem.ts";
import { proseOf } from "../../body/prose-of.ts";
import { isReadable, type ArticleEntry, type Entry } from "../find/read-entries.ts";
import { nodeAt, offsetOf, readSource, type Source } from "../place-in-file.ts";
import type { Finding } from "./finding.ts";
import type { Newsroom, Remark, Rule, Story } from "./rule.ts";
import { correctionMend, replaceMend, type FileMend } from "./file-mend.ts";

/** A finding, and how it would be mended in the file as it was examined. */
export interface Examined {
  readonly finding: Finding;
  readonly mend?: FileMend;
}

/** A rule made ready for this run. */
export interface Check {
  readonly rule: Rule;
  readonly check: (story: Story) => Iterable<Remark>;
}

/** The rules made ready; some keep in mind what they have seen. */
export function beginRules(rules: readonly Rule[], newsroom: Newsroom): Check[] {
  return rules.map((rule) => ({ rule, check: rule.begin(newsroom) }));
}

/** Everything wrong with one file. The file is read as YAML a second time only where a rule has something to say. */
export function examine(entry: Entry, checks: readonly Check[], limits: Limits): Examined[] {
  const said = entry.problems.map((problem) => examinedProblem(entry.file?.text, problem));
  if (!isReadable(entry)) return said;
  const source = sourceOf(entry, limits);
  const story = storyOf(entry);
  for (const { rule, check } of checks)
    for (const remark of check(story)) said.push(placed(source(), rule, remark));
  return said;
}

function storyOf({ path, article }: ArticleEntry): Story {
  let prose: string | undefined;
  return { path, article, prose: () => (prose ??= proseOf(article.body)) };
}

function examinedProblem(text: string | undefined, problem: Problem): Examined {
  const mend = text === undefined ? undefined : correctionMend(text, problem);
  return mend === undefined ? { finding: problem } : { finding: { ...problem, fix: "possible" }, mend };
}

function sourceOf({ path, file: { text } }: ArticleEntry, limits: Limits): () => Source {
  let source: Source | undefined;
  return () => (source ??= readSource(path, text, limits));
}

function placed(source: Source, rule: Rule, remark: Remark): Examined {
  const { place, message, hint, severity = rule.severity } = remark;
  const node = nodeAt(source, place);
  const offset = offsetOf(source, node, place);
  const { line, column, source: shown } = positionAt(source.text, offset);
  const where = { file: source.path, line, column, field: place.way[0], source: shown };
  const mend =
    remark.mend?.kind === "stamp" ? remark.mend : replaceMend(source.text, { node, offset, remark });
  const finding = {
    severity,
    code: rule.code,
    message,
    ...where,
    ...(hint === undefined ? {} : { hint }),
    ...(mend === undefined ? {} : { fix: "possible" as const }),
  };
  return mend === undefined ? { finding } : { finding, mend };
}
