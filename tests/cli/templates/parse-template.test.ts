import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { StetError } from "../../../src/base/stet-error.ts";
import { parseTemplate } from "../../../src/cli/templates/parse-template.ts";

const FIELDS = ["slug", "headline", "updated", "embargo", "tags", "url", "words"];

function errorOf(template: string): string {
  try {
    parseTemplate(template, FIELDS);
  } catch (error) {
    if (!(error instanceof StetError)) throw error;
    const { detail = "", hint = "" } = error.details;
    return [`${error.kind} ${error.code}: ${error.message}`, detail, hint].join("\n");
  }
  return "no error";
}

describe("the fields a template needs", () => {
  test.each([
    ["{headline}", ["headline"]],
    ["{slug} {headline} {slug}", ["slug", "headline"]],
    ["{if embargo}{slug}{else}{updated}{end}", ["embargo", "slug", "updated"]],
    ["{url|link:headline}", ["url", "headline"]],
    ["{ slug | trunc : 3 }", ["slug"]],
  ])("%s", (template, fields) => expect(parseTemplate(template, FIELDS).fields).toEqual(fields));
});

describe("how a row ends", () => {
  test.each([
    ["{slug}", "\n"],
    [String.raw`{slug}\n`, "\n"],
    [String.raw`{slug}\0`, ""],
    [String.raw`{slug}\c`, ""],
    [String.raw`{slug}\\c`, "\n"],
    [String.raw`{slug}\\\c`, ""],
    [String.raw`{slug|join:"\0"}`, "\n"],
  ])("%s ends with %j", (template, end) => expect(parseTemplate(template, FIELDS).end).toBe(end));
});

describe("errors show the template, a caret and what to write", () => {
  test.each([
    ["{slug} {headlin|bold}", `"headlin" is no field`, 8, "did you mean headline?"],
    ["{zzz}", `"zzz" is no field`, 1, `fields: ${FIELDS.join(" ")}`],
    ["{slug|bald}", `"bald" is no filter`, 6, "did you mean bold?"],
    ["{slug|toString}", `"toString" is no filter`, 6, undefined],
    ["{slug|pad}", "pad needs more", 6, "pad:24, pad:8 right, pad:20 center"],
    ["{slug|pad:wide}", `pad cannot take "wide"`, 10, "pad:24, pad:8 right, pad:20 center"],
    ["{slug|bold:1}", `bold cannot take "1"`, 11, "bold"],
    ["{words|fixed:21}", `fixed cannot take "21"`, 13, "fixed:1"],
    ["{updated|date:yyyy-MM-dd}", `date cannot take "yyyy-MM-dd"`, 14, undefined],
    ["{url|link:headlin}", `"headlin" is no field`, 10, "did you mean headline?"],
    ["{slug", "this brace is never closed", 0, "write }"],
    ["a } {slug}", "this brace was never opened", 2, "}} is a brace in the text"],
    ["{slug headline}", "a | or } is missing here", 6, undefined],
    ["{}", "a name is missing here", 1, "a field goes here; {{ is a brace in the text"],
    ["{slug|}", "a name is missing here", 6, "a filter goes here, as bold"],
    ['{tags|join:", }', "this quote is never closed", 11, '{tags|join:", "}'],
    ["{if}x{end}", "a name is missing here", 3, "{if} needs a field, as {if embargo}"],
    ["{if embargo|bold}x{end}", "a | or } is missing here", 11, undefined],
    ["{if nope}x{end}", `"nope" is no field`, 4, undefined],
    ["{slug}{if embargo}x", "this {if} is never closed", 6, "{end}"],
    ["{slug}{end}", "there is no {if} before this", 6, "{if embargo}"],
    ["{slug}{else}", "there is no {if} before this", 6, "{if embargo}"],
    ["{if embargo}a{else}b{else}c{end}", "this {if} has an {else} already", 20, "{end}"],
    [String.raw`{slug}\x`, String.raw`\x is no escape`, 6, undefined],
    [String.raw`\c{slug}`, String.raw`\c stands only at the end`, 0, undefined],
    ["%(slug)", "no field is named in it", 0, "{slug} {headline}"],
    ["{{.slug}}", "no field is named in it", 0, "{slug} {headline}"],
    ["", "no field is named in it", 0, "{slug} {headline}"],
  ])("%s", (template, message, at, hint) => {
    const [first, shown, caret, last] = errorOf(template).split("\n");
    expect({ first, shown, caret }).toEqual({
      first: `usage bad-template: ${message}`,
      shown: `  ${template}`,
      caret: `${" ".repeat(at + 2)}^`,
    });
    if (hint !== undefined) expect(last).toBe(hint);
  });

  test("the caret counts columns, and control characters are written out", () => {
    expect(errorOf("灯台\u001B[31m{nope}").split("\n").slice(1, 3)).toEqual([
      "  灯台^[[31m{nope}",
      `${" ".repeat(13)}^`,
    ]);
  });

  test("choices are not nested without end", () => {
    const deep = (count: number): string => "{if slug}".repeat(count) + "{end}".repeat(count);
    expect(errorOf(deep(20))).toBe("no error");
    expect(errorOf(deep(5000))).toContain("{if} is nested more than 20 deep");
  });
});

test("any text is a template or a StetError, never a crash", () => {
  const pieces = fc.constantFrom(
    "{",
    "}",
    "|",
    ":",
    '"',
    "'",
    "\\",
    "slug",
    "if ",
    "else",
    "end",
    "pad",
    "3",
    " ",
    "c",
    "é",
  );
  const texts = fc.array(pieces, { maxLength: 16 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(texts, (text) => typeof errorOf(text) === "string"),
    { numRuns: 2000 },
  );
});
