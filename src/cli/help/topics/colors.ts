// `stet help colors`: when there is colour, and who decides.
import { exampleSection, termSection, textSection, type Section } from "../page.ts";

/** The rules of cli/style.ts in words. */
export function colorSections(): readonly Section[] {
  return [
    exampleSection([
      "stet --no-color list is:live -n 3",
      "stet --color always list is:live -n 3",
      "stet --ascii list is:live -n 3",
    ]),
    termSection("Who decides, the first that says anything", [
      ["--color WHEN", "always, never, or auto for what follows"],
      ["NO_COLOR", "anything: none"],
      ["FORCE_COLOR", "0 or false: none; anything else: colour in a pipe, too"],
      ["CLICOLOR_FORCE", "anything but 0: colour in a pipe, too"],
      ["CLICOLOR=0", "none"],
      ["TERM=dumb", "none"],
      ["otherwise", "where the output is a terminal; stdout and stderr each for itself"],
    ]),
    termSection("What they mean", [
      ["red", "an error"],
      ["yellow", "a warning, or something that waits"],
      ["green", "live, done"],
      ["cyan", "a slug, a link, the row under the cursor"],
      ["dim, bold", "what matters less, a heading"],
    ]),
    textSection(
      "Notes",
      "They are the sixteen colours of the terminal, so its theme says how they look. No colour says anything alone: the word or a symbol stands beside it. Links can be clicked where there is colour. stet config set color never decides it for good.",
    ),
  ];
}
