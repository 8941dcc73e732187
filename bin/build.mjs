// Bundles src/ into dist/: stet.cjs, the program that bin/stet.cjs starts, and the programs of its threads:
// `npm run build`, and `npm install` by itself.
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
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import * as yaml from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = `${root}dist/`;

/** A plugin that gives modules, as they are asked for, a text of its own. */
function inPlaceOf(name, filter, text, isMeant = () => true) {
  return {
    name,
    resolveId: {
      filter: { id: filter },
      handler: (id, importer) =>
        isMeant(importer) ? { id: `\0${name}:${id}`, moduleSideEffects: false } : undefined,
    },
    load: {
      filter: { id: new RegExp(`^\0${name}:`) },
      handler(id) {
        return text(id.slice(name.length + 2), this);
      },
    },
  };
}

/** commander requires child_process at its top, 2.6 ms at every start, for a feature stet does not use. */
const lazyChildProcess = inPlaceOf(
  "lazy-child-process",
  /^node:child_process$/,
  () => "module.exports = { spawn: (...args) => require('child_process').spawn(...args) };",
  (importer) => importer.includes("commander"),
);

/**
 * Node's own modules for stet's code, without the copy of every property that a bundler makes for each importer; those
 * that take a millisecond to load, and that many commands do without, when they are first used.
 */
const builtins = inPlaceOf(
  "builtin",
  /^node:(?:fs|path|process|crypto|os|tty|worker_threads|child_process)$/,
  builtinText,
  (importer) => importer.startsWith(`${root}src/`),
);

function builtinText(path) {
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

const namesOf = (modules) => new RegExp(`^(?:${Object.keys(modules).join("|")})$`);
const withoutUnused = inPlaceOf("unused", namesOf(unused), (name) => unused[name]);

/**
 * Libraries whose modules take milliseconds to evaluate and that most commands never call, and the file of each that
 * is taken, a part of its own: every name is a getter that loads it when it is first used.
 */
const lazy = {
  // Simple files are read without it. Its build for Node asks the environment about every token; this one scans a third faster.
  yaml: { file: "yaml/browser/dist/index.js", names: Object.keys(yaml) },
  // Two tables of two thousand character references, for text that has one.
  entities: { file: "entities/lib/esm/decode.js", names: ["decodeHTML", "decodeHTMLStrict"] },
};

const lazily = inPlaceOf("lazy", namesOf(lazy), (library, bundler) => {
  const { file, names } = lazy[library];
  const part = `lazy-${library}`;
  bundler.emitFile({ type: "chunk", id: `${root}node_modules/${file}`, fileName: part });
  const getter = (name) =>
    `Object.defineProperty(exports, "${name}", { get: () => require("${part}").${name} });`;
  return names.map(getter).join("");
});

/** One byte for each character: bin/stet.cjs reads the program as Latin-1, which is quicker. */
const inAscii = (text) =>
  text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/**
 * The parts of a program in one function of Node's `require` and its own file's name: each part is a function that runs
 * when it is first asked for, so that a start restores and evaluates what the command needs and nothing else.
 */
function joined(chunks, first) {
  const parts = chunks.map(({ fileName, code }) => `"${fileName}"(module, exports, require) {${code}\n}`);
  return `(function (outside, __filename) {
const parts = {
${parts.join(",\n")}
};
const loaded = {};
function load(asked) {
  const name = asked.replace("./", "");
  if (!Object.hasOwn(parts, name)) return outside(asked);
  if (loaded[name] === undefined) {
    loaded[name] = { exports: {} };
    parts[name](loaded[name], loaded[name].exports, load);
  }
  return loaded[name].exports;
}
return load("${first.fileName}");
})`;
}

async function bundle(source) {
  const input = `${root}src/${source}`;
  const { output } = await build({
    input,
    write: false,
    platform: "node",
    external: ["@photostructure/sqlite", /^lazy-/],
    plugins: [builtins, lazyChildProcess, withoutUnused, lazily],
    transform: { target: "node20.19" },
    // Commands that tell of all commands import them late, because they are among them.
    checks: { ineffectiveDynamicImport: false },
    output: {
      format: "cjs",
      comments: { legal: false },
      minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
      chunkFileNames: "[name]-[hash].cjs",
    },
  });
  const first = output.find(({ facadeModuleId }) => facadeModuleId === input);
  return inAscii(joined(output, first));
}

function write(name, text) {
  const unfinished = `${dist}${name}.${process.pid}.tmp`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, `${dist}${name}`);
}

mkdirSync(dist, { recursive: true });
// One made from another place holds that place's names.
for (const name of readdirSync(dist)) if (name.endsWith(".cache")) rmSync(`${dist}${name}`, { force: true });
// The programs of threads, which Node starts by themselves; stet.cjs expects them beside itself.
for (const source of ["keep-index/row-worker", "keep-index/walk-worker", "site/make/page-worker"]) {
  write(`${basename(source)}.cjs`, `${await bundle(`desk/${source}.ts`)}(require, __filename);`);
}
write("stet.cjs", await bundle("cli/start.ts"));

// V8's compiled form of what ran, for the Node that runs this; bin/stet.cjs goes without it on any other. Rendering
// runs most of what other commands begin with; where the sample newsroom is not what it was, help has to do.
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
