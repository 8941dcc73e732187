// What the suite makes of files before it runs is made again only where one of them is another: that takes seconds, and to
// look at them all a twentieth of one.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Paths from `root`. */
export interface Made {
  readonly root: string;
  /** Files and folders it is made from; what is not there is as good as empty. */
  readonly from: readonly string[];
  /** The folder that it is made in, and nothing else is. */
  readonly to: string;
  /** Where it is noted what was made of what: outside of that folder. */
  readonly note: string;
}

/**
 * Makes it where it, or what it is made from, is not as it was noted. It is not noted where something changed while it was
 * made, and what another run of the tests makes at the same moment is as another note says: the next run makes it again.
 */
export async function madeOnce(
  { root, from, to, note }: Made,
  make: () => void | Promise<void>,
): Promise<void> {
  // What is made may hold the names of its own place, and node_modules may have come from another.
  const source = (): string => `${root} ${process.version} ${process.arch} ${hashOf(root, from)}`;
  const [before, file] = [source(), path.join(root, note)];
  if (contentOf(file).toString() === `${before} ${hashOf(root, [to])}`) return;
  await make();
  if (source() !== before) return;
  const unfinished = `${file}.${process.pid}`;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(unfinished, `${before} ${hashOf(root, [to])}`);
  renameSync(unfinished, file);
}

function hashOf(root: string, names: readonly string[]): string {
  const hash = createHash("sha256");
  for (const name of names.flatMap((each) => filesIn(root, each))) {
    const content = contentOf(path.join(root, name));
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** In one order everywhere. */
function filesIn(root: string, name: string): string[] {
  const file = path.join(root, name);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() !== true) return [name];
  return readdirSync(file)
    .toSorted()
    .flatMap((each) => filesIn(root, `${name}/${each}`));
}

/** Empty where it is not there, or goes meanwhile. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
