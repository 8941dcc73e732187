// A field's value in one cell of a table, of CSV or of tab-separated rows.

/** Text as it is, a list of texts joined by `; `, anything else as JSON; nothing for null. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  const isTexts = Array.isArray(value) && value.every((item) => typeof item === "string");
  return isTexts ? value.join("; ") : JSON.stringify(value);
}
