// A page as a preview shows it: the bytes of the site, with what is wrong above them and a script that loads the page
// again when it is another. Pages of the preview's own are made here, too.
import { escapeHtml } from "../../base/escape-html.ts";
import type { Problem } from "../../base/problem.ts";
import { sha256Source } from "../../base/sha256.ts";
import { allowInPolicy } from "./allow-in-policy.ts";
import { problemsHtml } from "./problem-view.ts";

/** Waits for news of its page, and only while somebody looks: a browser opens six connections to a server at most. */
const SCRIPT = `const{page,key}=document.currentScript.dataset;let news;
const listen=()=>{news?.close();if(document.hidden)return;
news=new EventSource("/-/events?"+new URLSearchParams({page,key}));news.onmessage=()=>location.reload()};
document.addEventListener("visibilitychange",listen);listen()`;

const STYLE = `.stet-preview{margin:0;padding:.8rem 1.2rem;border-block-end:3px solid #b00020;background:#fff4f4;color:#1b1b1a;font:1rem/1.5 system-ui,sans-serif}
.stet-preview p{margin:.2rem 0}
.stet-preview pre{margin:.3rem 0;padding:.4rem .6rem;overflow-x:auto;background:#fff;font:.875rem/1.4 ui-monospace,monospace}
.stet-preview a{color:#b00020}`;

const ADMITTED = { script: sha256Source(SCRIPT), style: sha256Source(STYLE) };

/** The page's address from the root, the name of what it shows now, and what is to be said above it. */
export interface PreviewFrame {
  readonly page: string;
  readonly key: string;
  readonly problems: readonly Problem[];
  /** A line of text with a link to what it is about. */
  readonly remark?: { readonly text: string; readonly href: string };
}

/** A page of the site in the frame of the preview. */
export function previewPage(html: string, frame: PreviewFrame): string {
  const script = `<script data-page="${escapeHtml(frame.page)}" data-key="${escapeHtml(frame.key)}">${SCRIPT}</script>`;
  const notice = noticeHtml(frame);
  const styled = insertBefore(allowInPolicy(html, ADMITTED), /<\/head>/i, `<style>${STYLE}</style>\n`);
  const noticed = styled.replace(/<body\b[^>]*>/i, (body) => body + notice);
  const end = noticed.toLowerCase().lastIndexOf("</body>");
  return end === -1 ? noticed + script : `${noticed.slice(0, end)}${script}\n${noticed.slice(end)}`;
}

function insertBefore(html: string, tag: RegExp, text: string): string {
  return html.replace(tag, (found) => text + found);
}

function noticeHtml({ problems, remark }: PreviewFrame): string {
  if (problems.length === 0 && remark === undefined) return "";
  const line =
    remark === undefined ? "" : `<p><a href="${escapeHtml(remark.href)}">${escapeHtml(remark.text)}</a></p>`;
  return `\n<aside class="stet-preview" lang="en" dir="ltr" aria-label="Preview">\n${problemsHtml(problems)}${line}\n</aside>`;
}

/** An article of a list of the preview: what it is called, where it is, and what it is. */
export interface PreviewLink {
  readonly headline: string;
  readonly href: string;
  readonly state: string;
}

/** A page that the site will not have: an error in place of a page, or what is not live; `said` stands above the list. */
export function barePage(title: string, links: readonly PreviewLink[] = [], said = ""): string {
  const items = links.map(
    ({ headline, href, state }) =>
      `<li><a href="${escapeHtml(href)}">${escapeHtml(headline)}</a> (${escapeHtml(state)})</li>\n`,
  );
  const list = items.length === 0 ? "" : `<ul>\n${items.join("")}</ul>\n`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${said === "" ? "" : `<p>${escapeHtml(said)}</p>\n`}${list}</main>
</body>
</html>
`;
}
