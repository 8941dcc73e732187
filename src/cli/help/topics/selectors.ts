// `stet help selectors`: how a command is told which article is meant.
import { exampleSection, termSection, textSection, type Section } from "../page.ts";

/** The rules of desk/find/find-article.ts and cli/select.ts in words. */
export function selectorSections(): readonly Section[] {
  return [
    exampleSection([
      "stet show the-salt-ledger",
      "stet show the-salt",
      "stet show articles/2025/11/the-salt-ledger.yaml",
      "stet list section:culture --slugs | stet render - --to text -o out/",
      "stet set tag+=desk -Q 'status:draft section:sport' --yes",
    ]),
    termSection("One article", [
      ["the-salt-ledger", "its slug; a former slug leads to it, too"],
      ["the-salt", "the beginning of one slug alone"],
      ["articles/a.yaml", "a path, read from where you are"],
      ["id:0198c2d4", "the beginning of an id, 6 characters or more; id: may be left out"],
      ["3", "a row of the last list shown in this terminal"],
      ["@last @prev @new", "the one stet wrote last, the one before, and the one it made last"],
    ]),
    termSection("Several", [
      ["a b c", "one after the other"],
      [
        "-",
        "from standard input, one a line; with -0 each ends with NUL. One alone where a command takes one article",
      ],
      ["-Q QUERY", "all that match: stet help query"],
    ]),
    textSection(
      "In scripts",
      "Without a terminal a command that changes something takes whole slugs, ids and paths only: a beginning may mean something else tomorrow. --allow-prefix lifts that, and --yes answers the question that comes before several articles are changed. With no article named, a terminal shows the picker; a script gets exit code 2. With a name that several answer to, a terminal shows the picker of those, and a script gets exit code 5.",
    ),
  ];
}
