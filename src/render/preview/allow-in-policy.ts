// The policy of a page, widened by exactly what a preview puts into it: one script, one style, and news of changes.

/** What is let in, as policies write hashes: `sha256-…`. */
export interface Admitted {
  readonly script: string;
  readonly style: string;
}

const POLICY =
  /(<meta\s[^>]*http-equiv=["']?content-security-policy["']?[^>]*\scontent=)(?:"([^"]*)"|'([^']*)')/i;

/** The page with its own policy widened; a page without one stays as it is, because nothing is forbidden in it. */
export function allowInPolicy(html: string, admitted: Admitted): string {
  return html.replace(POLICY, (_, before: string, double?: string, single?: string) => {
    const quote = double === undefined ? "'" : '"';
    return before + quote + widen(double ?? single ?? "", admitted) + quote;
  });
}

function widen(policy: string, { script, style }: Admitted): string {
  const rules = policy.split(";").map((rule) => rule.trim().split(/\s+/));
  const added: readonly (readonly [string, string])[] = [
    ["script-src", `'${script}'`],
    ["style-src", `'${style}'`],
    ["connect-src", "'self'"],
  ];
  for (const [name, source] of added) {
    const rule = rules.find(([first]) => first?.toLowerCase() === name);
    if (rule === undefined) rules.push([name, source]);
    else rule.splice(1, rule.length, ...rule.slice(1).filter((each) => each !== "'none'"), source);
  }
  return rules
    .filter(([first]) => first !== "")
    .map((rule) => rule.join(" "))
    .join("; ");
}
