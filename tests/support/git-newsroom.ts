// A newsroom in a git repository of its own, with commits at given times by given people.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "./temporary-folder.ts";

export interface GitNewsroom {
  /** The newsroom's root. */
  readonly cwd: string;
  /** Writes a file below the root; undefined text removes nothing and is an error of the test. */
  write(name: string, text: string): void;
  git(...words: readonly string[]): string;
  /** Commits everything there is. `at` is RFC 3339. */
  commit(subject: string, at: string, author?: string): void;
}

const SETTINGS = "stet: 1\nname: The Courier\nurl: https://courier.example/\ntimezone: Europe/Brussels\n";

/** `below` puts the newsroom into a subfolder of the repository. */
export function gitNewsroom(below = ""): GitNewsroom {
  const top = temporaryFolder();
  const cwd = path.join(top, below);
  const write = (name: string, text: string): void => {
    const file = path.join(cwd, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const run = (words: readonly string[], env: Readonly<Record<string, string>> = {}): string => {
    const { stdout, stderr, status } = spawnSync("git", words, {
      cwd,
      encoding: "utf8",
      env: {
        PATH: process.env["PATH"] ?? "",
        HOME: top,
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_AUTHOR_NAME: "Ilse Vandermoor",
        GIT_AUTHOR_EMAIL: "ilse@courier.example",
        GIT_COMMITTER_NAME: "Ilse Vandermoor",
        GIT_COMMITTER_EMAIL: "ilse@courier.example",
        ...env,
      },
    });
    if (status !== 0) throw new Error(`git ${words.join(" ")}: ${stderr}`);
    return stdout;
  };
  write("stet.yaml", SETTINGS);
  run(["init", "-q", top]);
  return {
    cwd,
    write,
    git: (...words) => run(words),
    commit: (subject, at, author = "Ilse Vandermoor") => {
      run(["add", "-A", "."]);
      run(["commit", "-q", "--allow-empty-message", "-m", subject], {
        GIT_AUTHOR_NAME: author,
        GIT_AUTHOR_DATE: at,
        GIT_COMMITTER_DATE: at,
      });
    },
  };
}
