// `stet help errors [code]`: what each error code of JSON errors means, what to do, and a command that runs into it.
import { guessFor } from "../../../base/nearest.ts";
import { StetError, type ErrorCode } from "../../../base/stet-error.ts";
import { exampleSection, lineSection, termSection, textSection, type Page, type Section } from "../page.ts";

/** One code; the tests run `example` in the sample newsroom and look for the code in what it says. */
export interface ErrorMeaning {
  /** One sentence without its full stop. */
  readonly meaning: string;
  readonly remedy: string;
  readonly example?: string;
}

/** Every code there is: a new one does not compile without its entry. */
export const ERROR_MEANINGS: Readonly<Record<ErrorCode, ErrorMeaning>> = {
  usage: {
    meaning: "the words do not go together, or one of them cannot be meant",
    remedy: "The message names the word; -h behind a command shows what it takes.",
    example: "stet list -n many",
  },
  "unknown-command": {
    meaning: "there is no command, and no topic of help, with this name",
    remedy: "candidates holds the nearest; stet -h lists all.",
    example: "stet lst",
  },
  "unknown-option": {
    meaning: "the command has no such option",
    remedy: "candidates holds the nearest; -h behind the command lists all.",
    example: "stet list --jsn",
  },
  "bad-query": {
    meaning: "the query cannot be read",
    remedy: "A caret stands under the place; stet help query has the language.",
    example: "stet list secton:europe",
  },
  "bad-date": {
    meaning: "this is no date that stet reads, or one that the clock jumps over",
    remedy: "Write 2026-11-23, 2026-11-23 06:00 or an instant in RFC 3339.",
    example: "stet set published=31/01/2025 the-salt-ledger",
  },
  "bad-template": {
    meaning: "the template of --format cannot be read",
    remedy: "A caret stands under the place; stet help templates has the parts.",
    example: "stet list --format '{headlin}'",
  },
  "bad-jq": {
    meaning: "jq does not take the expression, or fails on the rows",
    remedy: "Try it on one row: stet list -n 1 --jq .",
    example: "stet list --jq 'map('",
  },
  "redirect-trap": {
    meaning: "the shell took > for itself and would write a file",
    remedy: "Quote the term, or write it without >: updated:2025-01-01..",
    example: "stet list updated>2025-01-01",
  },
  "need-input": {
    meaning: "something is missing, and nobody can be asked",
    remedy: "Name it on the command line, or answer with --yes.",
    example: "stet show",
  },
  "not-found": {
    meaning: "no article answers to this name",
    remedy: "candidates holds near slugs; stet list --slugs has all.",
    example: "stet show the-salt-legder",
  },
  ambiguous: {
    meaning: "several articles answer to this name; nothing was changed",
    remedy: "candidates holds them; write more of the slug. A terminal shows the picker.",
    example: "stet show the-l",
  },
  exists: {
    meaning: "something is there already; nothing was written",
    remedy: "Choose another name, or stet new --if-exists skip.",
    example: "stet new --slug the-salt-ledger Salt",
  },
  "stale-edit": {
    meaning: "the file has changed since it was read; nothing was written",
    remedy: "Run the command again; a text from an editor is kept as a draft.",
  },
  "bad-transition": {
    meaning: "an article cannot go from the status it has to the one asked for",
    remedy: "stet why shows where it stands; the hint names the step before.",
    example: "stet approve the-salt-ledger",
  },
  "yaml-syntax": {
    meaning: "the file is no YAML",
    remedy: "The message has line, caret and the line as it should be.",
  },
  "yaml-lost-text": {
    meaning: "YAML would read less than is written, as behind a #",
    remedy: "Put the text in quotes; the message shows how.",
  },
  schema: {
    meaning: "a field holds what it must not hold",
    remedy: "stet help fields says what each takes; stet check shows every place.",
  },
  "duplicate-slug": {
    meaning: "two articles claim one slug, one id or one address",
    remedy: "stet rename gives one another slug; the id line of a copy goes, stet check --fix adds one.",
  },
  "too-large": {
    meaning: "a file goes beyond a limit that protects the others",
    remedy: "--limit raises it for one command.",
  },
  "not-a-file": {
    meaning: "a folder, pipe or stray link stands where a file should",
    remedy: "Move it out of the articles folder.",
  },
  "not-text": {
    meaning: "the file is not UTF-8",
    remedy: "Save it as UTF-8; the message names the place.",
  },
  "no-store": {
    meaning: "there is no stet.yaml here or above",
    remedy: "Go to the newsroom, name it with -C, or make one: stet init.",
    example: "stet -C / list",
  },
  "no-repository": {
    meaning: "the newsroom is in no git repository and has no history",
    remedy: "git init makes one; stet undo --list shows what stet itself wrote last.",
  },
  "bad-config": {
    meaning: "stet.yaml cannot be used as it is",
    remedy: "The message has the line; stet help config has the keys.",
  },
  "newer-format": {
    meaning: "a newer stet wrote this",
    remedy: "Install that one.",
  },
  busy: {
    meaning: "another stet is writing; nothing was changed",
    remedy: "Try again, or wait longer with --lock-timeout.",
  },
  "index-damaged": {
    meaning: "the index does not say what it should",
    remedy: "It is made anew by itself; rm -r .stet/index loses nothing.",
  },
  "io-permission": {
    meaning: "the system does not allow it",
    remedy: "ls -l shows who may; the message names the file.",
  },
  "io-space": {
    meaning: "the disk is full; nothing was half-written",
    remedy: "Make room and run the command again.",
  },
  "io-missing": {
    meaning: "a file or folder is not there",
    remedy: "Look at the path, and at the folder it is read from.",
    example: "stet -C nowhere list",
  },
  io: {
    meaning: "the disk or the system failed in another way",
    remedy: "The message has what it said.",
  },
  "editor-failed": {
    meaning: "the editor ended with an error; the article stays as it is",
    remedy: "The text is kept: stet edit --resume.",
  },
  "program-missing": {
    meaning: "a program that is needed is not installed",
    remedy: "Install it, or name another in the environment: stet help environment.",
  },
  "problems-found": {
    meaning: "a check found something",
    remedy: "Each finding has its place and its remedy.",
  },
  partial: {
    meaning: "some articles failed, the others are done",
    remedy: "stderr names those that failed.",
  },
  cancelled: {
    meaning: "a question was cancelled; nothing was changed",
    remedy: "Run the command again, or answer with --yes.",
  },
  bug: {
    meaning: "stet failed in a way it should not",
    remedy: "Report it with the command you ran and what --debug shows beside the message.",
  },
};

/** Every code with its sentence, and what an error looks like to a script. */
export function errorSections(): readonly Section[] {
  return [
    exampleSection(["stet help errors bad-query", "STET_JSON_ERRORS=1 stet show the-salt-ledger"]),
    textSection(
      "In scripts",
      "With --json, --ndjson or STET_JSON_ERRORS=1 an error is one line of JSON on stderr: an object error with code, exit and message, and where they are known file, line, column, hint and candidates. Codes are only ever added to.",
    ),
    termSection(
      "Codes",
      Object.entries(ERROR_MEANINGS).map(([code, { meaning }]) => [code, meaning]),
    ),
  ];
}

/** The page of `stet help errors <code>`. Throws StetError usage for a code there is not. */
export function errorPage(code: string): Page {
  const found = Object.entries(ERROR_MEANINGS).find(([known]) => known === code)?.[1];
  if (found === undefined) throw unknownCode(code);
  const { meaning, remedy, example } = found;
  const sections = [textSection("What to do", remedy)];
  if (example !== undefined) sections.push(lineSection("For example", [example]));
  return { name: `errors ${code}`, summary: `${code}: ${meaning}`, sections };
}

function unknownCode(code: string): StetError {
  const { near, question, details } = guessFor(code, Object.keys(ERROR_MEANINGS));
  return new StetError("usage", "usage", `there is no error code "${code}"${question}`, {
    hint: near === undefined ? "stet help errors" : `stet help errors ${near}`,
    ...details,
  });
}
