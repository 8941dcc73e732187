// Bundles src/ into dist/stet.cjs, the one file that bin/stet.cjs starts: `npm run build`, and `npm install` by itself.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import * as yaml from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = `${root}dist/`;

/** commander requires child_process at its top, 2.6 ms at every start, for a feature stet does not use. */
const lazyChildProcess = {
  name: "lazy-child-process",
  setup(bundler) {
    bundler.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes("commander") ? { path: "child_process", namespace: "lazy-child" } : undefined,
    );
    bundler.onLoad({ filter: /.*/, namespace: "lazy-child" }, () => ({
      contents: "module.exports = { spawn: (...args) => require('child_process').spawn(...args) };",
    }));
  },
};

/**
 * Node's own modules for stet's code, without the copy of every property that a bundler makes for each importer; those
 * that take a millisecond to load, and that many commands do without, when they are first used.
 */
const builtins = {
  name: "builtins",
  setup(bundler) {
    const inSource = (importer) => importer.startsWith(`${root}src/`);
    bundler.onResolve(
      { filter: /^node:(?:fs|path|process|crypto|os|tty|worker_threads|child_process)$/ },
      ({ path, importer }) =>
        inSource(importer) ? { path, namespace: "builtin", sideEffects: false } : undefined,
    );
    bundler.onLoad({ filter: /.*/, namespace: "builtin" }, ({ path }) => ({
      contents: contentsOf(path),
    }));
  },
};

function contentsOf(path) {
  // Its functions are imported by name.
  if (path === "node:child_process")
    return ["spawn", "spawnSync"]
      .map((name) => `export const ${name} = (...args) => require("${path}").${name}(...args);`)
      .join("\n");
  return /crypto|os|tty|threads/.test(path)
    ? `let loaded; export default new Proxy({}, { get: (_, name) => (loaded ??= require("${path}"))[name] });`
    : `export default require("${path}");`;
}

/** What a library brings along and stet never uses, and what stands in its place. */
const unused = {
  // chalk asks what the terminal can do as it loads, a fifth of all that help costs; stet has decided that by itself.
  "#supports-color": "export default { stdout: false, stderr: false };",
  // inquirer's own editor prompt, with half a megabyte of character sets; stet opens editors its own way.
  "@inquirer/editor": "export default () => { throw new Error('stet opens editors by itself'); };",
  // markdown-it makes one for every parser, to look for bare addresses; newsroom copy links none of them.
  "linkify-it": "export default class LinkifyIt {}",
};

const withoutUnused = {
  name: "without-unused",
  setup(bundler) {
    const filter = new RegExp(`^(?:${Object.keys(unused).join("|")})$`);
    bundler.onResolve({ filter }, ({ path }) => ({ path, namespace: "unused", sideEffects: false }));
    bundler.onLoad({ filter: /.*/, namespace: "unused" }, ({ path }) => ({ contents: unused[path] }));
  },
};

/**
 * Libraries whose modules take milliseconds to evaluate and that most commands never call, and the file of each that
 * is taken: every name is a getter that evaluates them when it is first used.
 */
const lazy = {
  // Simple files are read without it. Its build for Node asks the environment about every token; this one scans a third faster.
  yaml: { file: "yaml/browser/dist/index.js", names: Object.keys(yaml) },
  // Two tables of two thousand character references, for text that has one.
  entities: { file: "entities/lib/esm/decode.js", names: ["decodeHTML", "decodeHTMLStrict"] },
};

const lazily = {
  name: "lazily",
  setup(bundler) {
    const filter = new RegExp(`^(?:${Object.keys(lazy).join("|")})$`);
    bundler.onResolve({ filter }, ({ path }) => ({ path, namespace: "lazy" }));
    bundler.onLoad({ filter: /.*/, namespace: "lazy" }, ({ path }) => ({
      contents: [
        // Kept: what esbuild makes of this require copies every name each time it is asked.
        `let modules; const load = () => (modules ??= require("${root}node_modules/${lazy[path].file}"));`,
        ...lazy[path].names.map(
          (name) => `Object.defineProperty(exports, "${name}", {get: () => load().${name}});`,
        ),
      ].join(""),
      resolveDir: root,
    }));
  },
};

/** esbuild leaves what stands in regular expressions as it is; bin/stet.cjs reads the bundle as ASCII, which is quicker. */
const escape = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

async function bundle(source, name) {
  const unfinished = `${dist}${name}.${process.pid}.tmp`;
  await build({
    entryPoints: [`${root}src/${source}`],
    outfile: unfinished,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20.19",
    charset: "ascii",
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    external: ["@photostructure/sqlite"],
    plugins: [builtins, lazyChildProcess, withoutUnused, lazily],
    // The code takes __filename where a bundle has no import.meta.url.
    logOverride: { "empty-import-meta": "silent" },
    logLevel: "warning",
  });
  writeFileSync(unfinished, readFileSync(unfinished, "utf8").replace(/[^\0-\x7f]/g, escape));
  renameSync(unfinished, `${dist}${name}`);
}

mkdirSync(dist, { recursive: true });
// One made from another place holds that place's names.
for (const name of readdirSync(dist)) if (name.endsWith(".cache")) rmSync(`${dist}${name}`);
// The programs of threads; stet.cjs expects them beside itself.
await bundle("desk/keep-index/row-worker.ts", "row-worker.cjs");
await bundle("desk/keep-index/walk-worker.ts", "walk-worker.cjs");
await bundle("desk/site/make/page-worker.ts", "page-worker.cjs");
await bundle("cli/start.ts", "stet.cjs");

// V8's compiled form of what ran, for the Node that runs this; bin/stet.cjs goes without it on any other. Rendering
// runs most of stet; where the sample newsroom is not what it was, help has to do.
const warmUps = [["-C", root, "render", "the-salt-ledger", "--to", "html"], ["--help"]];
if (!warmUps.some((line) => isDone(line, { ...process.env, STET_WRITE_CODE_CACHE: "1" }))) {
  process.stderr.write("error: the bundle does not start\n");
  process.exitCode = 1;
}
warmPublish();

/**
 * Publish, which runs every minute, has one of its own, of a publish after a headline has changed: it is made in a copy of
 * the sample newsroom, where nobody's configuration is read, so that no hook of theirs runs. Without it publish starts from the other.
 */
function warmPublish() {
  const home = mkdtempSync(`${tmpdir()}/stet-build-`);
  const { PATH } = process.env;
  const env = { PATH, HOME: home, TMPDIR: home };
  try {
    for (const name of ["stet.yaml", "articles", "images"])
      cpSync(`${root}${name}`, `${home}/${name}`, { recursive: true });
    const file = `${home}/articles/2025/11/the-salt-ledger.yaml`;
    if (!isDone(["-C", home, "publish", "-q"], env)) return;
    writeFileSync(file, readFileSync(file, "utf8").replace(/^headline: "?/m, "$&Now "));
    isDone(["-C", home, "publish", "-q"], { ...env, STET_WRITE_CODE_CACHE: "1" });
  } catch {
    // The sample newsroom is not what it was.
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function isDone(line, env) {
  const { status } = spawnSync(process.execPath, [`${root}bin/stet.cjs`, ...line], { env, stdio: "ignore" });
  return status === 0;
}
