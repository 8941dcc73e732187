// Numbers as marks in one line of text: a series as a sparkline, a share as a bar.

const STEPS = { unicode: ["▁", "▂", "▃", "▅", "▇"], ascii: ["_", ".", "-", "=", "#"] } as const;

/** One mark for each number, its height in quarters of the largest; the lowest mark is nothing at all. */
export function sparkline(series: readonly number[], unicode: boolean): string {
  const marks = STEPS[unicode ? "unicode" : "ascii"];
  const largest = Math.max(0, ...series);
  return series
    .map((number) => marks[number === 0 ? 0 : Math.ceil((number / largest) * (marks.length - 1))])
    .join("");
}

/** A bar of at most `columns`, as long as `number` is of `largest`; what is not nothing has one column. */
export function bar(
  number: number,
  {
    largest,
    columns,
    unicode,
  }: { readonly largest: number; readonly columns: number; readonly unicode: boolean },
): string {
  if (number === 0) return "";
  return (unicode ? "▇" : "#").repeat(Math.max(1, Math.round((number / largest) * columns)));
}
