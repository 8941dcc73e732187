// Hugo and Jekyll with the smallest site that shows an article's title, body and excerpt; every setting is their default.
import { HUGO } from "../../src/formats/hugo.ts";
import { JEKYLL } from "../../src/formats/jekyll.ts";
import type { Generator } from "./build-site.ts";

const page = (title: string, body: string): string =>
  `<!doctype html><meta charset="utf-8"><h1 id="title">${title}</h1><div id="body">${body}</div>\n`;

export const HUGO_SITE: Generator = {
  format: HUGO,
  folder: "content/posts",
  files: {
    "config.yaml": "baseURL: https://example.org/\ntitle: t\nlanguageCode: en\n",
    "layouts/_default/single.html": page("{{ .Title }}", "{{ .Content }}"),
    "layouts/_default/list.html": "{{ range .Pages }}{{ .Summary }}{{ end }}",
  },
  command: ["hugo", "--quiet", "--destination", "site"],
  page: (slug) => `site/posts/${slug}/index.html`,
};

export const JEKYLL_SITE: Generator = {
  format: JEKYLL,
  folder: "_posts",
  files: {
    "_config.yml": "title: t\npermalink: /:slug.html\n",
    "_layouts/post.html": page("{{ page.title | escape }}", "{{ content }}</div><div>{{ page.excerpt }}"),
  },
  command: ["jekyll", "build", "--quiet", "--disable-disk-cache", "--destination", "site"],
  page: (slug) => `site/${slug}.html`,
};
