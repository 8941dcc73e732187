// Where the page of an address lies in the site: addresses that end in `/`, or without an ending, are folders.
import type { Settings } from "../../../article/settings.ts";

/** The file, relative to the site, of an absolute address below the newsroom's `url`. */
export function pageFileOf({ url = "" }: Settings, address: string): string {
  const path = decodeURI(address.slice(url.length));
  if (path === "" || path.endsWith("/")) return `${path}index.html`;
  return /\.[a-z0-9]+$/i.test(path) ? path : `${path}/index.html`;
}

/** The address of a folder of the site: `siteAddress(settings, "tags", "rail")`. */
export function siteAddress({ url = "" }: Settings, ...steps: readonly string[]): string {
  return (
    url +
    steps
      .flatMap((step) => step.split("/"))
      .map((step) => `${encodeURIComponent(step)}/`)
      .join("")
  );
}
