// The media type of a file of the site, by the ending of its name.

const TYPES: Readonly<Record<string, string>> = {
  atom: "application/atom+xml; charset=utf-8",
  avif: "image/avif",
  css: "text/css; charset=utf-8",
  gif: "image/gif",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  json: "application/json; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml; charset=utf-8",
  webp: "image/webp",
  woff2: "font/woff2",
  xml: "application/xml; charset=utf-8",
};

/** `text/html; charset=utf-8` for `index.html`; plain text for the lists of redirects; bytes where nothing is known. */
export function contentType(file: string): string {
  const ending = /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase() ?? "";
  const isText = /(?:^|\/)_redirects$/.test(file) || ["txt", "nginx", "caddy"].includes(ending);
  return isText ? "text/plain; charset=utf-8" : (TYPES[ending] ?? "application/octet-stream");
}
