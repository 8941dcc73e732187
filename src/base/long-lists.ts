// What is spread into a call elsewhere, for lists as long as a newsroom: a call of some 120,000 arguments is a RangeError.

/** Puts `more` behind what the list holds. */
export function pushAll<T>(list: T[], more: Iterable<T>): void {
  for (const each of more) list.push(each);
}

/** The least of the numbers; Infinity for none, as Math.min has it. */
export function leastOf(numbers: Iterable<number>): number {
  let least = Infinity;
  for (const number of numbers) least = Math.min(least, number);
  return least;
}
