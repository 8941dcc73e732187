// Published articles without an id: a feed cannot tell its readers which story they have seen, and leaves it out.
import type { Rule } from "./rule.ts";

export const MISSING_ID: Rule = {
  code: "missing-id",
  severity: "warning",
  summary: "A published article has no id, and is left out of feeds.",
  begin: () =>
    function* ({ article: { status, id } }) {
      if (status === "published" && id === undefined)
        yield {
          place: { way: ["id"] },
          message: "a published article has no id; feeds leave it out",
          mend: { kind: "stamp" },
        };
    },
};
