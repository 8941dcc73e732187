// `stet help templates`: lines of one's own with --format, the filters from their table.
import { FILTERS } from "../../templates/filters.ts";
import { exampleSection, termSection, textSection, type Section } from "../page.ts";

/** What each filter of filters.ts does; a test holds the two tables together. */
export const FILTER_MEANINGS: Readonly<Record<string, string>> = {
  pad: "filled up with blanks to so many columns; left unless right or center",
  trunc: "cut to so many columns, with an ellipsis",
  date: "a time, in the newsroom's zone",
  ago: "how long ago, or how long until",
  join: "a list, with this between its items",
  upper: "in capitals",
  lower: "in small letters",
  num: "a number as the newsroom's language groups it",
  fixed: "a number with so many decimals",
  json: "as JSON",
  default: "this, where there is nothing",
  bold: "bold, on a terminal",
  dim: "dim",
  red: "red",
  green: "green",
  yellow: "yellow",
  cyan: "cyan",
  link: "a link to the value, with another field as its text",
};

export function templateSections(): readonly Section[] {
  return [
    exampleSection([
      "stet list --format '{slug|pad:24} {headline|trunc:40|bold}'",
      String.raw`stet list --format '{updated|date:YYYY-MM-DD}\t{words|num}' -n 3`,
      "stet list --format '{slug}{if embargo}, embargo ends {embargo|ago}{end}'",
      `stet list --format '{tags|join:", "|default:none}' -n 3`,
    ]),
    termSection("Parts", [
      ["{headline}", "a field of the row: stet help fields"],
      ["{tags|join:+|upper}", "the same through filters, from left to right"],
      ["{if embargo}...{end}", "only where the field says something; {else} for the rest"],
      ["{{", "a brace"],
      [String.raw`\t \n \0`, "tab, line break, NUL; a line break follows each row unless it ends so"],
    ]),
    termSection(
      "Filters",
      Object.entries(FILTERS).map(([name, { usage }]) => [shortUsage(usage), FILTER_MEANINGS[name] ?? ""]),
    ),
    textSection(
      "Dates",
      "date takes YYYY MM M MMM MMMM DD D dddd ddd HH mm ss Z; other letters go in [ ]: date:[week of] D MMMM. Month and day are named in the newsroom's language.",
    ),
  ];
}

/** `pad:24, pad:8 right, ...` begins with the commonest. */
function shortUsage(usage: string): string {
  return usage.startsWith("join")
    ? usage
    : usage.replace(/[;,] .*$/, "").replace(/^date:.*/, "date:DD MMM YYYY");
}
