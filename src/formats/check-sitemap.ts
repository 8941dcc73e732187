// Our sitemaps by sitemaps.org and Google's rules, and what their schemas miss: addresses of another host, rows twice,
// limits, rows of a news sitemap that are too old.
import { addressFaults, instantFaults, lineFaults, repeatFaults } from "./check-values.ts";
import { NEWS_NAMESPACE, NEWS_ROWS, NEWS_WINDOW } from "./news-sitemap.ts";
import { childrenOf, textOf, type XmlElement } from "./read-xml.ts";
import { SITEMAP_NAMESPACE, SITEMAP_ROWS, XHTML_NAMESPACE } from "./sitemap.ts";

/** What a sitemap is checked against: the site's address, and for news the instant in epoch milliseconds. */
export interface SitemapFrame {
  readonly home: string;
  readonly at: number;
}

/** What is wrong with the root element of a urlset, a news sitemap or an index. */
export function sitemapFaults(root: XmlElement, frame: SitemapFrame): string[] {
  const rowName = { urlset: "url", sitemapindex: "sitemap" }[root.name];
  if (rowName === undefined || root.namespace !== SITEMAP_NAMESPACE) return ["this is no sitemap"];
  const rows = childrenOf(root, rowName);
  const news = rows.flatMap((row) => childrenOf(row, "news", NEWS_NAMESPACE));
  return [
    ...(rows.length > SITEMAP_ROWS ? [`a sitemap has at most ${SITEMAP_ROWS} rows`] : []),
    ...(news.length > NEWS_ROWS ? [`a news sitemap has at most ${NEWS_ROWS} rows`] : []),
    ...repeatFaults(
      "loc",
      rows.map((row) => textOf(row, "loc") ?? ""),
    ),
    ...rows.flatMap((row) => rowFaults(row, frame)),
    ...alternateFaults(rows),
    ...news.flatMap((row) => newsFaults(row, frame)),
  ];
}

function rowFaults(row: XmlElement, { home }: SitemapFrame): string[] {
  const loc = textOf(row, "loc");
  const changed = textOf(row, "lastmod");
  return [
    ...addressFaults("loc", loc),
    ...(loc?.startsWith(home) === false ? [`${loc} is not of the site ${home}`] : []),
    ...(changed === undefined ? [] : instantFaults(`lastmod of ${loc}`, changed)),
  ];
}

/** Each version names all versions, itself among them, or Google believes none. */
function alternateFaults(rows: readonly XmlElement[]): string[] {
  const linked = rows.flatMap((row) => {
    const links = childrenOf(row, "link", XHTML_NAMESPACE).map(({ attributes }) => attributes);
    return links.length === 0 ? [] : [[textOf(row, "loc") ?? "", links] as const];
  });
  const known = new Map(linked);
  return linked.flatMap(([loc, links]) => [
    ...repeatFaults(
      `hreflang of ${loc}`,
      links.map((link) => link["hreflang"] ?? ""),
    ),
    ...links.flatMap((link) => [
      ...addressFaults(`a version of ${loc}`, link["href"]),
      ...lineFaults(`the language of a version of ${loc}`, link["hreflang"]),
    ]),
    ...[loc, ...links.map(({ href = "" }) => href)]
      .filter((href) => known.get(href)?.some((back) => back["href"] === loc) === false)
      .map((href) => `${href} does not name ${loc} as its version`),
    ...(links.some(({ href }) => href === loc) ? [] : [`${loc} does not name itself among its versions`]),
  ]);
}

function newsFaults(news: XmlElement, { at }: SitemapFrame): string[] {
  const [publication] = childrenOf(news, "publication");
  const title = textOf(news, "title");
  const published = textOf(news, "publication_date");
  const language = publication === undefined ? undefined : textOf(publication, "language");
  const age = at - Date.parse(published ?? "");
  return [
    ...lineFaults("a news title", title),
    ...lineFaults(
      "the publication's name",
      publication === undefined ? undefined : textOf(publication, "name"),
    ),
    ...(/^(?:[a-z]{2,3}|zh-cn|zh-tw)$/.test(language ?? "")
      ? []
      : [`"${language}" is no language of Google News`]),
    ...instantFaults(`the date of "${title}"`, published),
    ...(age < NEWS_WINDOW && age >= 0 ? [] : [`"${title}" is not of the last 48 hours`]),
  ];
}
