// The newsroom's language as Intl takes it: a tag that Intl refuses (`en_GB`) is a warning elsewhere, not a crash here.

/** `language` itself, or British English where Intl refuses it. */
export function intlLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "en-GB";
  } catch {
    return "en-GB";
  }
}
