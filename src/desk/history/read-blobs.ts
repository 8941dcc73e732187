// Texts out of git's store, many at a time and as they were committed: no filter, no conversion.
import type { Desk } from "../desk.ts";
import { pipeGit } from "./run-git.ts";

const MOST_BYTES = 2 ** 28;

/** The text of each blob, as readBlobBytes has them. What is not UTF-8 is read with replacement characters. */
export function readBlobs(desk: Desk, names: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...readBlobBytes(desk, names)].map(([name, bytes]) => [name, bytes.toString("utf8")]));
}

/** The bytes of each blob, by its name; one that is not there, or too large to read, is missing. One process for all of them. */
export function readBlobBytes(desk: Desk, names: readonly string[]): ReadonlyMap<string, Buffer> {
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return new Map();
  const input = wanted.map((name) => `${name}\n`).join("");
  const answer = pipeGit(desk, ["cat-file", "--batch"], { input, most: MOST_BYTES });
  if (answer !== undefined) return blobsIn(answer);
  if (wanted.length === 1) return new Map();
  const half = wanted.length >> 1;
  return new Map([...readBlobBytes(desk, wanted.slice(0, half)), ...readBlobBytes(desk, wanted.slice(half))]);
}

/** `NAME blob SIZE`, a line break, the bytes, a line break; or `NAME missing`. */
function blobsIn(answer: Buffer): Map<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  let at = 0;
  while (at < answer.length) {
    const end = answer.indexOf(10, at);
    const [name = "", type, size = "0"] = answer.toString("latin1", at, end).split(" ");
    at = end + 1;
    if (type === "missing") continue;
    if (type === "blob") blobs.set(name, answer.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}
