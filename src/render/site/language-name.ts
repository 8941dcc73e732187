// A language by the name its readers have for it.

/** "Français", "العربية", "简体中文"; without its region, and the tag itself where nobody has named it. Loads Intl on first use. */
export function languageName(language: string): string {
  try {
    const { language: primary, script } = new Intl.Locale(language);
    const named = script === undefined ? primary : `${primary}-${script}`;
    const name = new Intl.DisplayNames([named], { type: "language" }).of(named) ?? language;
    const [first = ""] = name;
    return first.toLocaleUpperCase(primary) + name.slice(first.length);
  } catch {
    return language;
  }
}
