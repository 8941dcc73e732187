import { expect, test } from "vitest";
import { labelsFor } from "../../src/render/labels/labels.ts";

const LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pt", "ar", "he", "fa", "ja"];

test.each([
  ["de-AT", "Von "],
  ["PT-br", "Por "],
  ["sv", "By "],
  ["toString", "By "],
  ["", "By "],
])("%j says %j", (language, by) => {
  expect(labelsFor(language).by).toBe(by);
});

test.each(LANGUAGES)("%s keeps every placeholder", (language) => {
  const { published, updated, source, words, states } = labelsFor(language);
  const dated = [published, updated, states.embargoed, states.scheduled, states.expired];
  expect(dated.filter((pattern) => pattern.split("{date}").length !== 2)).toEqual([]);
  expect([source.includes("{name}"), words.includes("{count}")]).toEqual([true, true]);
});

test("each language has words of its own", () => {
  expect(new Set(LANGUAGES.map((language) => labelsFor(language).related)).size).toBe(LANGUAGES.length);
});
