// Shell scripts inside TypeScript: text that stays as it is written, and words that are safe to put into it.

/** The template as written; only `\${` and a backtick behind a backslash lose that backslash, as they cannot stand bare. */
export function shellText({ raw }: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({ raw: raw.map((part) => part.replace(/\\(\$\{|`)/g, "$1")) }, ...values);
}

/** The text in single quotes, as bash and zsh read it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The text in single quotes, as fish reads it. */
export function fishQuoted(text: string): string {
  return `'${text.replace(/['\\]/g, String.raw`\$&`)}'`;
}

/** The text in double quotes, as Nushell reads it. */
export function nushellQuoted(text: string): string {
  return `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
}
