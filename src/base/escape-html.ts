// The one place where text becomes HTML or XML: escaped once, last, and without the characters both forbid.

// Control characters but TAB and LF (CR is written as a reference in attributes, dropped in text), lone surrogates,
// noncharacters, and the two bidi overrides, which no language's copy needs.
const ILLEGAL = /(?![\t\n])\p{Cc}|[\p{Cs}\p{Noncharacter_Code_Point}\u202D\u202E]/gu;

// A quick look without Unicode classes: most text holds none of these.
const PERHAPS_ILLEGAL =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202D\u202E\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

const PERHAPS_SPECIAL =
  /[&<>"'\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202D\u202E\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** `text` without what HTML and XML 1.0 forbid as characters, nor bidi overrides: wire copy is full of U+000B and U+0092. */
export function dropIllegalCharacters(text: string): string {
  return PERHAPS_ILLEGAL.test(text) ? text.replace(ILLEGAL, "") : text;
}

/** The first character that dropIllegalCharacters would drop; the CR of a CRLF is no loss, and none. */
export function illegalCharacterIn(
  text: string,
): { readonly at: number; readonly codePoint: number } | undefined {
  if (!PERHAPS_ILLEGAL.test(text)) return undefined;
  for (const { index, 0: found } of text.matchAll(ILLEGAL))
    if (found !== "\r" || text[index + 1] !== "\n")
      return { at: index, codePoint: found.codePointAt(0) ?? 0 };
  return undefined;
}

/** Text for an element's content, also safe inside double quotes; illegal characters are dropped, LF and TAB stay. */
export function escapeHtml(text: string): string {
  return PERHAPS_SPECIAL.test(text) ? dropIllegalCharacters(text).replace(/[&<>"]/g, referenceTo) : text;
}

/** As escapeHtml, safe inside single quotes too. One look at text that needs nothing, as most does. */
export function escapeText(text: string): string {
  return PERHAPS_SPECIAL.test(text) ? dropIllegalCharacters(text).replace(/[&<>"']/g, referenceTo) : text;
}

/** Text for an attribute in either kind of quotes; TAB, LF and CR become references, so XML reads them back as typed. */
export function escapeAttribute(text: string): string {
  const kept = text.includes("\r")
    ? text.split("\r").map(dropIllegalCharacters).join("\r")
    : dropIllegalCharacters(text);
  return kept.replace(/[&<>"'\t\n\r]/g, referenceTo);
}

function referenceTo(character: string): string {
  return REFERENCES[character] ?? character;
}
