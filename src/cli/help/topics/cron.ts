// `stet help cron`: stet where nobody watches.
import type { CommandDeclaration } from "../../line/declaration.ts";
import { lineSection, termSection, textSection, type Section } from "../page.ts";

const PUBLISH_LINE = "*/5 * * * *  stet -C /srv/news publish";

const IF_BUSY = ["publish --if-busy skip", "leaves quietly while the run before is still at work"] as const;

export function cronSections(commands: readonly CommandDeclaration[]): readonly Section[] {
  const publishes = commands.some(({ name }) => name === "publish");
  return [
    lineSection("A crontab", [
      "MAILTO=web@example.org",
      ...(publishes ? [PUBLISH_LINE] : []),
      "15 6 * * *   stet -C /srv/news export -Q section:culture --to rss -o arts.xml",
      "0 7 * * *    stet -C /srv/news check -q",
    ]),
    termSection("What helps", [
      ["-C DIR", "the newsroom; cron starts in your home folder"],
      ...(publishes ? [IF_BUSY] : []),
      ["stet doctor --max-age 15m -q", "says when publish has stopped; nothing where all is well"],
      ["--lock-timeout N", "seconds to wait for another stet that is writing; then exit code 7"],
      ["--no-input", "nothing is ever asked without a terminal; this says so outright"],
      ["--log FILE", "what happened, a JSON object per line: ts level cmd event slug ms"],
      ["stet log --runs", "what publishing did and what went wrong, run by run"],
      ["STET_JSON_ERRORS=1", "errors that a program can read"],
    ]),
    textSection(
      "Notes",
      "Without a terminal stdout holds what was asked for and stderr only trouble, so cron mails nothing when all is well; the exit code says what kind of trouble it was (stet help exit-codes). An output file that would say the same is not written again: its time stays, and what watches it stays quiet.",
    ),
  ];
}
