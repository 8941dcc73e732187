// `stet help exit-codes`: what each exit code means.
import { EXIT_MEANINGS } from "../../exit-codes.ts";
import { termSection, type Section } from "../page.ts";

/** One section: the table of exit-codes.ts. */
export function exitCodeSections(): readonly Section[] {
  return [
    termSection(
      "Codes",
      EXIT_MEANINGS.map(([code, name, when]) => [`${String(code).padStart(3)}  ${name}`, when]),
    ),
  ];
}
