// A process that may open few files, from too few for Node up to enough: a list is whole, or it is none.
import { expect, test } from "vitest";
import { withNewsroom } from "../index/make-newsroom.ts";
import { numberedNewsroom } from "../index/numbered-newsroom.ts";
import { runProgram, type Run } from "../index/run-program.ts";

const ARTICLES = 620;
const NONE: Run = {
  end: 9,
  stdout: "",
  stderr: "error: the newsroom cannot be read: too many files are open\n→ ulimit -n 1024\n",
};

test("a list of as many articles as get threads is whole, or one error says why there is none", () =>
  withNewsroom(numberedNewsroom(ARTICLES), async (root) => {
    const refused: Run[] = [];
    let whole = 0;
    // Twice: whether a thread finds a file left to open is chance.
    for (let files = 16; whole < 2; files++) {
      const shell = `ulimit -c 0; ulimit -n ${files}; exec "$@"`;
      const run = await runProgram(["list", "--slugs"], { cwd: root, shell });
      // Below that Node ends before it comes to stet.
      if (run.stderr.startsWith("error: ")) refused.push(run);
      if (run.end !== 0) continue;
      expect(run.stdout.split("\n")).toHaveLength(ARTICLES + 1);
      whole++;
    }
    expect(refused.length).toBeGreaterThan(0);
    expect(refused).toEqual(refused.map(() => NONE));
  }));
