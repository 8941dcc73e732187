// Pictures without a text for readers who cannot see them.
import { withoutCode } from "../../body/prose-of.ts";
import type { Rule } from "./rule.ts";

const HINT = "say in one sentence what the picture shows";

export const MISSING_ALT: Rule = {
  code: "missing-alt",
  severity: "warning",
  summary: "A picture has no alternative text.",
  begin: () =>
    function* ({ article: { image, body } }) {
      if (image !== undefined && (image.alt ?? "").trim() === "")
        yield { place: { way: ["image"] }, message: "the image has no alt text", hint: HINT };
      if (!body.includes("![")) return;
      for (const { index } of withoutCode(body).matchAll(/(?<!\\)!\[\s{0,9}\](?=[([])/g))
        yield { place: { way: ["body"], at: index }, message: "this picture has no alt text", hint: HINT };
    },
};
