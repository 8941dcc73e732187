// What a web server must know of addresses that have no page of their own any more: redirects of former ones and the
// list of those that are gone, in the words of nginx, Caddy, and hosts that read a `_redirects` file.

/** `from` is a path as it stands in a URL, percent-encoded and from the root of the host; `to` a path or an address. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** Addresses that moved, and paths that shall answer 410. */
export interface RedirectMap {
  readonly redirects: readonly Redirect[];
  readonly gone: readonly string[];
}

/**
 * Two `map`s for nginx's http block, looked up by hash: `$stet_redirect` (empty = none) and `$stet_gone` (0 or 1).
 * The server block asks `if ($stet_gone) { return 410; }` and `if ($stet_redirect) { return 301 $stet_redirect; }`.
 * Long addresses need `map_hash_bucket_size 1024;` beside the include.
 */
export function printNginxRedirects({ redirects, gone }: RedirectMap): string {
  const moved = redirects.map(({ from, to }) => `  ${nginxText(decodedPath(from))} ${nginxText(inUrl(to))};`);
  const lost = gone.map((path) => `  ${nginxText(decodedPath(path))} 1;`);
  return lines([
    "map $uri $stet_redirect {",
    '  default "";',
    ...moved,
    "}",
    "map $uri $stet_gone {",
    "  default 0;",
    ...lost,
    "}",
  ]);
}

/** Directives to `import` into a site of a Caddyfile. */
export function printCaddyRedirects({ redirects, gone }: RedirectMap): string {
  return lines([
    ...redirects.map(({ from, to }) => `redir ${caddyPath(from)} ${caddyText(inUrl(to))} permanent`),
    ...gone.map((path) => `error ${caddyPath(path)} 410`),
  ]);
}

/** A `_redirects` file (Netlify, Cloudflare Pages, GitLab Pages). Hosts other than Netlify pass over the 410 lines. */
export function printRedirectsFile({ redirects, gone }: RedirectMap, gonePage = "/410.html"): string {
  return lines([
    ...redirects.map(({ from, to }) => `${inUrl(from)} ${inUrl(to)} 301`),
    ...gone.map((path) => `${inUrl(path)} ${inUrl(gonePage)} 410`),
  ]);
}

/** One path to a line, for a server that is configured by a program. */
export function printGoneList(gone: readonly string[]): string {
  return lines(gone.map(inUrl));
}

/** Nothing that ends a line or a word, or opens a variable, may be left in a URL. */
function inUrl(address: string): string {
  return encodeEach(address, /[\s"'\\{}$*`<>;|^\u0000-\u0020\u007F]/g);
}

function encodeEach(address: string, characters: RegExp): string {
  return address.replace(characters, (character) => `%${hexadecimal(character)}`);
}

function hexadecimal(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, "0");
}

/** nginx compares the path as decoded. */
function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function nginxText(text: string): string {
  const oneLine = text.replace(/[\u0000-\u001F\u007F]/g, "");
  return `"${oneLine.replace(/["\\]/g, String.raw`\$&`)}"`;
}

/** Caddy compares an escape with the escape in the request; an asterisk must be one, or it stands for anything. */
function caddyPath(path: string): string {
  return caddyText(encodeEach(path, /[\s"\\{}*`\u0000-\u0020\u007F]/g));
}

function caddyText(text: string): string {
  return `"${text}"`;
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join("");
}
