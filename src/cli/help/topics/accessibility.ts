// `stet help accessibility`: stet for screen readers, for eyes that see no colours, and without questions.
import { exampleSection, termSection, textSection, type Section } from "../page.ts";

export function accessibilitySections(): readonly Section[] {
  return [
    exampleSection([
      "stet --no-color --ascii list is:live -n 3",
      "stet --no-pager show the-salt-ledger",
      "stet render the-salt-ledger --to text",
    ]),
    termSection("Switches", [
      [
        "ACCESSIBLE=1",
        "questions are plain lines, a numbered list and an answer with Enter; --ascii and --no-pager go without saying. To keep it so: stet config set accessible true",
      ],
      ["--ascii", "words and ASCII in place of symbols"],
      ["--no-color", "no colour; nothing is said by colour alone in any case"],
      ["--no-pager", "long texts straight to the screen"],
      ["--no-input", "no questions: every one has an option that answers it"],
    ]),
    textSection(
      "Questions",
      "With ACCESSIBLE=1 nothing on the screen is ever drawn again: each list is printed once, with a number for each line, and is answered by typing the number. The picker of articles prints ten at a time and takes words to look for others. Ctrl-C and Ctrl-D leave everything as it was.",
    ),
    textSection(
      "The site",
      "Pages of the built-in theme have headings in order, a language on every text, and labels on their landmarks and links. stet check names images without a description.",
    ),
  ];
}
