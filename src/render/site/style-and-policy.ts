// Where a page has its style from, and the Content Security Policy that allows that, its data and nothing else.
import { escapeHtml } from "../../base/escape-html.ts";
import { sha256Source } from "../../base/sha256.ts";
import { safeHref } from "../safe-url.ts";
import { stylePath } from "../theme/theme.ts";
import { markup, type ViewValue } from "../theme/view.ts";
import type { Site, SiteHead } from "./site.ts";

/** As the page's view has them: of `text` and `address` one is empty. */
export interface StyleAndPolicy {
  readonly policy: ViewValue;
  readonly text: ViewValue;
  readonly address: string;
}

/** The style in the page itself, allowed by its hash, or the address of its file; `data` is the page's structured data. */
export function styleAndPolicy(
  { theme, assetsAt, head, sourceHash = sha256Source }: Site,
  data: string,
): StyleAndPolicy {
  const script = data === "" ? undefined : sourceHash(data);
  if (assetsAt === undefined) {
    const { text, hash } = theme.style;
    return { policy: policy(`'${hash}'`, script), text: markup(text), address: "" };
  }
  const { sources, stylesheet } = linkedStyle(theme, assetsAt, head);
  return { policy: policy(sources, script), text: "", address: stylesheet };
}

interface LinkedStyle {
  readonly theme: Site["theme"];
  readonly assetsAt: string;
  readonly sources: string;
  readonly stylesheet: string;
}

const linkedStyles = new WeakMap<SiteHead, LinkedStyle>();

/** The address of the stylesheet, and what of it the policy allows; found once for all pages of a site. */
function linkedStyle(theme: Site["theme"], assetsAt: string, head: SiteHead): LinkedStyle {
  const known = linkedStyles.get(head);
  if (known?.assetsAt === assetsAt && known.theme === theme) return known;
  const stylesheet = `${assetsAt}${stylePath(theme)}`;
  const base = head.url ?? "https://relative.invalid/";
  const origin = /^https?:/i.test(stylesheet) && URL.canParse(stylesheet) ? new URL(stylesheet).origin : "";
  const isAtHome = origin === "" || origin === (URL.canParse(base) ? new URL(base).origin : "");
  const sources = (isAtHome ? ["'self'", origin] : [origin]).filter(Boolean).join(" ");
  const made = { theme, assetsAt, sources, stylesheet: safeHref(stylesheet) ?? "" };
  linkedStyles.set(head, made);
  return made;
}

/**
 * Images of wire stories come from anywhere; nothing else does, and nothing runs. The page's data is no script to a
 * browser, but it is to checkers, so it is named by its hash.
 */
function policy(styleSource: string, script: string | undefined): ViewValue {
  const rules = [
    "default-src 'none'",
    ...(script === undefined ? [] : [`script-src '${script}'`]),
    `style-src ${styleSource}`,
    "img-src 'self' https: http: file:",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return markup(escapeHtml(rules.join("; ")));
}
