// Whether a person reads with their ears: asked of the environment, where the configuration stands, too.

/** True where the person asked for words that a screen reader can follow: ACCESSIBLE, but for 0 and false. */
export function isAccessible({ ACCESSIBLE = "" }: Readonly<Record<string, string | undefined>>): boolean {
  return !["", "0", "false"].includes(ACCESSIBLE);
}
