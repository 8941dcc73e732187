// Newsrooms of any number of articles that differ, for tests that care how many there are and not what they say.
import type { Files } from "./random-newsroom.ts";

/** stet.yaml and `count` articles in a dozen folders. */
export function numberedNewsroom(count: number): Files {
  const articles = Array.from({ length: count }, (_, at) => [
    `articles/${at % 12}/story-${at}.yaml`,
    articleNumber(at),
  ]);
  return { "stet.yaml": "stet: 1\nfields: {page: number}\n", ...Object.fromEntries(articles) };
}

function articleNumber(at: number): string {
  return `id: 01958f5c-9a3e-7c11-b0f4-${String(at).padStart(12, "0")}
headline: Story ${at} of the ${at % 7} seas
former_slugs: [old-${at}]
section: ${["world", "world/europe", "sport"][at % 3]}
authors: [Author ${at % 30}, Zoë]
tags: [tag-${at % 50}, Straße]
status: ${at % 10 === 0 ? "draft" : "published"}
created: 2026-01-01
published: 2026-01-${String(1 + (at % 28)).padStart(2, "0")}
x: {page: ${at % 60}}
body: |
  Words of number ${at}, 東京 and [a link](article:story-${at + 1}).

  > Nobody is happy.
  >
  > — A diplomat
`;
}
