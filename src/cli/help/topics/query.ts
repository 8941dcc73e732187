// `stet help query`: the query language on a page, its fields from the table that parses them.
import { STATES } from "../../../article/state.ts";
import { HAS, QUERY_FIELDS } from "../../../query/query.ts";
import { exampleSection, termSection, textSection, type Section } from "../page.ts";

type FieldKind = (typeof QUERY_FIELDS)[keyof typeof QUERY_FIELDS];

const KINDS: Readonly<Record<FieldKind, string>> = {
  keyword: "the whole value; * stands for anything: slug:eu-*",
  section: "a section with all below it: section:world finds world/europe",
  language: "a language with all its regions: lang:en finds en-GB",
  text: "words in it, without case and accents; = the whole of it, ~ a part of it",
  number: "words:500 words>500 words:500..1000",
  moment: "a date or a stretch of time, see Dates; any and none, too",
};

/** Examples first, as everywhere; docs/query.md is the long form. */
export function querySections(): readonly Section[] {
  return [
    exampleSection([
      "stet list section:europe kind:news,feature",
      'stet list author:"Ilse Vandermoor" -tag:rail',
      "stet list updated:-7d.. OR is:scheduled",
      `stet list 'power chips' "published:2025..2026"`,
      "stet list '(kind:opinion OR kind:review) words:400.. -has:image'",
      "stet list @hot",
    ]),
    termSection("Words", [
      ["budget", "the word, in headline, summary, body or tags"],
      ['"budget deal"', "the words in this order"],
      ["budg*", "words that begin so"],
      ["headline~/^the/", "a regular expression, over one field"],
      ["a,b", "one of several values: status:draft,review"],
      ["a..b", "a range, open at either end: words:400.."],
      ["a!=b", "not so: status!=draft is -status:draft"],
      ["any none", "a field that says something, or nothing: embargo:any"],
      ["open", "an embargo until somebody lifts it: embargo:open"],
    ]),
    termSection("Fields", [
      ...Object.entries(KINDS).map(
        ([kind, meaning]) => [namesOf(([, each]) => each === kind), meaning] satisfies [string, string],
      ),
      [
        "is",
        `${STATES.join(" ")}; also corrected, invalid, mine (STET_AUTHOR says who), and stale: begun, then left for 30 days`,
      ],
      ["has", HAS.join(" ")],
      ["x.NAME", "the newsroom's own field, by the type that stet.yaml gives it"],
    ]),
    textSection(
      "Together",
      "Terms side by side must all hold. OR, or | with a blank on either side, is either, - or ! or NOT before one is not, parentheses group. @name puts in a query that stet.yaml saves.",
    ),
    textSection(
      "Dates",
      "2025, 2025-01, 2025-W05, 2025-01-31, an instant in RFC 3339, today, yesterday, tomorrow, mon, this-week, last-month, next-year, or a distance such as -7d and +2h (min h d w mo y). A date alone is the stretch of time that it names; all in the newsroom's zone.",
    ),
    textSection(
      "In a shell",
      'Quote what holds > < * ( ) | ! or a blank: the shell would take them. The quotes it eats are put back: author:"Jane Doe" works as it is, and so does a whole query in one pair of quotes. --explain prints a query as stet understood it.',
    ),
  ];
}

function namesOf(holds: (entry: [string, FieldKind]) => boolean): string {
  return Object.entries(QUERY_FIELDS)
    .filter(holds)
    .map(([name]) => name)
    .join(" ");
}
