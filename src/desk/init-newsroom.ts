// `stet init`: a folder becomes a newsroom; what is there already stays.
import { articlesFolder } from "../article/settings.ts";
import { parseSettings } from "../article/parse-settings.ts";
import { printLine } from "../article/yaml/print-scalar.ts";
import { slugFrom } from "../article/slug.ts";
import { printArticle } from "../article/print-article.ts";
import { guessFor } from "../base/nearest.ts";
import { StetError } from "../base/stet-error.ts";
import { isTimezone } from "../base/zone-offsets.ts";
import { writeInstant } from "../base/zone.ts";
import { pathInNewsroom } from "../newsroom/confine.ts";
import { newsroomAround } from "../newsroom/find-newsroom.ts";
import { readSettingsFile } from "../newsroom/read/read-settings-file.ts";
import { createNewsroom, type CreatedNewsroom } from "../newsroom/create-newsroom.ts";
import { installArticle } from "../newsroom/write/install-article.ts";
import { withLock } from "../newsroom/lock/lock.ts";
import { mintId } from "./change/mint-id.ts";
import { fillPattern } from "./permalink.ts";

/** What stet.yaml of a new newsroom says. */
export interface NewsroomAnswers {
  readonly name: string;
  readonly url?: string;
  readonly timezone: string;
  readonly language: string;
  /** Section names, as `World, World/Europe`. */
  readonly sections: readonly string[];
}

export interface NewNewsroom extends NewsroomAnswers {
  /** Absolute. */
  readonly directory: string;
  /** One article to begin with. */
  readonly withSample: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly lockWaitMs: number;
  readonly random: (count: number) => Uint8Array;
}

/**
 * Makes stet.yaml, the articles folder, the .gitignore line and, on request, a sample article. `made` is empty where
 * there was a newsroom already. Throws StetError usage for a zone or address that is none, and external.
 */
export function initNewsroom(wanted: NewNewsroom): CreatedNewsroom {
  const settings = settingsText(wanted);
  const lock = { command: "init", waitMs: wanted.lockWaitMs, now: wanted.now };
  const created = createNewsroom(wanted.directory, {
    settings,
    folder: "articles",
    ignore: [".stet/"],
    lock,
    verify: requireSettings,
  });
  if (!wanted.withSample || !created.made.includes("stet.yaml")) return created;
  return { ...created, made: [...created.made, addSample(created.root, wanted)] };
}

/**
 * Throws StetError usage where the folder lies among the articles of another newsroom: its stet.yaml would be read as one
 * of them, and every list of that newsroom end with 6.
 */
export function requireNoArticles(
  directory: string,
  env: Readonly<Record<string, string | undefined>>,
): void {
  const root = newsroomAround(directory, env);
  if (root === undefined) return;
  const folder = articlesFolder(parseSettings(readSettingsFile(root)).settings);
  const inside = pathInNewsroom(root, directory, directory);
  if (folder !== "" && inside !== folder && !inside.startsWith(`${folder}/`)) return;
  throw new StetError("usage", "usage", `${inside} is for articles of the newsroom ${root}`, {
    hint: "stet new writes one; a newsroom of its own lies elsewhere",
  });
}

/** Why one of its answers is none, where it is one of those that may be wrong; undefined when all are right. */
export function newsroomFault(wanted: NewsroomAnswers): string | undefined {
  try {
    settingsText(wanted);
  } catch (error) {
    if (error instanceof StetError) return error.message;
    throw error;
  }
  return undefined;
}

function settingsText({ name, url, timezone, language, sections }: NewsroomAnswers): string {
  if (!isTimezone(timezone)) {
    const { near, question, details } = guessFor(timezone, Intl.supportedValuesOf("timeZone"));
    throw new StetError("usage", "usage", `"${timezone}" is no time zone${question}`, {
      hint: `--timezone ${near ?? "Europe/Brussels"}`,
      ...details,
    });
  }
  const lines = [
    "# A stet newsroom. Every key but stet has a default; stet schema newsroom describes them all.",
    "stet: 1",
    `name: ${printLine(name)}`,
    url === undefined ? "# url: https://courier.example/   # needed to publish" : `url: ${printLine(url)}`,
    `language: ${printLine(language)}`,
    `timezone: ${timezone}`,
    ...(sections.length === 0 ? [] : ["sections:", ...sections.map(sectionLine)]),
  ];
  const text = `${lines.join("\n")}\n`;
  requireSettings(text);
  return text;
}

/** `World, World/Europe`: names apart by commas. */
export function sectionList(line: string): readonly string[] {
  return line
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function sectionLine(path: string): string {
  const steps = path.split("/").map((step) => step.trim());
  return `  ${steps.map(slugFrom).join("/")}: ${printLine(steps.at(-1) ?? path)}`;
}

function requireSettings(text: string): void {
  const [problem] = parseSettings(text).problems;
  if (problem !== undefined)
    throw new StetError("usage", "bad-config", problem.message, { hint: "stet init -h" });
}

function addSample(root: string, { now, timezone, lockWaitMs, random }: NewNewsroom): string {
  const { settings } = parseSettings(`stet: 1\ntimezone: ${timezone}\n`);
  const path = fillPattern(settings.articles, settings, { slug: "let-it-stand", epochMs: now });
  const text = printArticle({
    id: mintId(now, random(10)),
    headline: "Let it stand",
    summary: "What a proofreader's mark, a pull quote and a newsroom in a folder have in common.",
    tags: ["newsroom"],
    status: "draft",
    created: writeInstant(now, timezone),
    body: SAMPLE_BODY,
  });
  withLock(root, { command: "init", waitMs: lockWaitMs, now }, (lock) =>
    installArticle(lock, { path, text, replaces: null, verify: () => undefined }),
  );
  return path;
}

const SAMPLE_BODY = `An article is a YAML file, and this is its body: Markdown, with **strong** words, [links](https://example.org/) and
paragraphs set apart by a blank line.

## A subhead

> “Stet” means: let it stand.
>
> — Anonymous proofreader

Change this text with \`stet edit let-it-stand\`, read it with \`stet show let-it-stand\`.
`;
