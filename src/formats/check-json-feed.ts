// Our JSON Feed by version 1.1 of its specification.
import { isObject } from "../base/value-checks.ts";
import {
  addressFaults,
  instantFaults,
  lineFaults,
  repeatFaults,
  syndicatedHtmlFaults,
} from "./check-values.ts";

type JsonObject = Readonly<Record<string, unknown>>;

/** What is wrong with the text of a JSON feed that is to lie at `self`. Never throws. */
export function jsonFeedFaults(text: string, self: string): string[] {
  const feed = parsed(text);
  const items = feed?.["items"];
  if (feed === undefined || !Array.isArray(items) || !items.every(isObject)) return ["this is no JSON feed"];
  const ids = items.map((item) => stringOf(item, "id") ?? "");
  return [
    ...(feed["version"] === "https://jsonfeed.org/version/1.1" ? [] : ["the version is not 1.1"]),
    ...lineFaults("the feed's title", stringOf(feed, "title")),
    ...addressFaults("home_page_url", stringOf(feed, "home_page_url")),
    ...(feed["feed_url"] === self ? [] : [`the feed does not link itself at ${self}`]),
    ...("author" in feed ? ["author is of version 1.0"] : []),
    ...repeatFaults("the id", ids),
    ...items.flatMap(itemFaults),
  ];
}

function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function stringOf(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === "string" ? value : undefined;
}

function itemFaults(item: JsonObject): string[] {
  const what = stringOf(item, "id") ?? "an item";
  const [html, text] = [stringOf(item, "content_html"), stringOf(item, "content_text")];
  const modified = item["date_modified"];
  return [
    ...lineFaults("an item's id", stringOf(item, "id")),
    ...addressFaults(`the url of ${what}`, stringOf(item, "url")),
    ...lineFaults(`the title of ${what}`, stringOf(item, "title")),
    ...instantFaults(`date_published of ${what}`, stringOf(item, "date_published")),
    ...(modified === undefined
      ? []
      : instantFaults(`date_modified of ${what}`, stringOf(item, "date_modified"))),
    ...(html === undefined && text === undefined ? [`${what} has no content`] : []),
    ...(html === undefined ? [] : syndicatedHtmlFaults(`the content of ${what}`, html)),
  ];
}
