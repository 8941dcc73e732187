// `--jq`: a jq expression over the rows, without jq installed: jq 1.8.2 itself, compiled to WebAssembly. The only file
// that loads it, and only when asked (17 ms).
import { createRequire } from "node:module";
import type { Jq } from "jq-wasm";
import { StetError } from "../../base/stet-error.ts";
import { visibleText } from "../../base/visible-text.ts";

export interface JqAnswer {
  /** For stdout: a line per result, texts as they are and everything else as compact JSON. Not yet fit for a terminal. */
  readonly output: string;
  /** For stderr: what `debug` and `stderr` in the expression said. */
  readonly messages: string;
}

/**
 * Runs `expression` over the rows as one array, or over one object, as `jq -rc` would over `--json`. All rows are in
 * memory twice, and jq has 256 MB: about 40,000 rows of the usual fields, in 1.3 s. Its `env` is empty of the caller's,
 * `now` is the machine's clock, and no file can be read. Throws StetError usage/bad-jq for an expression that does not compile or
 * fails; then nothing of its output is returned.
 */
export async function runJq(expression: string, input: unknown): Promise<JqAnswer> {
  const jq = await load();
  const { stdout, stderr, exitCode } = answering(() =>
    jq.raw(JSON.stringify(input), expression, ["-c", "--"]),
  );
  if (exitCode !== 0) throw badJq(stderr, Array.isArray(input) ? ROWS_HINT : OBJECT_HINT);
  return { output: stdout === "" ? "" : linesOf(stdout), messages: stderr === "" ? "" : `${stderr}\n` };
}

function load(): Promise<Jq> {
  // A CommonJS bundle has __filename and no import.meta.url; a module has it the other way round.
  const require = createRequire(typeof __filename === "string" ? __filename : import.meta.url);
  const { loadJq }: { readonly loadJq: () => Promise<Jq> } = require("jq-wasm");
  return loadJq();
}

/** jq reports what is wrong with an expression; only what breaks the machine it runs on is thrown. */
function answering<T>(run: () => T): T {
  try {
    return run();
  } catch (cause) {
    throw new StetError("usage", "bad-jq", "the expression needs more memory than --jq has", {
      hint: "fewer rows or fields (--json=slug,words), or a jq of your own behind --ndjson",
      cause,
    });
  }
}

/** Texts are printed raw here and not by jq, because the package trims blanks off both ends of what jq printed. */
function linesOf(json: string): string {
  const lines = json.split("\n");
  return lines.map((line) => `${line.startsWith('"') ? String(JSON.parse(line)) : line}\n`).join("");
}

const ROWS_HINT = "the rows are one array: --jq '.[] | .slug'";
const OBJECT_HINT = "the article is one object: --jq .slug";
const COMPILING =
  /^jq: error: (.+?)(?: at <top-level>, line \d+, column \d+:\n((?: {4}.*\n)+))?(?:\n|jq: |$)/m;
const RUNNING = /^jq: error \(at [^)]*\)(?: \(not a string\))?: (.+)/m;

function badJq(stderr: string, hint: string): StetError {
  const [, message = "", frame = ""] = RUNNING.exec(stderr) ?? COMPILING.exec(stderr) ?? [];
  const detail = visibleText(frame.trimEnd().replace(/^ {4}/gm, "  "), { newlines: true });
  return new StetError("usage", "bad-jq", message === "" ? stderr.replace(/^jq: /, "") : message, {
    ...(detail === "" ? {} : { detail }),
    hint,
  });
}
