// The programs that are measured, and how each is called on a generated newsroom.
import path from "node:path";
import { NOW } from "./compose-article.ts";
import type { Corpus } from "./generate-newsroom.ts";
import type { Command } from "./run-child.ts";

/** Where the built stet lies, and the newsroom it is to work on. */
export interface Ground {
  /** The checkout's folder. */
  readonly root: string;
  readonly corpus: Corpus;
  /** A file for what the measured programs print. */
  readonly output: string;
}

/** A command of one program on one newsroom. */
export type Call = (ground: Ground) => Command;

/** The built stet, in the newsroom. */
export function stet(words: (corpus: Corpus) => readonly string[]): Call {
  return ({ root, corpus }) => ({
    program: process.execPath,
    words: [path.join(root, "bin/stet.cjs"), ...words(corpus)],
    folder: corpus.newsroom,
  });
}

/** Hugo in its copy of the newsroom, at the same instant. */
export function hugo(...words: readonly string[]): Call {
  return ({ corpus }) => ({ program: "hugo", words: [...words, "--clock", NOW], folder: corpus.hugo });
}

/** Node starting, and nothing more. */
export const startOfNode: Call = ({ corpus }) => ({
  program: process.execPath,
  words: ["-e", "0"],
  folder: corpus.newsroom,
});

/** The names and times of all article files. */
export const find: Call = ({ corpus }) => ({
  program: "find",
  words: ["articles", "-name", "*.yaml", "-printf", "%T@\n"],
  folder: corpus.newsroom,
});

/** The article files that hold a word or phrase. */
export function ripgrep(wordsOf: (corpus: Corpus) => string): Call {
  return ({ corpus }) => ({
    program: "rg",
    words: ["-il", wordsOf(corpus), "articles"],
    folder: corpus.newsroom,
  });
}

/** One article as a page. */
export const pandoc: Call = ({ corpus }) => ({
  program: "pandoc",
  words: ["-s", "-f", "markdown", "-t", "html", corpus.probe.hugoPath],
  folder: corpus.hugo,
});
