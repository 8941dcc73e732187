// The options of every command that prints rows of articles, declared once: list, search and related.
import type { OptionDeclaration } from "../line/declaration.ts";

const heading = "Output";

/** What write-rows.ts can print. */
export const OUTPUT_OPTIONS: readonly OptionDeclaration[] = [
  {
    heading,
    flags: "-F, --fields <LIST>",
    description: "columns, or the fields of an output without a LIST",
  },
  { heading, flags: "--json[=LIST]", description: "one JSON array" },
  { heading, flags: "--ndjson[=LIST]", description: "one JSON object per line" },
  { heading, flags: "--csv[=LIST]", description: "comma-separated, with a header" },
  { heading, flags: "--tsv[=LIST]", description: "tab-separated, with a header" },
  {
    heading,
    flags: "--format <TEMPLATE>",
    description: "a line per row, as '{slug|pad:24} {headline|bold}'",
  },
  { heading, flags: "--jq <EXPR>", description: "a jq expression over the array of --json" },
  { heading, flags: "--slugs", description: "slugs alone, one per line" },
  { heading, flags: "--paths", description: "paths alone" },
  { heading, flags: "--ids", description: "ids alone" },
  { heading, flags: "--count", description: "how many there are" },
  { heading, flags: "--raw", description: "CSV cells as they are, formulas too" },
  { heading, flags: "--bom", description: "begin CSV with a byte order mark, for Excel" },
  { heading, flags: "-0, --print0", description: "end each row with NUL instead of a line break" },
  { heading, flags: "-e, --exit-status", description: "exit 1 if nothing matches" },
];
