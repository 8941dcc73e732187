// What YAML 1.2's core schema makes of plain text: null, a boolean, a number or the text itself (YAML 1.2.2, 10.3.2).
// The fast reader's (read-simple-yaml.ts); the library resolves what it reads by itself, in the same way.

/** The value of a plain scalar; integers too large to be exact are rounded, as `plainValue` knows. */
export function resolvePlain(text: string): unknown {
  if (!MAY_BE_OTHER.test(text)) return text;
  if (NULL.test(text)) return null;
  if (BOOLEAN.test(text)) return /^t/i.test(text);
  return NUMBER.test(text) ? numberOf(text) : text;
}

const MAY_BE_OTHER = /^[-+.\d~ntf]/i;
const NULL = /^(?:~|[Nn]ull|NULL)$/;
const BOOLEAN = /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/;
const NUMBER =
  /^(?:0o[0-7]+|0x[\dA-Fa-f]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

function numberOf(text: string): number {
  if (/nan$/i.test(text)) return Number.NaN;
  if (/inf$/i.test(text)) return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number(text);
}
