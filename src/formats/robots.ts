// robots.txt (RFC 9309): every crawler may read everything, and here are the sitemaps. Crawlers ask for it only at the
// root of a host, so a site under a path has no use for it.

/** `sitemaps` are absolute addresses. */
export function printRobots(sitemaps: readonly string[]): string {
  const named = sitemaps.map((url) => `Sitemap: ${url}\n`).join("");
  return `User-agent: *\nDisallow:\n${named === "" ? "" : `\n${named}`}`;
}
