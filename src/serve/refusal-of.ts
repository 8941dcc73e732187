// Which requests a preview does not answer: it is for the browsers of this machine, and for reading.

/** What is looked at of a request, as node:http has it. */
export interface Asked {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: { readonly host?: string | undefined };
}

/** The status and the reason of a refusal; undefined for a request that is answered. */
export function refusalOf(
  { method, url, headers }: Asked,
  port: number,
): readonly [number, string] | undefined {
  // A foreign name that leads to this machine would make another site's scripts readers of this one (DNS rebinding).
  const names = ["127.0.0.1", "localhost", "[::1]"];
  const hosts = names.flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]);
  if (!hosts.includes(headers.host?.toLowerCase() ?? ""))
    return [403, `this preview answers at http://127.0.0.1:${port}/ alone`];
  if (method !== "GET" && method !== "HEAD") return [405, "a preview can only be read"];
  return url?.startsWith("/") === true ? undefined : [400, "an address begins with /"];
}
