// `stet related` and `stet render --related` on the command line.
import { expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { sampleToRead } from "../support/sample-newsroom.ts";

const newsroom = sampleToRead();

const TIDE = "the-tide-gauge-that-would-not-lie";

test("only what readers may see, unless all is asked for", async () => {
  const cwd = newsroom();
  expect(await runStet(["related", TIDE, "--slugs"], { cwd })).toEqual({
    stdout: "live-storm-ilva\n",
    stderr: "",
    exit: 0,
  });
  const { stdout } = await runStet(["related", TIDE, "--all", "-F", "slug,state", "-n", "1"], { cwd });
  expect(stdout).toBe("the-harbour-that-rose-twice\tscheduled\n");
});

test("at another instant others are live", async () => {
  const { stdout } = await runStet(["related", TIDE, "--slugs", "--now", "2026-12-06T00:00:00Z"], {
    cwd: newsroom(),
  });
  expect(stdout.split("\n")[0]).toBe("the-harbour-that-rose-twice");
});

test("--explain says why, in a column of its own", async () => {
  const { stdout } = await runStet(["related", "live-storm-ilva", "--explain"], { cwd: newsroom() });
  const whys = stdout
    .trim()
    .split("\n")
    .map((line) => line.split("\t").at(-1));
  expect(whys.slice(0, 2)).toEqual(["pinned", "pinned"]);
});

test("--explain in a table", async () => {
  const look = { cwd: newsroom(), terminal: 120, env: { NO_COLOR: "1" } };
  const { stdout, stderr } = await runStet(["related", TIDE, "--explain"], look);
  expect(stdout).toBe(
    "#  STATE   SLUG             WHY\n" +
      "1  ● live  live-storm-ilva  linked in the text · 4 shared words: gauge sea wall centimetres\n",
  );
  expect(stderr).toBe("1 article\n");
});

test("JSON with score and why; a pin has no score", async () => {
  const { stdout } = await runStet(["related", "live-storm-ilva", "--json=slug,score,why", "-n", "1"], {
    cwd: newsroom(),
  });
  expect(JSON.parse(stdout)).toEqual([
    { slug: "port-averne-harbour-list-loses-majority", score: null, why: "pinned" },
  ]);
});

test("none is no failure, but for -e; an article that is not there is", async () => {
  const cwd = newsroom();
  expect(await runStet(["related", "maktabat-al-mina"], { cwd })).toEqual({
    stdout: "",
    stderr: "",
    exit: 0,
  });
  expect(await runStet(["related", "maktabat-al-mina", "-e"], { cwd })).toMatchObject({ exit: 1 });
  expect(await runStet(["related", "no-such-article"], { cwd })).toMatchObject({ exit: 3 });
});

test("render shows pins alone, and with --related what goes with the article", async () => {
  const cwd = newsroom();
  const words = ["render", "the-last-carriage-to-holm", "--to", "text"];
  const [alone, filled] = [await runStet(words, { cwd }), await runStet([...words, "--related"], { cwd })];
  expect(alone.stdout).not.toContain("Norrvig Ferries orders two battery ships");
  expect(filled.stdout).toContain("Norrvig Ferries orders two battery ships");
  expect(filled.stdout).not.toContain("The ferry subsidy nobody voted for");
});
