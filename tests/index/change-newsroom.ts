// What happens to a folder of articles behind stet's back, as fast-check values: one change at a time, each done with
// plain file operations.
import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { put } from "./make-newsroom.ts";
import { articleText, PATHS, settingsText } from "./random-newsroom.ts";

/** One change; `make` does it where it can be done, and nothing where it cannot. */
export interface Change {
  readonly what: string;
  readonly make: (root: string) => void;
  readonly toString: () => string;
}

function change(what: string, make: (root: string) => void): Change {
  const quiet = (root: string): void => {
    try {
      make(root);
    } catch (error) {
      // What is not there cannot be moved: the newsroom stays as it is.
      if (!(error instanceof Error) || !("syscall" in error)) throw error;
    }
  };
  return { what, make: quiet, toString: () => what };
}

const file = fc.constantFrom(...PATHS);
const folder = fc.constantFrom(
  "articles/a",
  "articles/2026/11",
  "articles/2026",
  "articles/other",
  "articles/b.yaml",
);

const write = fc
  .tuple(file, articleText)
  .map(([name, text]) => change(`write ${name}`, (root) => put(root, name, text)));

const sameLength = file.map((name) =>
  change(`edit ${name} in place`, (root) => {
    const text = fs.readFileSync(path.join(root, name));
    const at = text.indexOf("e", Math.floor(text.length / 2));
    if (at !== -1) text[at] = 0x6f;
    fs.writeFileSync(path.join(root, name), text);
  }),
);

const withOldTimes = fc.tuple(file, articleText).map(([name, text]) =>
  change(`write ${name} and set its times back`, (root) => {
    const absolute = path.join(root, name);
    const { atime, mtime } = fs.statSync(absolute);
    fs.writeFileSync(absolute, text);
    fs.utimesSync(absolute, atime, mtime);
  }),
);

const replaced = fc.tuple(file, articleText).map(([name, text]) =>
  change(`rename over ${name}`, (root) => {
    put(root, "fresh.tmp", text);
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.renameSync(path.join(root, "fresh.tmp"), path.join(root, name));
  }),
);

const moved = fc
  .tuple(fc.oneof(file, folder), fc.oneof(file, folder))
  .map(([from, to]) =>
    change(`move ${from} to ${to}`, (root) => fs.renameSync(path.join(root, from), path.join(root, to))),
  );

const removed = fc
  .oneof(file, folder)
  .map((name) => change(`remove ${name}`, (root) => fs.rmSync(path.join(root, name), { recursive: true })));

const touched = fc
  .tuple(file, fc.constantFrom(0, 1, 4_000_000_000))
  .map(([name, at]) =>
    change(`touch ${name} -d @${at}`, (root) => fs.utimesSync(path.join(root, name), at, at)),
  );

const guarded = fc
  .tuple(file, fc.constantFrom(0o600, 0o644, 0))
  .map(([name, mode]) =>
    change(`chmod ${mode.toString(8)} ${name}`, (root) => fs.chmodSync(path.join(root, name), mode)),
  );

const linked = fc.tuple(fc.oneof(file, folder), fc.oneof(file, folder)).map(([from, to]) =>
  change(`link ${to} to ${from}`, (root) => {
    fs.symlinkSync(path.join(root, from), path.join(root, to));
  }),
);

const hardLinked = fc
  .tuple(file, file)
  .map(([from, to]) =>
    change(`hard link ${to} to ${from}`, (root) => fs.linkSync(path.join(root, from), path.join(root, to))),
  );

const madeFolder = fc
  .oneof(file, folder)
  .map((name) =>
    change(`make the folder ${name}`, (root) => fs.mkdirSync(path.join(root, name), { recursive: true })),
  );

const settings = settingsText.map((text) =>
  change("write stet.yaml", (root) => put(root, "stet.yaml", text)),
);

/** Any one change, writing the commonest. */
export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 5, arbitrary: write },
  { weight: 2, arbitrary: sameLength },
  { weight: 2, arbitrary: withOldTimes },
  { weight: 2, arbitrary: replaced },
  { weight: 3, arbitrary: moved },
  { weight: 2, arbitrary: removed },
  { weight: 1, arbitrary: touched },
  { weight: 1, arbitrary: guarded },
  { weight: 1, arbitrary: linked },
  { weight: 1, arbitrary: hardLinked },
  { weight: 1, arbitrary: madeFolder },
  { weight: 1, arbitrary: settings },
);
