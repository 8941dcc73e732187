// Values on their way into SQLite that the driver would change.

/**
 * The number as a statement is given it. The npm driver takes what is this close above 0 for 0; as text it arrives
 * whole, and SQLite turns it back where it meets a column of numbers.
 */
export function boundNumber(number: number): number | string {
  return number > 0 && number < Number.EPSILON ? String(number) : number;
}

/** The text as a statement is given it: the driver would cut it at a NUL, which files write as `"\0"`. */
export function boundText(text: string): string {
  return text.includes("\0") ? text.replaceAll("\0", "\uFFFD") : text;
}
