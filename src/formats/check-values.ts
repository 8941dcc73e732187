// The values every check asks about: addresses, dates, plain texts, and HTML made for other people's readers.
// Each function says what is wrong in words, or nothing.

const ABSOLUTE = /^https?:\/\/[^/?#]+[\u0021-\u007E]*$/;
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const RFC822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}) \d{2}:\d{2}:\d{2} [+-]\d{4}$/;

/** Faults of an address that must be absolute and percent-encoded ASCII. */
export function addressFaults(what: string, url: string | undefined): string[] {
  if (url === undefined || url === "") return [`${what} is missing`];
  return ABSOLUTE.test(url) && URL.canParse(url) ? [] : [`${what} is no absolute address: ${url}`];
}

/** Faults of an RFC 3339 date with its offset. */
export function instantFaults(what: string, text: string | undefined): string[] {
  if (text === undefined) return [`${what} is missing`];
  return RFC3339.test(text) && !Number.isNaN(Date.parse(text))
    ? []
    : [`${what} is no RFC 3339 date: ${text}`];
}

/** Faults of an RFC 822 date: four-digit year, English names, the right day of the week. */
export function mailDateFaults(what: string, text: string | undefined): string[] {
  if (text === undefined) return [`${what} is missing`];
  const match = RFC822.exec(text);
  if (match === null || Number.isNaN(Date.parse(text))) return [`${what} is no RFC 822 date: ${text}`];
  const weekday = new Date(`${match[2]} UTC`).toUTCString().slice(0, 3);
  return weekday === match[1] ? [] : [`${what} names the wrong day of the week: ${text}`];
}

/** Faults of a text that must say something on one line. */
export function lineFaults(what: string, text: string | undefined): string[] {
  if (text === undefined || text.trim() === "") return [`${what} is missing`];
  return /[\n\r\t]/.test(text) ? [`${what} has a line break: ${text}`] : [];
}

const TAG = /<\/?([a-z][a-z0-9]*)((?:\s+[a-z][a-z0-9-]*(?:="[^"<>]*")?)*)\s*\/?>/gi;
const FORBIDDEN_TAGS = new Set([
  "script",
  "style",
  "iframe",
  "form",
  "object",
  "embed",
  "link",
  "meta",
  "base",
]);
const FORBIDDEN_ATTRIBUTES = /\s(on[a-z]+|style|id|srcdoc)="/i;
const ADDRESSES = /\s(?:href|src|poster|cite|srcset)="([^"]*)"/gi;

/** Faults of syndicated HTML: what readers strip as unsafe, and addresses that lead nowhere outside the page. */
export function syndicatedHtmlFaults(what: string, html: string): string[] {
  const faults: string[] = [];
  const rest = html.replace(TAG, (_, name: string, attributes: string) => {
    faults.push(...tagFaults(what, name.toLowerCase(), attributes));
    return "";
  });
  if (rest.includes("<")) faults.push(`${what} has a "<" that begins no tag`);
  return faults;
}

function tagFaults(what: string, name: string, attributes: string): string[] {
  const faults = FORBIDDEN_TAGS.has(name) ? [`${what} has a ${name} element`] : [];
  const forbidden = FORBIDDEN_ATTRIBUTES.exec(attributes)?.[1];
  if (forbidden !== undefined) faults.push(`${what} has an attribute ${forbidden}`);
  for (const [, address = ""] of attributes.matchAll(ADDRESSES)) {
    if (!/^(?:https?:\/\/[^/]|mailto:|tel:)[\u0021-\u007E]*$/.test(address))
      faults.push(`${what} has an address that is not absolute: ${address}`);
  }
  return faults;
}

/** A fault for every value that comes twice. */
export function repeatFaults(what: string, values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.flatMap((value) => {
    if (seen.has(value)) return [`${what} comes twice: ${value}`];
    seen.add(value);
    return [];
  });
}
