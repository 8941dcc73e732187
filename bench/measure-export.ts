// How soon `stet export` begins to speak, and how fast it is done: read from a pipe, as a program after it would.
import { spawn } from "node:child_process";
import { judge, type Row } from "./row.ts";
import { childEnvironment } from "./run-child.ts";
import { median, type Goal } from "./statistics.ts";
import { stet, type Ground } from "./tools.ts";
import type { Measurement } from "./measurement.ts";

const WHAT = "stet export --to ndjson";
const exportAll = stet(() => ["export", "--to", "ndjson"]);

interface Stream {
  /** From the start of the process to the end of the first line. */
  readonly firstRow: number;
  readonly seconds: number;
  readonly bytes: number;
  readonly fault?: string;
}

/** Two rows: the first line, and the whole with its rate. */
export const EXPORT: Measurement = {
  name: "export",
  measure: async (ground, rounds) => {
    const streams: Stream[] = [];
    for (let round = 0; round <= rounds; round++) {
      streams.push(await readStream(ground));
      if (streams.some(({ seconds, fault }) => fault !== undefined || seconds > 20)) break;
    }
    // The first warms up, as in time-interleaved.ts.
    return rowsOf(ground, streams.length > 1 ? streams.slice(1) : streams);
  },
};

function rowsOf({ corpus }: Ground, streams: readonly Stream[]): readonly Row[] {
  const fault = streams.find((stream) => stream.fault !== undefined)?.fault;
  const whole = median(streams.map(({ seconds }) => seconds));
  const rate = (bytes: number): string => `${(bytes / 1e6 / whole).toFixed(0)} MB/s`;
  const row = (name: string, what: string, value: number, goals: readonly Goal[], note: string): Row =>
    judge({ name, what, unit: "s", measure: "value", goals }, corpus.articles, {
      ...(fault === undefined ? { value } : {}),
      notes: [fault ?? note],
    });
  const rates = `${rate(corpus.bytes)} of files read, ${rate(streams[0]?.bytes ?? 0)} of JSON printed`;
  const first = median(streams.map(({ firstRow }) => firstRow));
  return [
    row("export-first-row", `${WHAT}, first row`, first, [{ most: 0.3, from: 100_000 }], ""),
    row("export", WHAT, whole, [], rates),
  ];
}

function readStream(ground: Ground): Promise<Stream> {
  const { program, words, folder } = exportAll(ground);
  const start = performance.now();
  const since = (): number => (performance.now() - start) / 1000;
  const child = spawn(program, words, {
    cwd: folder,
    env: childEnvironment(process.env),
    stdio: ["ignore", "pipe", "ignore"],
  });
  let firstRow = Number.NaN;
  let bytes = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    if (Number.isNaN(firstRow) && chunk.includes(0x0a)) firstRow = since();
    bytes += chunk.length;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => {
      const fault = status === 0 ? {} : { fault: `exit ${status}` };
      resolve({ firstRow, seconds: since(), bytes, ...fault });
    });
  });
}
