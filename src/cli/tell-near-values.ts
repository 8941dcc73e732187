// What a person is told when a query found nothing: values in it that no article has, each with the one that may be meant.
import { groupDigits } from "../base/group-digits.ts";
import { visibleText } from "../base/visible-text.ts";
import type { Query } from "../query/query.ts";
import { tell, type Session } from "./session.ts";

/** Says nothing where nobody watches, as an empty answer is an answer there. */
export async function tellNearValues(session: Session, { node }: Query): Promise<void> {
  if (!session.io.stderr.isTerminal || session.globals.flag("quiet")) return;
  const { nearValues } = await import("../desk/near-values.ts");
  for (const { field, typed, near, articles } of await nearValues(await session.desk(), node)) {
    const count = `${groupDigits(articles)} ${articles === 1 ? "article" : "articles"}`;
    const better = `${field}:${/[\s,()"]/.test(near) ? `"${near}"` : near}`;
    await tell(session, visibleText(`no article has ${field}:${typed}; did you mean ${better} (${count})?`));
  }
}
