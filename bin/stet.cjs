#!/usr/bin/env node
// Starts stet: the version without loading anything, the rest from the bundle, compiled beforehand where that fits.
"use strict";

const args = process.argv.slice(2);
if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) {
  process.stdout.write(`stet ${require("../package.json").version}\n`);
} else {
  loadBundle().start();
}

function loadBundle() {
  const fs = require("node:fs");
  const path = require("node:path");
  const vm = require("node:vm");
  const file = path.join(__dirname, "../dist/stet.cjs");
  const compiled = `${file}.${process.versions.v8}-${process.arch}`;
  // Publish runs much that nothing else does: bin/build.mjs makes one for it, and one for all other commands.
  const cacheFile = `${compiled}.${args.includes("publish") ? "publish." : ""}cache`;
  const source = readSource(fs, file);
  const script = new vm.Script(source, {
    filename: file,
    cachedData: readCompiled(fs, cacheFile) ?? readCompiled(fs, `${compiled}.cache`),
  });
  const bundle = script.runInThisContext()(require("node:module").createRequire(file), file);
  if (process.env.STET_WRITE_CODE_CACHE === "1") {
    // Functions that ran are in it, so it is taken when the command is done.
    process.once("beforeExit", () => {
      const made = script.createCachedData();
      fs.writeFileSync(`${cacheFile}.${process.pid}`, Buffer.concat([made, sealOf(made)]), { flush: true });
      fs.renameSync(`${cacheFile}.${process.pid}`, cacheFile);
    });
  }
  return bundle;
}

function readSource(fs, file) {
  const source = read(fs, file);
  if (source !== undefined) return source.toString("latin1");
  process.stderr.write("error: stet is not built yet\n→ npm install\n");
  process.exitCode = 9;
  return "() => ({ start: () => undefined })";
}

/** V8 takes on trust what it is given: Node crashes where the disk has damaged it, or runs another program. */
function readCompiled(fs, file) {
  const sealed = read(fs, file);
  if (sealed === undefined || sealed.length < 4) return undefined;
  const made = sealed.subarray(0, -4);
  return sealOf(made).equals(sealed.subarray(-4)) ? made : undefined;
}

/** A checksum costs a millisecond. */
function sealOf(made) {
  const seal = Buffer.alloc(4);
  seal.writeUInt32LE(require("node:zlib").crc32(made));
  return seal;
}

function read(fs, file) {
  try {
    return fs.readFileSync(file);
  } catch {
    return undefined;
  }
}
