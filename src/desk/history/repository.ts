// The git repository that keeps the newsroom, or the one error that says why there is none and what to do.
import { StetError } from "../../base/stet-error.ts";
import type { Desk } from "../desk.ts";
import { askGit, gitFailed } from "./run-git.ts";

export interface Repository {
  /** The commit that is checked out; undefined before the first. */
  readonly head: string | undefined;
  /** Where in the repository the newsroom lies: empty for its top, else a folder with `/` at the end. */
  readonly prefix: string;
}

/** Throws StetError external: program-missing without git, no-repository outside of one, io-permission where git distrusts the folder. */
export function requireRepository(desk: Desk): Repository {
  // Before the first commit git answers the first, complains of the second, and there is no path to tell.
  const answer = askGit(desk, ["rev-parse", "--is-inside-work-tree", "HEAD", "--show-prefix"]);
  if (answer === undefined) {
    throw new StetError(
      "external",
      "program-missing",
      "git is not installed; it keeps what log and diff show",
      {
        hint: "install git; what stet itself wrote last: stet undo --list",
      },
    );
  }
  const [isInside = "", head, ...prefix] = answer.stdout.replace(/\n$/, "").split("\n");
  if (isInside !== "true") throw refusal(desk, answer.stderr);
  return { head: answer.status === 0 ? head : undefined, prefix: prefix.join("\n") };
}

function refusal({ root }: Desk, complaint: string): StetError {
  if (complaint.includes("dubious ownership")) {
    return new StetError(
      "external",
      "io-permission",
      "git does not trust this folder: another user owns it",
      {
        hint: `git config --global --add safe.directory ${root}`,
      },
    );
  }
  const isOutside = complaint === "" || /not a git repository|bare/i.test(complaint);
  if (!isOutside) return gitFailed(complaint);
  return new StetError(
    "external",
    "no-repository",
    "this newsroom is in no git repository, so it has no history",
    {
      detail: "  stet undo --list shows what stet itself wrote last and can take back",
      hint: 'git init && git add stet.yaml articles && git commit -m "The newsroom"',
    },
  );
}

/** The whole name of the commit that `revision` means; undefined where it means none. */
export function commitNamed(desk: Desk, revision: string): string | undefined {
  const wanted = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
  const answer = askGit(desk, wanted);
  return answer?.status === 0 ? answer.stdout.trim() : undefined;
}
