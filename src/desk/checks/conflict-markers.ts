// What git leaves in a body when two people changed the same lines. Elsewhere in the file such lines are no YAML.
import type { Rule } from "./rule.ts";

export const CONFLICT_MARKERS: Rule = {
  code: "conflict-marker",
  severity: "error",
  summary: "An unresolved merge conflict stands in the body.",
  begin: () =>
    function* ({ article: { body } }) {
      for (const { index, 0: line } of body.matchAll(/^(?:<{7}|>{7})(?: .*)?$/gm))
        yield {
          place: { way: ["body"], at: index },
          message: `an unresolved merge conflict ${line.startsWith("<") ? "begins" : "ends"} here`,
          hint: "keep one side and remove the <<<<<<<, ======= and >>>>>>> lines",
        };
    },
};
