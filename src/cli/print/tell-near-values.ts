// What a person is told when a query found nothing: values in it that no article has, each with the one that may be meant.
import { groupDigits } from "../../base/group-digits.ts";
import { visibleText } from "../../base/visible-text.ts";
import { writtenValue } from "../../query/quote-value.ts";
import type { Query } from "../../query/query.ts";
import { tell, type Session } from "../session.ts";
import { isToldMore } from "./tell-looser-query.ts";

/** Says nothing where nobody watches, as an empty answer is an answer there. */
export async function tellNearValues(session: Session, { node }: Query): Promise<void> {
  if (!isToldMore(session)) return;
  const { nearValues } = await import("../../desk/find/near-values.ts");
  for (const each of await nearValues(await session.desk(), node)) {
    const { articles } = each;
    const count = `${groupDigits(articles)} ${articles === 1 ? "article" : "articles"}`;
    const [asked, meant] =
      "near" in each
        ? [`${each.field}:${each.typed}`, `${each.field}:${writtenValue(each.near)}`]
        : [each.field, each.nearField];
    const fault = "isSplit" in each ? `${asked} ends at the blank` : `no article has ${asked}`;
    await tell(session, visibleText(`${fault}; did you mean ${meant} (${count})?`));
  }
}
