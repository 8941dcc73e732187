// Every page of help there is, by name: what the tests of help hold to one shape.
import { COMMANDS } from "../../src/cli/commands.ts";
import { commandPage } from "../../src/cli/help/command-page.ts";
import type { Page } from "../../src/cli/help/page.ts";
import { topicPage, TOPICS } from "../../src/cli/help/topics.ts";
import { ERROR_MEANINGS, errorPage } from "../../src/cli/help/topics/errors.ts";

const topics: readonly Page[] = await Promise.all(TOPICS.map((topic) => topicPage(topic, COMMANDS)));

export const PAGES: readonly (readonly [string, Page])[] = [
  ...COMMANDS.map(commandPage),
  ...topics,
  ...Object.keys(ERROR_MEANINGS).map(errorPage),
].map((page) => [page.name, page] as const);

/** The lines of a topic that are commands, crontab lines without their times. */
export function commandLines(page: Page): string[] {
  return page.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "lines" ? block.lines : []))
    .map((line) => line.replace(/^(?:[\d*/]+ +){5}/, ""))
    .filter((line) => /^(?:STET_\w+=\S+ )?stet /.test(line));
}

export const TOPIC_PAGES: readonly Page[] = topics;
