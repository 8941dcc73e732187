// The commands of newsroom-commands.ts as a program, so that real processes can be killed, raced and starved:
// driver <root> <command> [words]. StetErrors go to stderr as JSON, exit 1; anything else is a crash, exit 70.
import fs from "node:fs";
import { StetError } from "../../src/base/stet-error.ts";
import { runCommand } from "./newsroom-commands.ts";

const [root = "", command = "", ...words] = process.argv.slice(2);

try {
  runCommand(root, command, words);
} catch (error) {
  if (!(error instanceof StetError)) throw error;
  const { kind, code, message } = error;
  fs.writeSync(2, JSON.stringify({ kind, code, message }));
  process.exitCode = 1;
}
