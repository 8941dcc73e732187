import { describe, expect, test } from "vitest";
import { FORMATS, formatNamed } from "../../src/formats/formats.ts";
import { entry, OPTIONS } from "./sample-entry.ts";

describe("the registry of formats", () => {
  test("lists every format once", () => {
    expect(FORMATS.map(({ name }) => name)).toEqual(["json", "ndjson", "csv", "markdown", "hugo", "jekyll"]);
  });

  test("finds a format by its name", () => {
    expect(formatNamed("csv")?.mimeType).toBe("text/csv");
  });

  test("knows no other name", () => {
    expect(formatNamed("pdf")).toBeUndefined();
  });

  test.each(FORMATS.map((format) => [format.name, format] as const))(
    "%s never holds the notes",
    (_name, format) => {
      const each = entry({ notes: "Secret." });
      const text = format.layout === "stream" ? format.row(each, 0, OPTIONS) : format.document(each, OPTIONS);
      expect(text).toContain("Commission fines chipmaker");
      expect(text).not.toContain("Secret");
    },
  );

  test.each(FORMATS.map((format) => [format.name, format] as const))(
    "%s prints the same bytes twice",
    (_name, format) => {
      const print = () =>
        format.layout === "stream" ? format.row(entry(), 0, OPTIONS) : format.document(entry(), OPTIONS);
      expect(print()).toBe(print());
    },
  );
});
