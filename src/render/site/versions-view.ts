// A story in other languages: the words that lead readers there, and what search engines are told of it.
import { directionOf } from "../direction.ts";
import { safeHref } from "../safe-url.ts";
import type { Story, StoryNewsroom, Version } from "../story.ts";
import type { View } from "../theme/view.ts";
import { languageName } from "./language-name.ts";

/** Links to the other versions, each named in its own language; empty where there are none. */
export function versionsView({ versions = [] }: Story): View | "" {
  const others = versions.filter(
    (version) => version.is !== "itself" && safeHref(version.href) !== undefined,
  );
  if (others.length === 0) return "";
  const names = others.map(({ language }) => languageName(language));
  const links = others.map(({ language, href }, at) => ({
    language,
    dir: directionOf(language),
    href: safeHref(href) ?? "",
    // Two of one name are told apart by their tags.
    name: names.filter((name) => name === names[at]).length > 1 ? language : (names[at] ?? language),
  }));
  return { links };
}

/** A version for the head of the document; `hreflang` is a language or x-default. */
export interface Alternate {
  readonly language: string;
  readonly href: string;
}

/**
 * What the head says of all versions, the page itself included, and which is for everybody else: the one in the
 * newsroom's language, else the first published. Nothing where the page sends search engines elsewhere.
 */
export function alternatesOf({
  versions = [],
  newsroom,
}: Pick<Story, "versions"> & { readonly newsroom: Pick<StoryNewsroom, "language"> }): Alternate[] {
  const here = versions.filter(({ isForReadersAlone }) => !isForReadersAlone);
  if (here.length < 2 || !here.some((version) => version.is === "itself")) return [];
  const standard =
    here.find(({ language }) => isSame(language, newsroom.language)) ??
    here.find(({ language }) => isSame(primary(language), primary(newsroom.language))) ??
    here[0];
  const all = here.map(({ language, href }) => ({ language, href }));
  return standard === undefined ? all : [...all, { language: "x-default", href: standard.href }];
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function primary(language: string): string {
  return language.split("-")[0] ?? "";
}

/** For schema.org: the work this one translates, and those that translate it. */
export function translationsData({ versions = [] }: Story): object {
  const works = (is: Version["is"]): object[] =>
    versions
      .filter((version) => version.is === is)
      .map(({ language, href }) => ({ "@type": "NewsArticle", "@id": href, inLanguage: language }));
  const [original] = works("original");
  const translations = works("translation");
  return {
    translationOfWork: original,
    workTranslation: translations.length === 0 ? undefined : translations,
  };
}
