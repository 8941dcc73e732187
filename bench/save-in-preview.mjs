// `node bench/save-in-preview.mjs NEWSROOM [TIMES] [--drafts]`: milliseconds from the save of the newest article to the word
// that `stet preview` sends its open page, and to the whole new page, p50 and the most; behind them the processor time of the
// preview's main thread (Linux's /proc). Puts the article back. Wall time: only a machine with nothing else to do gives a figure.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const stet = fileURLToPath(new URL("../bin/stet.cjs", import.meta.url));
const [newsroom = ".", ...others] = process.argv.slice(2);
const times = Number(others.find((word) => /^\d+$/.test(word)) ?? 20);
const isWithDrafts = others.includes("--drafts");

/** A save that follows another at once finds a machine that is still at that one; not always as far from the last look. */
const pauseMs = () => 1200 + 400 * Math.random();

const newest = ["list", "is:live", "-n", "1", "--sort=-published", "--json=path,url"];
const [{ path: relative, url: address }] = JSON.parse(run(newest));
const file = path.join(newsroom, relative);
const text = readFileSync(file, "utf8");
const preview = spawn(process.execPath, [stet, "preview", ...(isWithDrafts ? ["--drafts"] : [])], {
  cwd: newsroom,
  stdio: ["ignore", "pipe", "ignore"],
});
try {
  const [data] = await new Promise((resolve) => preview.stdout.once("data", (...all) => resolve(all)));
  await measure(String(data).trim() + new URL(address).pathname.slice(1));
} finally {
  writeFileSync(file, text);
  preview.kill("SIGINT");
}

async function measure(page) {
  const words = [];
  const pages = [];
  let shown = await get(page);
  for (let count = 1; count <= times; count++) {
    const word = changed(page, shown);
    await pause(pauseMs());
    const headline = `Saved ${count} times`;
    const since = stopwatch();
    save(text.replace(/^headline: .*$/m, `headline: ${headline}`));
    await word;
    words.push(since());
    shown = await get(page);
    pages.push(since());
    if (!shown.includes(headline)) throw new Error(`the page does not show what was saved: ${page}`);
  }
  console.log(`${times} saves: word ${summary(words)}; page ${summary(pages)}`);
}

/** As editors that are careful save: beside it, then in its place. */
function save(content) {
  writeFileSync(`${file}~`, content);
  renameSync(`${file}~`, file);
}

/** Resolves at the word that the page is another now. */
function changed(page, html) {
  const [, at, key] = /data-page="([^"]*)" data-key="([^"]*)"/.exec(html);
  const asked = new URL(`/-/events?${new URLSearchParams({ page: at, key })}`, page);
  return new Promise((resolve, reject) => {
    const request = http.get(asked, (response) => {
      response.on("data", (data) => {
        if (!String(data).includes("changed")) return;
        request.destroy();
        resolve();
      });
    });
    request.on("error", reject);
  });
}

async function get(page) {
  const response = await fetch(page);
  return response.text();
}

function stopwatch() {
  const begun = performance.now();
  const used = processorMs();
  return () => [performance.now() - begun, processorMs() - used];
}

function processorMs() {
  try {
    const { pid } = preview;
    return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  } catch {
    return Number.NaN;
  }
}

function summary(taken) {
  const [wall, processor] = [0, 1].map((at) => taken.map((each) => each[at]).toSorted((a, b) => a - b));
  const shown = (sorted) => `${sorted[sorted.length >> 1].toFixed(0)}, most ${sorted.at(-1).toFixed(0)} ms`;
  return `${shown(wall)} (processor ${shown(processor)})`;
}

function run(words) {
  return spawnSync(process.execPath, [stet, ...words], { cwd: newsroom, encoding: "utf8" }).stdout;
}
