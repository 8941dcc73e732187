// A value that is made when somebody first asks for it, and kept.

/** What throws is tried again the next time. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
