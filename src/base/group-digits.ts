// Large numbers as people read them in a table: 21,480.

/** A whole number with a comma before every three digits. */
export function groupDigits(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+(?!\d))/g, ",");
}
