// `stet help yaml`: as much of YAML as an article needs, and the slips that lose words.
import { exampleSection, lineSection, textSection, type Section } from "../page.ts";

/** What people type, and what they mean; the tests hold each to what stet says of it. */
export const YAML_SLIPS: readonly (readonly [typed: string, meant: string])[] = [
  ["headline: Brexit: what now?", 'headline: "Brexit: what now?"'],
  ["headline: Fans say #MeToo", 'headline: "Fans say #MeToo"'],
  ["kicker: &c", 'kicker: "&c"'],
  ["kicker: @night", 'kicker: "@night"'],
  ['headline: "Enough", says Ilse', String.raw`headline: "\"Enough\", says Ilse"`],
];

export function yamlSections(): readonly Section[] {
  return [
    exampleSection(["stet check the-salt-ledger", "stet check --fix the-salt-ledger", "stet schema article"]),
    lineSection("An article", [
      "headline: Ferry back on time",
      "summary: What it says in a sentence.",
      "authors: [Ada Rook, Ilse Vandermoor]",
      "tags:",
      "  - ferries",
      "  - port-averne",
      "status: draft",
      "body: |",
      "  The first paragraph, each of its lines two spaces in.",
      "",
      "  The second, behind an empty line. Nothing in here needs quotes.",
    ]),
    textSection(
      "Fields",
      "A field is a name, a colon, a blank and its text: stet help fields. Numbers, dates and words such as yes or null are the text as written. Indent with blanks, never with tabs. A line that begins with # is a note and is kept.",
    ),
    lineSection(
      "Quotes: as typed, as meant",
      YAML_SLIPS.map(([typed, meant]) => `${typed.padEnd(33)}${meant}`),
    ),
    textSection(
      "Mistakes",
      "stet edit and stet check show the line, what is wrong and the line as it should be; f in the menu of stet edit and stet check --fix write it so. Only what reads as an article is ever saved.",
    ),
  ];
}
