// stet.yaml of the generated newsroom.
import { SECTIONS } from "./compose-article.ts";
import { capitalized } from "./compose-body.ts";

/** Its text: ten sections, a feed of everything and one for each of them. */
export function printNewsroomSettings(): string {
  return [
    "stet: 1",
    "name: The Bench",
    "url: https://bench.example/",
    "language: en-GB",
    "timezone: Europe/Brussels",
    "articles: articles/{year}/{month}/{slug}.yaml",
    "permalinks: /{year}/{month}/{slug}/",
    "sections:",
    ...SECTIONS.map((section) => `  ${section}: ${sectionName(section)}`),
    "publish:",
    "  to: public",
    "  feeds:",
    "    - {path: feed.xml, format: rss, limit: 50, content: full}",
    ...SECTIONS.map(
      (section) => `    - {path: ${section}/feed.xml, format: rss, query: "section:${section}", limit: 20}`,
    ),
    "",
  ].join("\n");
}

/** `Europe` of `world/europe`. */
export function sectionName(section: string): string {
  return capitalized(section.slice(section.lastIndexOf("/") + 1));
}
