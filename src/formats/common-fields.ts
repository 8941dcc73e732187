// The front matter Hugo, Jekyll and most other readers of Markdown understand alike: what a story is called, what it
// is about and who wrote it. Each format puts its own dates and switches between.
import type { Article } from "../article/article.ts";
import type { FrontMatter } from "./front-matter.ts";

/** `title` and `slug`, which every document begins with. */
export function namingFields({ headline, slug }: Article): FrontMatter {
  return { title: headline, slug };
}

/** Summary, section, tags, byline and the smaller fields; `notes` and `x` stay in the newsroom. `kind` is Hugo's own word. */
export function storyFields(article: Article): FrontMatter {
  const { summary, section, tags, authors, kicker, dateline, language, kind, source } = article;
  return {
    description: summary,
    categories: section === undefined ? undefined : [section],
    tags,
    authors: authors.map(({ name }) => name),
    kicker,
    dateline,
    language,
    genre: kind,
    source,
  };
}
