// What a person's own configuration lets follow a publish: a hub on loopback is told, a program gets the paths.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { article, newsroomOf } from "../desk/site/site-newsroom.ts";
import { environmentOf, PROGRAM } from "../support/run-stet.ts";

/** A newsroom of one live article and three feeds. */
function newsroom(): string {
  const live = "section: world\nstatus: published\npublished: 2026-01-05T09:00:00Z";
  return newsroomOf({ "articles/salt.yaml": article(1, `headline: Salt\nkicker: Opera\n${live}`) });
}

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
  const cwd = newsroom();
  const env = { STET_PUBLISH_HUBS: url };
  expect(await publish(cwd, env)).toEqual({ exit: 0, stderr: "" });
  const topics = told.map((body) => new URLSearchParams(body).get("hub.url"));
  expect(new Set(topics)).toEqual(
    new Set(["feed.xml", "all.atom", "world.json"].map((file) => `https://courier.example/${file}`)),
  );
  expect(told).toHaveLength(4);
  expect(readFileSync(path.join(cwd, "public/feed.xml"), "utf8")).toContain(`rel="hub"`);
  expect(await publish(cwd, env)).toEqual({ exit: 0, stderr: "" });
  expect(told).toHaveLength(4);
});

test("a hub that refuses does not fail the publish, and is told of", async () => {
  const { url } = await hub(...Array.from({ length: 9 }, () => 500));
  const { exit, stderr } = await publish(newsroom(), { STET_PUBLISH_HUBS: url });
  expect(exit).toBe(0);
  expect(stderr).toContain("was not told of https://courier.example/feed.xml: it answered 500");
});

test("what followed a publish and failed is told with -q too, and a redirect is no answer", async () => {
  const { url } = await hub(...Array.from({ length: 9 }, () => 302));
  const env = { STET_PUBLISH_HUBS: `${url}, ${DESERTED}`, STET_PUBLISH_HOOK: "false" };
  const cwd = newsroom();
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
  const cwd = newsroom();
  const settings = path.join(cwd, "stet.yaml");
  writeFileSync(settings, `${readFileSync(settings, "utf8")}  hook: touch stolen\n`);
  const { exit, stderr } = await publish(cwd, { STET_PUBLISH_HOOK: "tee paths.txt" });
  expect(exit).toBe(0);
  expect(readFileSync(path.join(cwd, "paths.txt"), "utf8")).toContain("index.html\n");
  expect(() => readFileSync(path.join(cwd, "stolen"))).toThrow("ENOENT");
  expect(stderr).not.toContain("stolen");
});

test("the hook gets what a rollback changes for readers", async () => {
  const cwd = newsroom();
  const settings = path.join(cwd, "stet.yaml");
  writeFileSync(settings, `${readFileSync(settings, "utf8")}  releases: 2\n`);
  await publish(cwd, {});
  const salt = path.join(cwd, "articles/salt.yaml");
  writeFileSync(salt, readFileSync(salt, "utf8").replace("kicker: Opera", "kicker: Song"));
  await publish(cwd, {});
  const { exit } = await publish(cwd, { STET_PUBLISH_HOOK: "tee paths.txt" }, "--rollback");
  expect(exit).toBe(0);
  expect(readFileSync(path.join(cwd, "paths.txt"), "utf8")).toContain("2026/01/salt/index.html\n");
});

test("a hook that is not there is told of in words", async () => {
  const { exit, stderr } = await publish(newsroom(), { STET_PUBLISH_HOOK: "no-such-hook now" });
  expect({ exit, stderr }).toEqual({
    exit: 0,
    stderr: "the hook no-such-hook cannot be started: there is no such program\n",
  });
});

test("a hook that fails does not fail the publish", async () => {
  const { exit, stderr } = await publish(newsroom(), { STET_PUBLISH_HOOK: "false" });
  expect(exit).toBe(0);
  expect(stderr).toContain("the hook false ended with 1");
});

test("a hook that hangs is stopped with what it started, and the publish has worked", async () => {
  let child = "";
  // On a busy machine a second may pass before the hook has begun: then it is given more.
  for (let seconds = 1; !existsSync(child); seconds *= 4) {
    const cwd = newsroom();
    const hook = path.join(cwd, "hook.sh");
    child = path.join(cwd, "child");
    // The shell and its child both stay where they are asked to go.
    writeFileSync(hook, "trap '' TERM\nsleep 600 & echo $! > child~; mv child~ child\nwait; wait\n");
    const env = { STET_PUBLISH_HOOK: `sh ${hook}`, STET_PUBLISH_HOOK_TIMEOUT: String(seconds) };
    expect(await publish(cwd, env, "-q")).toEqual({
      exit: 0,
      stderr: `the hook sh was stopped, as it took more than ${seconds} s; stet config set publish.hook-timeout allows more\n`,
    });
  }
  const number = readFileSync(child, "utf8").trim();
  const state = () => spawnSync("ps", ["-o", "stat=", "-p", number], { encoding: "utf8" }).stdout.trim();
  // It ends when the machine comes to it. Nobody may have asked yet how it ended: then it is a zombie.
  await vi.waitUntil(() => /^Z|^$/.test(state()), { timeout: 60_000 });
});

test("what is no number of seconds is told, and the hook runs all the same", async () => {
  const env = { STET_PUBLISH_HOOK: "tee paths.txt", STET_PUBLISH_HOOK_TIMEOUT: "10m" };
  const cwd = newsroom();
  expect(await publish(cwd, env)).toEqual({
    exit: 0,
    stderr: 'STET_PUBLISH_HOOK_TIMEOUT is a whole number of seconds, not "10m"; it was 600\n',
  });
  expect(readFileSync(path.join(cwd, "paths.txt"), "utf8")).toContain("index.html\n");
});
