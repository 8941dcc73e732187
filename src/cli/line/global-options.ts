// The options that every command takes, declared once.
import type { OptionDeclaration } from "./declaration.ts";

/** Options every command takes, before or behind its name. */
export const GLOBAL_OPTIONS: readonly OptionDeclaration[] = [
  { flags: "-C, --cd <DIR>", description: "as if started in DIR" },
  { flags: "--store <DIR>", description: "the newsroom's folder (STET_STORE)" },
  {
    flags: "--color <WHEN>",
    description: "auto, always or never (STET_COLOR)",
    choices: ["auto", "always", "never"],
  },
  { flags: "--no-color", description: "the same as --color never" },
  { flags: "--ascii", description: "no symbols beyond ASCII (STET_ASCII)" },
  { flags: "--no-input", description: "never ask; fail where an answer is needed (STET_NO_INPUT)" },
  { flags: "--no-pager", description: "print long texts straight to the screen (STET_PAGER, PAGER)" },
  { flags: "-y, --yes", description: "answer every question with yes" },
  { flags: "-q, --quiet", description: "errors only" },
  { flags: "-v, --verbose", description: "name each file published, show every problem" },
  { flags: "--now <TIME>", description: "act as if it were TIME, UTC without an offset (STET_NOW)" },
  {
    flags: "--lock-timeout <SECONDS>",
    description: "how long to wait for another stet that is writing (STET_LOCK_TIMEOUT)",
  },
  {
    flags: "--limit <NAME=N>",
    description: "raise a limit on article files, as file-bytes=64000000; may be repeated",
    isRepeatable: true,
  },
  { flags: "--log <FILE>", description: "append what happens to FILE, a JSON object per line; - for stderr" },
  { flags: "--debug", description: "show where an error came from" },
];
