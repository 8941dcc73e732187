// A query in one argument has several terms: the one at the cursor is completed, and what stands before it stays.
import { describe, expect, test } from "vitest";
import { refreshCompletion } from "../../../src/desk/keep-index/refresh-completion.ts";
import { sampleNewsroom } from "../../support/sample-newsroom.ts";
import { argumentsOf, completeEach, hasShell, SHELLS } from "../../support/shell-completion.ts";
import { testDesk } from "../../support/test-desk.ts";

/** What is typed, and what stet is handed once Tab was pressed. */
const LINES: readonly (readonly [line: string, argument: string])[] = [
  ["stet list 'is:live author:Il", 'is:live author:"Ilse Vandermoor"'],
  ["stet list 'is:live sec", "is:live section:"],
  ["stet list 'is:live section:culture/b", "is:live section:culture/books"],
  ["stet list 'is:live section:world,culture/b", "is:live section:world,culture/books"],
  ["stet list 'is:live -section:culture/b", "is:live -section:culture/books"],
  ["stet list 'is:live !sec", "is:live !section:"],
  ["stet list '-section:culture is:l", "-section:culture is:live"],
  ["stet list 'tag:x OR section:culture/b", "tag:x OR section:culture/books"],
  ["stet list '(is:live author:Il", '(is:live author:"Ilse Vandermoor"'],
  ["stet list 'is:live (has:image OR author:Il", 'is:live (has:image OR author:"Ilse Vandermoor"'],
  ["stet list '(is:live)section:culture/b", "(is:live)section:culture/books"],
  ["stet list '-(is:live section:culture/b", "-(is:live section:culture/books"],
  ['stet list \'author:"Ilse Vandermoor" is:l', 'author:"Ilse Vandermoor" is:live'],
  ["stet list 'is:live author:\"Ilse V", 'is:live author:"Ilse Vandermoor"'],
  ["stet list 'is:live author:Ilse V", 'is:live author:"Ilse Vandermoor"'],
  ["stet list 'author:Ilse V", "author:Ilse Vandermoor"],
  ["stet list 'author!=Ilse V", "author!=Ilse Vandermoor"],
  ["stet list 'is:live author!=Ilse V", 'is:live author!="Ilse Vandermoor"'],
  ["stet list 'harbour is:l", "harbour is:live"],
  ["stet list 'is:live tag:x @h", "is:live tag:x @hot"],
  ["stet search 'harbour section:culture/b", "harbour section:culture/books"],
  ["stet export -Q 'is:live author:Il", 'is:live author:"Ilse Vandermoor"'],
  ["stet export -Q 'is:live @h", "is:live @hot"],
  ["stet set status=review -Q 'is:live section:culture/b", "is:live section:culture/books"],
  ['stet list "is:live section:culture/b', "is:live section:culture/books"],
];

/** Nushell has no blanks behind a backslash. */
const ESCAPED: typeof LINES = [
  [String.raw`stet list is:live\ sec`, "is:live section:"],
  [String.raw`stet list is:live\ author:Il`, 'is:live author:"Ilse Vandermoor"'],
  [String.raw`stet list is:live\ -section:culture/b`, "is:live -section:culture/books"],
];

/**
 * A phrase of words alone calls no saved query; within quotes of the query's own there are no terms; of values with a
 * comma between those with blanks stand in quotes.
 */
const NOTHING = [
  "stet list 'author:Ilse Vandermoor,Kaa",
  "stet list 'is:live author:Ilse Vandermoor,Kaa",
  "stet list 'is:live @h",
  "stet list 'harbour @h",
  "stet list 'is:live \"author:Il",
];

describe.each(SHELLS)("%s", (shell) => {
  describe.skipIf(!hasShell(shell))("completes", () => {
    test("the term at the cursor of a query in one argument", async () => {
      const cwd = sampleNewsroom();
      await refreshCompletion(testDesk(cwd));
      const asked = shell === "nushell" ? LINES : [...LINES, ...ESCAPED];
      const lines = asked.map(([line]) => line);
      const offered = completeEach(shell, lines, cwd);
      expect(offered.flatMap((words, at) => (words.length === 1 ? [] : [[lines[at], words]]))).toEqual([]);
      expect(argumentsOf(shell, lines, offered.flat()).map((word, at) => [lines[at], word])).toEqual(asked);
    });

    test("nothing where no term begins", async () => {
      const cwd = sampleNewsroom();
      await refreshCompletion(testDesk(cwd));
      expect(completeEach(shell, NOTHING, cwd)).toEqual(NOTHING.map(() => []));
    });
  });
});
