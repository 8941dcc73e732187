// Stories for the renderers' tests: one that has everything an article can have, and small ones made of a few fields.
import type { Article } from "../../src/article/article.ts";
import type { Instant } from "../../src/base/instant.ts";
import { parseBody } from "../../src/body/parse-body.ts";
import type { Story } from "../../src/render/story.ts";

export function instant(written: string): Instant {
  return { epochMs: Date.parse(written), written };
}

const PLAIN: Article = {
  headline: "Headline",
  slug: "story",
  formerSlugs: [],
  authors: [],
  tags: [],
  language: "en-GB",
  kind: "news",
  status: "published",
  related: [],
  corrections: [],
  x: {},
  body: "",
};

/** A live story with these article fields; the body is parsed. */
export function storyOf(article: Partial<Article>, around: Partial<Story> = {}): Story {
  const whole: Article = { ...PLAIN, ...article };
  return {
    article: whole,
    body: parseBody(whole.body),
    newsroom: {
      name: "The Courier",
      url: "https://courier.example/",
      language: "en-GB",
      timezone: "Europe/Brussels",
    },
    breadcrumb: [{ name: "Home", href: "/" }],
    related: [],
    links: new Map(),
    state: "live",
    ...around,
  };
}

const BODY = `The commission fined the chipmaker **€340 million** on Monday, the *largest* penalty of its kind.[^1] See [the explainer](article:chip-act-explained), [a draft](article:not-live) and [the ruling](https://ec.europa.example/ruling?a=1&b=2 "Full text").

## What was decided

Three of the 27 members voted against. ~~Two~~ They were:

- Hungary
- Malta, which had asked for
  more time
  1. on procedure
  2. on substance
- Cyprus

> "Nobody is happy, which is how you know it is a deal."
>
> — A *senior* diplomat

The text says:

> The undertaking shall pay the fine within three months.
>
> > Nested, for the lawyers.

### The figures

| Country | Fine | Paid |
|:--------|-----:|:----:|
| Germany | 120.5 | yes |
| 日本 | 9 | no |

![A chart of fines](images/chart.png "Fines since 2010. *Not* to scale.")

7. Seventh
8. Eighth

   with a second paragraph

\`\`\`js
if (fine > 0) pay("<now>");
\`\`\`

***

Write to <desk@courier.example> or call [us](tel:+3221234567). Again, the note[^1] and another.[^second]

[^1]: Under Article 102.

    With a second paragraph.
[^second]: See \`Annex II\`.
`;

/** Everything an article can have, in English, live. */
export const FULL_STORY: Story = storyOf(
  {
    id: "01958f5c-9a3e-7c11-b0f4-5a2f6f0c9d11",
    headline: "Commission fines chipmaker over “loyalty” rebates",
    slug: "commission-fines-chipmaker",
    kicker: "Competition",
    summary: "Brussels says the rebates shut out a rival for five years. The company will appeal.",
    section: "world/europe",
    authors: [
      { name: "Jane Doe", email: "jane@courier.example", url: "https://courier.example/jane" },
      { name: "Li Wei", email: "li@courier.example", role: "Photographs" },
      { name: "Ana Sá" },
    ],
    dateline: "BRUSSELS",
    tags: ["competition"],
    published: instant("2026-11-23T06:00:00+01:00"),
    updated: instant("2026-11-23T08:15:00+01:00"),
    image: {
      src: "images/chip.jpg",
      alt: "A wafer held up to the light",
      caption: "A wafer at the plant in Dresden.",
      credit: "Li Wei",
    },
    corrections: [
      { at: instant("2026-11-23T09:00:00+01:00"), text: "An earlier version misstated the fine." },
    ],
    source: "https://wire.example/991",
    notes: "INTERNAL-CANARY",
    body: BODY,
  },
  {
    breadcrumb: [
      { name: "Home", href: "/" },
      { name: "World", href: "/world/" },
      { name: "Europe", href: "/world/europe/" },
    ],
    related: [
      {
        slug: "chip-act-explained",
        headline: "The Chip Act, explained",
        href: "/2026/10/chip-act-explained/",
      },
      { slug: "fab", headline: "Inside the fab" },
    ],
    links: new Map([
      ["chip-act-explained", { href: "/2026/10/chip-act-explained/", headline: "The Chip Act, explained" }],
    ]),
    permalink: "https://courier.example/2026/11/commission-fines-chipmaker/",
  },
);
