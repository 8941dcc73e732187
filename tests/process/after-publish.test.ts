// What a person's own configuration lets follow a publish: a hub on loopback is told, a program gets the paths.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { environmentOf, PROGRAM } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";

/** A hub that answers with these statuses, one after the other; what it was told. */
async function hub(...statuses: readonly number[]): Promise<{ url: string; told: string[] }> {
  const told: string[] = [];
  const server = http.createServer((request, response) => {
    response.setHeader("Location", "/");
    let body = "";
    request.on("data", (data: Buffer) => (body += data.toString()));
    request.on("end", () => {
      response.statusCode = statuses[told.length] ?? 204;
      told.push(body);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, told };
}

/** Where nobody listens: no service has this port, and the system gives it to no program that asks for any. */
const DESERTED = "http://127.0.0.1:2/";

/** Not spawnSync: the hub answers from this very process. */
function publish(
  cwd: string,
  env: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<{ exit: number | null; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, "publish", ...options], {
      cwd,
      env: environmentOf({ cwd, env }),
    });
    let stderr = "";
    child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
    child.once("close", (exit) => resolve({ exit, stderr }));
  });
}

test("a hub is told of each changed feed, again where it stumbles, and named in the feed", async () => {
  const { url, told } = await hub(503);
  const cwd = sampleNewsroom();
  const env = { STET_PUBLISH_HUBS: url };
  expect(await publish(cwd, env)).toEqual({ exit: 0, stderr: "" });
  const topics = told.map((body) => new URLSearchParams(body).get("hub.url"));
  expect(new Set(topics)).toEqual(
    new Set(["feed.xml", "europe.atom", "science.json"].map((file) => `https://courier.example/${file}`)),
  );
  expect(told).toHaveLength(4);
  expect(readFileSync(path.join(cwd, "public/feed.xml"), "utf8")).toContain(`rel="hub"`);
  expect(await publish(cwd, env)).toEqual({ exit: 0, stderr: "" });
  expect(told).toHaveLength(4);
});

test("a hub that refuses does not fail the publish, and is told of", async () => {
  const { url } = await hub(...Array.from({ length: 9 }, () => 500));
  const { exit, stderr } = await publish(sampleNewsroom(), { STET_PUBLISH_HUBS: url });
  expect(exit).toBe(0);
  expect(stderr).toContain("was not told of https://courier.example/feed.xml: it answered 500");
});

test("what followed a publish and failed is told with -q too, and a redirect is no answer", async () => {
  const { url } = await hub(...Array.from({ length: 9 }, () => 302));
  const env = { STET_PUBLISH_HUBS: `${url}, ${DESERTED}`, STET_PUBLISH_HOOK: "false" };
  const cwd = sampleNewsroom();
  const { exit, stderr } = await publish(cwd, env, "-q");
  expect(exit).toBe(0);
  expect(stderr).toContain(
    `the hub ${url} was not told of https://courier.example/feed.xml: it answered 302, which leads to ${url}\n`,
  );
  expect(stderr).toContain(
    `the hub ${DESERTED} was not told of https://courier.example/feed.xml: connect ECONNREFUSED`,
  );
  expect(stderr).toContain("the hook false ended with 1\n");
});

test("the hook gets the changed paths, and stet.yaml cannot name one", async () => {
  const cwd = sampleNewsroom();
  const settings = path.join(cwd, "stet.yaml");
  writeFileSync(settings, `${readFileSync(settings, "utf8")}  hook: touch stolen\n`);
  const { exit, stderr } = await publish(cwd, { STET_PUBLISH_HOOK: "tee paths.txt" });
  expect(exit).toBe(0);
  expect(readFileSync(path.join(cwd, "paths.txt"), "utf8")).toContain("index.html\n");
  expect(() => readFileSync(path.join(cwd, "stolen"))).toThrow("ENOENT");
  expect(stderr).not.toContain("stolen");
});

test("the hook gets what a rollback changes for readers", async () => {
  const cwd = sampleNewsroom();
  const settings = path.join(cwd, "stet.yaml");
  writeFileSync(settings, `${readFileSync(settings, "utf8")}  releases: 2\n`);
  await publish(cwd, {});
  const article = path.join(cwd, "articles/2025/11/the-salt-ledger.yaml");
  writeFileSync(article, readFileSync(article, "utf8").replace("kicker: Opera", "kicker: Song"));
  await publish(cwd, {});
  const { exit } = await publish(cwd, { STET_PUBLISH_HOOK: "tee paths.txt" }, "--rollback");
  expect(exit).toBe(0);
  expect(readFileSync(path.join(cwd, "paths.txt"), "utf8")).toContain("2025/11/the-salt-ledger/index.html\n");
});

test("a hook that is not there is told of in words", async () => {
  const { exit, stderr } = await publish(sampleNewsroom(), { STET_PUBLISH_HOOK: "no-such-hook now" });
  expect({ exit, stderr }).toEqual({
    exit: 0,
    stderr: "the hook no-such-hook cannot be started: there is no such program\n",
  });
});

test("a hook that fails does not fail the publish", async () => {
  const { exit, stderr } = await publish(sampleNewsroom(), { STET_PUBLISH_HOOK: "false" });
  expect(exit).toBe(0);
  expect(stderr).toContain("the hook false ended with 1");
});

test("a hook that hangs is stopped with what it started, and the publish has worked", async () => {
  const cwd = sampleNewsroom();
  const hook = path.join(cwd, "hook.sh");
  // The shell and its child both stay where they are asked to go.
  writeFileSync(hook, "trap '' TERM\nsleep 600 & echo $! > child\nwait; wait\n");
  const env = { STET_PUBLISH_HOOK: `sh ${hook}`, STET_PUBLISH_HOOK_TIMEOUT: "1" };
  const { exit, stderr } = await publish(cwd, env, "-q");
  expect({ exit, stderr }).toEqual({
    exit: 0,
    stderr:
      "the hook sh was stopped, as it took more than 1 s; stet config set publish.hook-timeout allows more\n",
  });
  const child = readFileSync(path.join(cwd, "child"), "utf8").trim();
  // Nobody may have asked yet how it ended: then it is a zombie.
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", child], { encoding: "utf8" });
  expect(stdout.trim()).toMatch(/^Z|^$/);
});

test("what is no number of seconds is told, and the hook runs all the same", async () => {
  const env = { STET_PUBLISH_HOOK: "tee paths.txt", STET_PUBLISH_HOOK_TIMEOUT: "10m" };
  const cwd = sampleNewsroom();
  expect(await publish(cwd, env)).toEqual({
    exit: 0,
    stderr: 'STET_PUBLISH_HOOK_TIMEOUT is a whole number of seconds, not "10m"; it was 600\n',
  });
  expect(readFileSync(path.join(cwd, "paths.txt"), "utf8")).toContain("index.html\n");
});
