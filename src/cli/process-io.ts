// The real process as an Io: streams with back-pressure, a closed pipe as ReaderGone, a full disk as an error.
import process from "node:process";
import type { Writable } from "node:stream";
import tty from "node:tty";
import { StetError } from "../base/stet-error.ts";
import { ReaderGone, type Input, type Io, type Output } from "./io.ts";

/** The Io of this process; the streams are opened when first used. */
export function processIo(): Io {
  return {
    stdin: standardInput(),
    stdout: forcedTerminal(outputOf(process.stdout, "standard output"), process.env["STET_FORCE_TTY"]),
    stderr: outputOf(process.stderr, "standard error"),
    env: process.env,
    cwd: workingFolder(),
    shellPid: process.ppid,
    now: () => Date.now(),
    clock: () => Date.now(),
    elapsed: () => performance.now(),
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
  };
}

/** As the shell last knew it where it was removed meanwhile: a newsroom above it, or one that -C names, is still there. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    const known = process.env["PWD"] ?? "";
    return known.startsWith("/") ? known : "/";
  }
}

/** Opened when it is read: to ask it what it is takes no stream, which costs 3 ms. */
function standardInput(): Input {
  return {
    get isTerminal() {
      return tty.isatty(0);
    },
    readAll: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks);
    },
  };
}

function outputOf(
  stream: Writable & { fd: number; isTTY?: boolean; columns?: number; rows?: number },
  name: string,
): Output {
  let failure: Error | undefined;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    failure = failureOf(error, name);
  });
  return {
    isTerminal: stream.isTTY === true,
    descriptor: stream.fd,
    get columns() {
      return stream.isTTY === true && (stream.columns ?? 0) > 0 ? stream.columns : undefined;
    },
    get rows() {
      return stream.isTTY === true && (stream.rows ?? 0) > 0 ? stream.rows : undefined;
    },
    write: (text) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) {
          reject(failure);
          return;
        }
        stream.write(text, (error) => {
          if (error) reject(failureOf(error, name));
          else resolve();
        });
      }),
  };
}

/**
 * As on a terminal, for a pipe that ends before people's eyes; from 10 on a number is its columns. It has no rows, so that
 * nothing is paged, and nobody is asked there.
 */
function forcedTerminal(output: Output, asked = ""): Output {
  if (output.isTerminal || asked === "" || asked === "0") return output;
  const columns = /^[0-9]{2,5}$/.test(asked) ? Number(asked) : 80;
  return { ...output, isTerminal: true, columns, rows: undefined };
}

function failureOf(error: NodeJS.ErrnoException, name: string): Error {
  if (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED") return new ReaderGone();
  const isFull = error.code === "ENOSPC" || error.code === "EDQUOT";
  const message = isFull ? `no space left to write ${name}` : `cannot write ${name}: ${error.message}`;
  return new StetError("external", isFull ? "io-space" : "io", message, {
    hint: "the output is incomplete; free some space or write elsewhere",
    cause: error,
  });
}
