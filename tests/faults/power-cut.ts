// A model disk that loses power (promise P2): replays a recorded run and gives every state the files could be in
// after a cut at any moment. Pessimistic: what was not synced may be lost, zeroed or halved, and of each folder's
// unsynced changes of names any first part may have reached the disk. A rename is one step in both its folders, as
// on every journalling or copy-on-write file system.
import path from "node:path";
import type { Operation } from "./inject-faults.ts";
import type { Files } from "./newsroom-folder.ts";

interface Inode {
  synced: Buffer;
  current: Buffer;
}

interface NameChange {
  readonly name: string;
  /** What the name stands for afterwards; undefined where it is gone. */
  readonly node: Node | undefined;
  /** Changes of one rename carry the same number. */
  readonly step: number;
}

interface Folder {
  readonly synced: Map<string, Node>;
  readonly current: Map<string, Node>;
  pending: NameChange[];
}

type Node = { readonly inode: Inode } | { readonly folder: Folder };

const LOSSES = ["lost", "zeroed", "halved", "kept"] as const;
type Loss = (typeof LOSSES)[number];

/** One state after a cut: the files, and how many operations had been done. */
export interface CutState {
  readonly files: Files;
  readonly after: number;
  /** True for a cut after the whole run: what was asked for must have survived. */
  readonly finished: boolean;
}

/** All states after a cut at each point of the run, which began with `before` safely on the disk at `root`. */
export function* powerCuts(root: string, before: Files, run: readonly Operation[]): Generator<CutState> {
  const top = emptyFolder();
  for (const [name, text] of Object.entries(before)) plant(top, name, Buffer.from(text));
  const disk = { root, top, step: 0 };
  for (let after = 0; after <= run.length; after++) {
    const finished = after === run.length;
    for (const files of statesOf(top)) yield { files, after, finished };
    const operation = run[after];
    if (operation !== undefined) apply(disk, operation);
  }
}

function emptyFolder(): Folder {
  return { synced: new Map(), current: new Map(), pending: [] };
}

function plant(top: Folder, name: string, content: Buffer): void {
  const names = name.split("/");
  const file = names.pop() ?? "";
  let folder = top;
  for (const each of names) {
    let next = folder.current.get(each);
    if (next === undefined) {
      next = { folder: emptyFolder() };
      folder.current.set(each, next);
      folder.synced.set(each, next);
    }
    if ("folder" in next) folder = next.folder;
  }
  const node = { inode: { synced: content, current: content } };
  folder.current.set(file, node);
  folder.synced.set(file, node);
}

interface Disk {
  readonly root: string;
  readonly top: Folder;
  step: number;
}

function find(disk: Disk, absolute: string): Node | undefined {
  const names = path.relative(disk.root, absolute).split("/");
  let node: Node | undefined = { folder: disk.top };
  for (const name of names) {
    if (name === "") continue;
    node = node !== undefined && "folder" in node ? node.folder.current.get(name) : undefined;
  }
  return node;
}

function setName(disk: Disk, absolute: string, node: Node | undefined): void {
  const parent = find(disk, path.dirname(absolute));
  if (parent === undefined || !("folder" in parent)) throw new Error(`model: no folder for ${absolute}`);
  const name = path.basename(absolute);
  if (node === undefined) parent.folder.current.delete(name);
  else parent.folder.current.set(name, node);
  parent.folder.pending.push({ name, node, step: disk.step });
}

function mustFind(disk: Disk, absolute: string): Node {
  const node = find(disk, absolute);
  if (node === undefined) throw new Error(`model: no ${absolute}`);
  return node;
}

function apply(disk: Disk, operation: Operation): void {
  disk.step++;
  const { name, path: file, to = "" } = operation;
  if (name === "openSync") {
    if (operation.mutates && find(disk, file) === undefined) {
      setName(disk, file, { inode: { synced: Buffer.alloc(0), current: Buffer.alloc(0) } });
    }
  } else if (name === "writeSync" || name === "writeFileSync") {
    if (find(disk, file) === undefined) {
      setName(disk, file, { inode: { synced: Buffer.alloc(0), current: Buffer.alloc(0) } });
    }
    const node = mustFind(disk, file);
    if ("inode" in node)
      node.inode.current = Buffer.concat([node.inode.current, operation.data ?? Buffer.alloc(0)]);
  } else if (name === "fsyncSync" || name === "fdatasyncSync") sync(mustFind(disk, file));
  else if (name === "mkdirSync") {
    if (find(disk, file) === undefined) setName(disk, file, { folder: emptyFolder() });
  } else if (name === "unlinkSync" || name === "rmdirSync") {
    if (find(disk, file) !== undefined) setName(disk, file, undefined);
  } else if (name === "linkSync") setName(disk, to, mustFind(disk, file));
  else if (name === "renameSync") {
    const node = mustFind(disk, file);
    setName(disk, file, undefined);
    setName(disk, to, node);
  } else if (operation.mutates && !/^(close|fchmod|fchown)/.test(name)) {
    throw new Error(`the model does not know ${name}`);
  }
}

function sync(node: Node): void {
  if ("inode" in node) {
    node.inode.synced = node.inode.current;
    return;
  }
  node.folder.synced.clear();
  for (const [name, each] of node.folder.current) node.folder.synced.set(name, each);
  node.folder.pending = [];
}

function* statesOf(top: Folder): Generator<Files> {
  const folders = [...allFolders(top)].filter((folder) => folder.pending.length > 0);
  for (const reached of prefixes(folders)) {
    if (!isRenameWhole(folders, reached)) continue;
    for (const loss of LOSSES) {
      const files: Record<string, string> = {};
      collect(top, "", { folders, reached, loss, files });
      yield files;
    }
  }
}

function* allFolders(folder: Folder, seen: Set<Folder> = new Set()): Generator<Folder> {
  if (seen.has(folder)) return;
  seen.add(folder);
  yield folder;
  const nodes = [
    ...folder.synced.values(),
    ...folder.current.values(),
    ...folder.pending.map((each) => each.node),
  ];
  for (const node of nodes) if (node !== undefined && "folder" in node) yield* allFolders(node.folder, seen);
}

/** Every choice of how many of each folder's pending changes reached the disk. */
function* prefixes(folders: readonly Folder[]): Generator<readonly number[]> {
  const [first, ...rest] = folders;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const tail of prefixes(rest)) {
    for (let count = 0; count <= first.pending.length; count++) yield [count, ...tail];
  }
}

function isRenameWhole(folders: readonly Folder[], reached: readonly number[]): boolean {
  const done = new Map<number, boolean>();
  for (const [index, folder] of folders.entries()) {
    for (const [position, { step }] of folder.pending.entries()) {
      const isDone = position < (reached[index] ?? 0);
      if ((done.get(step) ?? isDone) !== isDone) return false;
      done.set(step, isDone);
    }
  }
  return true;
}

interface Cut {
  readonly folders: readonly Folder[];
  readonly reached: readonly number[];
  readonly loss: Loss;
  readonly files: Record<string, string>;
}

function collect(folder: Folder, prefix: string, cut: Cut): void {
  const names = new Map(folder.synced);
  const index = cut.folders.indexOf(folder);
  for (const { name, node } of folder.pending.slice(0, index === -1 ? 0 : cut.reached[index])) {
    if (node === undefined) names.delete(name);
    else names.set(name, node);
  }
  for (const [name, node] of names) {
    if ("folder" in node) collect(node.folder, `${prefix}${name}/`, cut);
    else cut.files[prefix + name] = remains(node.inode, cut.loss).toString("latin1");
  }
}

function remains({ synced, current }: Inode, loss: Loss): Buffer {
  if (synced === current || loss === "kept") return current;
  if (loss === "lost") return synced;
  return loss === "zeroed"
    ? Buffer.alloc(current.length)
    : current.subarray(0, Math.floor(current.length / 2));
}
