// Headlines and summaries longer than the newsroom's limits.
import type { Rule } from "./rule.ts";

export const TOO_LONG: Rule = {
  code: "too-long",
  severity: "warning",
  summary: "A headline or a summary is longer than stet.yaml's style allows.",
  begin: ({ desk: { settings } }) =>
    function* ({ article }) {
      for (const key of ["headline", "summary"] as const) {
        const most = settings.style[key];
        const text = article[key]?.trim() ?? "";
        // Counting characters is dear, and seldom needed.
        const length = text.length > most ? Array.from(text).length : 0;
        if (length > most)
          yield {
            place: { way: [key] },
            message: `the ${key} has ${length} characters; the limit is ${most}`,
          };
      }
    },
};
