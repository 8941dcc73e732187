// The pages of addresses without a story: not found, gone, and moved.
import { directionOf } from "../direction.ts";
import { safeHref } from "../safe-url.ts";
import { fillTemplate } from "../theme/fill-template.ts";
import { markupOf } from "../theme/view.ts";
import { renderPage } from "./render-page.ts";
import { siteLabelsFor } from "./site-labels.ts";
import type { Site } from "./site.ts";

/** The page a server sends with 404. Its links must hold at any depth: give the site absolute addresses. */
export function renderNotFoundPage(site: Site): string {
  const { notFound, notFoundText } = siteLabelsFor(site.head.language);
  return renderMessage("not-found", { title: notFound, text: notFoundText }, site);
}

/** The page a server sends with 410, for what was withdrawn or killed. It does not say what stood there. */
export function renderGonePage(site: Site): string {
  const { gone, goneText } = siteLabelsFor(site.head.language);
  return renderMessage("gone", { title: gone, text: goneText }, site);
}

function renderMessage(kind: string, message: { title: string; text: string }, site: Site): string {
  const { title, text } = message;
  return renderPage(
    {
      kind,
      template: "message",
      title,
      language: site.head.language,
      isHidden: true,
      breadcrumb: [],
      properties: [],
      data: [],
      view: { message: { title, text } },
    },
    site,
  );
}

/** The page at a story's former address: it names the new one to search engines and takes readers there, without a script. */
export function renderRedirectPage(to: string, { head, theme }: Site): string {
  const { language } = head;
  const { moved: title } = siteLabelsFor(language);
  const address = safeHref(to) ?? "";
  // A link may be written to, but a page that opens a mail program by itself is no redirect.
  const href = /^(?:mailto|tel):/i.test(address) ? "" : address;
  const page = { language, dir: directionOf(language), title: `${title} · ${head.name}` };
  return markupOf(fillTemplate(theme.templates, "redirect", { page, redirect: { title, href } })) ?? "";
}
