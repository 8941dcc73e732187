import { describe, expect, test } from "vitest";
import { StetError } from "../../src/base/stet-error.ts";
import { parseQuery } from "../../src/query/parse-query.ts";

const field = (name: string, values: readonly string[], isNegated = false) => ({
  kind: "field",
  field: name,
  values,
  isNegated,
});

describe("parseQuery", () => {
  test.each([
    ["section:europe", field("section", ["europe"])],
    ["status:draft,review", field("status", ["draft", "review"])],
    ["-tag:sport", field("tag", ["sport"], true)],
    ["!tag:sport", field("tag", ["sport"], true)],
    ["author:Ilse Vandermoor", field("author", ["Ilse Vandermoor"])],
    ["by:Ilse", field("author", ["Ilse"])],
    ["in:world", field("section", ["world"])],
    ["tag=rail", field("tag", ["rail"])],
    ["budget", { kind: "word", text: "budget", isNegated: false }],
    ["10:30", { kind: "word", text: "10:30", isNegated: false }],
    ["https://x.example/a:b", { kind: "word", text: "https://x.example/a:b", isNegated: false }],
    ["-", { kind: "word", text: "-", isNegated: false }],
  ])("%s", (word, term) => {
    expect(parseQuery([word])).toEqual({ terms: [term] });
  });

  test("empty words are no terms", () => {
    expect(parseQuery(["", "is:live", ""]).terms).toHaveLength(1);
  });

  test.each([
    ["secton:x", '"secton" is not a field', "  secton:x\n  ^", "section:x"],
    ["-secton:x", '"secton" is not a field', "  -secton:x\n   ^", "section:x"],
    ["state:live", '"state" is not a field', "  state:live\n  ^", "is:live"],
    ["status:drft", '"drft" is no value of status:', "  status:drft\n         ^", "status:draft"],
    ["is:draft,lve", '"lve" is no value of is:', "  is:draft,lve\n           ^", "is:live"],
    ["tag:", "tag: needs a value", "  tag:\n      ^", "tag:any-value"],
  ])("%s is refused with a caret and a way out", (word, message, detail, hint) => {
    const refusal = (() => {
      try {
        return parseQuery([word]);
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(StetError);
    expect(refusal).toMatchObject({ kind: "usage", code: "bad-query", message, details: { detail, hint } });
  });
});
