// Which addresses may become links and images: an allow-list, because browsers keep inventing schemes.
// Every renderer asks here; what is refused is shown as its text.

const LINK_SCHEMES = new Set(["http", "https", "mailto", "tel"]);
const IMAGE_SCHEMES = new Set(["http", "https"]);

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/** `href` ready for a link (percent-encoded, not escaped), or undefined unless it is http, https, mailto, tel or relative. */
export function safeHref(href: string): string | undefined {
  if (isPlainAddress(href)) return href;
  const known = vetted.get(href);
  if (known !== undefined || vetted.has(href)) return known;
  const safe = vet(href, LINK_SCHEMES);
  if (vetted.size >= MOST_VETTED) vetted.clear();
  vetted.set(href, safe);
  return safe;
}

/** Addresses already looked at: a site's pages name the same ones again and again, and a look takes 2 us. */
const vetted = new Map<string, string | undefined>();
const MOST_VETTED = 5_000;

/** A host that is no number and not in Punycode, and a path in which nothing is to be encoded, nor any dot to be resolved. */
const PLAIN =
  /^https?:\/\/(?!xn--)[a-z][a-z\d-]*(?:\.(?!xn--)[a-z][a-z\d-]*)*(?:\/(?!\.|%2[eE])(?:[\w.~-]|%[\da-fA-F]{2})*)+$/;

/** True for the addresses that most pages have: safe, and in the form that a browser would give them. */
export function isPlainAddress(address: string): boolean {
  return PLAIN.test(address);
}

/** `src` ready for an image, or undefined unless it is http, https or relative; an empty one is refused. */
export function safeImageSrc(src: string): string | undefined {
  return src.trim() === "" ? undefined : vet(src, IMAGE_SCHEMES);
}

function vet(address: string, schemes: ReadonlySet<string>): string | undefined {
  const encoded = encode(address.trim());
  const scheme = SCHEME.exec(encoded)?.[1]?.toLowerCase();
  if (scheme === undefined) return isRelative(encoded) ? encoded : undefined;
  if (!schemes.has(scheme)) return undefined;
  return !scheme.startsWith("http") || isWebAddress(encoded) ? encoded : undefined;
}

/** Browsers skip blanks and controls inside a scheme (`java\nscript:`), so no colon may stand before the first slash. */
function isRelative(address: string): boolean {
  return !/^[^/?#]*:/.test(address) && URL.canParse(address, "https://relative.invalid/");
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^/?#\\]/i.test(address) && URL.canParse(address);
}

// What may not stand in a URL as it is (RFC 3986), and a percent sign that starts no escape.
const UNSAFE =
  /[\u0000-\u0020"<>\\^`{|}\u007F-\u00A0\u2028-\u202E\u2066-\u2069\uFFF0-\uFFFC\uFFFE\uFFFF]|%(?![0-9a-f]{2})/gi;

function encode(address: string): string {
  const [head = "", ...fragments] = address
    .replace(/[\uD800-\uDFFF]/gu, "\uFFFD")
    .replace(UNSAFE, encodeURIComponent)
    .split("#");
  // Brackets belong to an IPv6 host only, and a fragment holds no further `#`.
  const host = /^https?:\/\/\[[\da-f:.]+\]/i.exec(head)?.[0] ?? "";
  const path = head.slice(host.length).replace(/[[\]]/g, encodeURIComponent);
  return [host + path, ...(fragments.length === 0 ? [] : [fragments.join("%23")])].join("#");
}
