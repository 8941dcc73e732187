// `stet help format`: what rows and articles can be printed as, out of the options of the commands that print them.
import type { CommandDeclaration } from "../../line/declaration.ts";
import { OUTPUT_OPTIONS } from "../../print/output-options.ts";
import { commandPage } from "../command-page.ts";
import { exampleSection, termSection, textSection, type Section, type Term } from "../page.ts";

export function formatSections(commands: readonly CommandDeclaration[]): readonly Section[] {
  const rows = commands.filter(printsRows).map(({ name }) => name);
  return [
    exampleSection([
      "stet list is:live --json=slug,headline",
      "stet list is:live --csv -n 3",
      "stet list --jq 'map(.words) | add'",
      "stet list -n 3 --format '{slug|pad:30} {words|num}'",
      "stet render the-salt-ledger --to markdown",
      "stet export -Q section:culture --to atom",
    ]),
    termSection(`Rows: ${rows.map((name) => `stet ${name}`).join(", ")}`, outputTerms(commands)),
    termSection("Whole articles", commands.filter(({ group }) => group === "out").flatMap(targetTerms)),
    textSection(
      "Notes",
      "A terminal shows a table, cut to its width and to 50 rows. A pipe gets every row, untouched, with tabs between slug, state, section, time and headline and without a header. A machine format is never cut either; stdout holds nothing else, whatever happens.",
    ),
  ];
}

function printsRows({ options }: CommandDeclaration): boolean {
  return OUTPUT_OPTIONS.every((option) => options.includes(option));
}

function outputTerms(commands: readonly CommandDeclaration[]): readonly Term[] {
  const lister = commands.find(printsRows);
  const sections = lister === undefined ? [] : commandPage(lister).sections;
  const block = sections.find(({ heading }) => heading === OUTPUT_OPTIONS[0]?.heading)?.blocks[0];
  return block?.kind === "terms" ? block.terms : [];
}

function targetTerms({ name, options }: CommandDeclaration): Term[] {
  const to = options.find(({ flags }) => flags.startsWith("--to "));
  return to === undefined ? [] : [[`stet ${name} --to`, to.description]];
}
