// Where the programs of worker threads lie.

/** A file of JavaScript beside the bundle; undefined where stet runs from its source, which no thread can start from. */
export function programOf(name: string): string | undefined {
  return typeof __filename === "string" ? __filename.replace(/[^/\\]+$/, name) : undefined;
}
