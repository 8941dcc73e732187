// A published article with nothing to read and nothing to see.
import type { Rule } from "./rule.ts";

export const EMPTY_BODY: Rule = {
  code: "empty-body",
  severity: "error",
  summary: "A published article has neither a body nor an image.",
  begin: () =>
    function* ({ article: { status, body, image } }) {
      if (status === "published" && image === undefined && body.trim() === "")
        yield { place: { way: ["body"] }, message: "a published article has no body" };
    },
};
