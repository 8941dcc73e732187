// Puts itself between the product and node:fs: every file operation is shown to `decide`, which lets it pass, makes
// it fail, cuts it short or kills the process there. Works in a test's own process and, by preload.ts, in any other.
/** One file operation about to happen. Descriptors are named by the path they were opened with. */
export interface Operation {
  /** As `writeSync`, `renameSync`; the callback and promise forms count under the same name. */
  readonly name: string;
  readonly path: string;
  /** The new name, of rename, link, symlink and copyFile. */
  readonly to?: string;
  /** What a write would write. */
  readonly data?: Buffer;
  /** False for what only looks: open for reading, read, stat, readdir. */
  readonly mutates: boolean;
}

/** What happens to an operation: it passes, fails with an errno, writes half, or the process dies before or in it. */
export type Verdict = "pass" | "short" | "kill" | "kill-half" | { readonly error: string };

export type Decide = (operation: Operation) => Verdict;

const MUTATORS = [
  "writeSync",
  "writevSync",
  "writeFileSync",
  "appendFileSync",
  "fsyncSync",
  "fdatasyncSync",
  "ftruncateSync",
  "truncateSync",
  "renameSync",
  "linkSync",
  "symlinkSync",
  "unlinkSync",
  "mkdirSync",
  "mkdtempSync",
  "rmdirSync",
  "rmSync",
  "copyFileSync",
  "cpSync",
  "chmodSync",
  "fchmodSync",
  "chownSync",
  "fchownSync",
  "utimesSync",
  "futimesSync",
] as const;

const LOOKERS = [
  "readSync",
  "readFileSync",
  "fstatSync",
  "lstatSync",
  "statSync",
  "readdirSync",
  "readlinkSync",
  "accessSync",
] as const;

/** Calls the original with these arguments. */
type Call = (args: readonly unknown[]) => unknown;
type Replacement = (...args: unknown[]) => unknown;

/**
 * Starts the injection into `fileSystem` (node:fs itself) and returns what ends it. Calls that Node's own functions
 * make inside count once, as the outer one.
 */
export function injectFaults(fileSystem: object, decide: Decide): () => void {
  const undo: (() => void)[] = [];
  const opened = new Map<unknown, { path: string; writable: boolean }>();
  let depth = 0;

  const replaceIn = (owner: unknown, name: string, make: (original: Call) => Replacement): void => {
    if (typeof owner !== "object" || owner === null) return;
    const original: unknown = Reflect.get(owner, name);
    if (typeof original !== "function") return;
    const replacement = make((args) => Reflect.apply(original, owner, args));
    Reflect.set(owner, name, Object.assign(replacement, original));
    undo.push(() => Reflect.set(owner, name, original));
  };

  const nested = (work: () => unknown): unknown => {
    depth++;
    try {
      return work();
    } finally {
      depth--;
    }
  };

  const strike = (operation: Operation, half: () => unknown): "pass" | "short" => {
    const verdict = decide(operation);
    if (verdict === "pass" || verdict === "short") return verdict;
    if (typeof verdict === "object") throw failure(operation, verdict.error);
    if (verdict === "kill-half") half();
    process.kill(process.pid, "SIGKILL");
    for (;;);
  };

  const faulty = (name: string, mutates: boolean, original: Call): Replacement => {
    return (...args) => {
      if (depth > 0 || isStandardStream(args[0])) return original(args);
      const halved = halfOf(name, args);
      const operation = describeOperation({ name, args, mutates, openedAs: opened.get(args[0])?.path });
      const verdict = strike(operation, () => nested(() => halved !== undefined && original(halved)));
      return nested(() => original(verdict === "short" && halved !== undefined ? halved : args));
    };
  };

  const open = (original: Call): Replacement => {
    return (...args) => {
      if (depth > 0) return original(args);
      const file = { path: String(args[0]), writable: isWriting(args[1]) };
      strike({ name: "openSync", path: file.path, mutates: file.writable }, () => {});
      const descriptor = original(args);
      opened.set(descriptor, file);
      return descriptor;
    };
  };

  const close = (original: Call): Replacement => {
    return (...args) => {
      const file = opened.get(args[0]);
      if (depth > 0 || file === undefined) return original(args);
      opened.delete(args[0]);
      try {
        strike({ name: "closeSync", path: file.path, mutates: file.writable }, () => {});
      } finally {
        // Like the kernel, which frees the descriptor even when close reports an error.
        original(args);
      }
      return undefined;
    };
  };

  for (const name of LOOKERS) replaceIn(fileSystem, name, (original) => faulty(name, false, original));
  for (const name of MUTATORS) {
    const plain = name.replace(/Sync$/, "");
    replaceIn(fileSystem, name, (original) => faulty(name, true, original));
    replaceIn(fileSystem, plain, (original) => faulty(name, true, original));
    replaceIn(Reflect.get(fileSystem, "promises"), plain, (original) => faulty(name, true, original));
  }
  replaceIn(fileSystem, "openSync", open);
  replaceIn(fileSystem, "closeSync", close);
  return () => {
    for (const restore of undo) restore();
  };
}

interface CallMade {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly mutates: boolean;
  readonly openedAs: string | undefined;
}

function describeOperation({ name, args, mutates, openedAs }: CallMade): Operation {
  const [first, second] = args;
  const isTwoNamed = /^(rename|link|symlink|copyFile|cp)/.test(name);
  return {
    name,
    path: typeof first === "number" ? (openedAs ?? `descriptor ${first}`) : String(first),
    mutates,
    ...(isTwoNamed ? { to: String(second) } : {}),
    ...(name.startsWith("write") ? { data: dataOf(name, args) } : {}),
  };
}

function isStandardStream(descriptor: unknown): boolean {
  return descriptor === 0 || descriptor === 1 || descriptor === 2;
}

function isWriting(flags: unknown): boolean {
  if (typeof flags === "number") return (flags & 0o3) !== 0 || (flags & 0o100) !== 0;
  return typeof flags === "string" && /[wa+]/.test(flags);
}

/** A copy of what a call of writeSync or writeFileSync would write. */
function dataOf(name: string, args: readonly unknown[]): Buffer {
  const [, value, offset, length] = args;
  if (!ArrayBuffer.isView(value)) return Buffer.from(String(value));
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (name !== "writeSync") return Buffer.from(bytes);
  const start = typeof offset === "number" ? offset : 0;
  return Buffer.from(bytes.subarray(start, typeof length === "number" ? start + length : undefined));
}

/** The arguments that make the same call write the first half only; undefined for what does not write. */
function halfOf(name: string, args: readonly unknown[]): unknown[] | undefined {
  if (!name.startsWith("write") || name === "writevSync") return undefined;
  const data = dataOf(name, args);
  const half = data.subarray(0, Math.floor(data.length / 2));
  if (name !== "writeSync") return [args[0], half, ...args.slice(2)];
  return [args[0], half, 0, half.length, ...args.slice(4)];
}

function failure(operation: Operation, code: string): Error {
  const syscall = operation.name.replace(/Sync$/, "");
  return Object.assign(new Error(`${code}: injected, ${syscall} '${operation.path}'`), { code, syscall });
}
