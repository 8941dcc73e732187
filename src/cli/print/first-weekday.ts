// On which day a week begins for the readers of a language.

/**
 * 0 is Sunday, as in base/calendar-day.ts. Monday (ISO 8601), unless the language names a region whose weeks begin
 * otherwise: `en-US`, `ar-EG`. Loads Intl.
 */
export function firstWeekday(language: string): number {
  try {
    const locale = new Intl.Locale(language);
    return locale.region === undefined ? MONDAY : (dayIn(locale) ?? MONDAY) % 7;
  } catch {
    return MONDAY;
  }
}

const MONDAY = 1;

/** Up to Node 22 it is a property, then a method; both count Monday 1 to Sunday 7. */
function dayIn(locale: Intl.Locale): number | undefined {
  const info: unknown =
    "getWeekInfo" in locale && typeof locale.getWeekInfo === "function"
      ? locale.getWeekInfo()
      : Reflect.get(locale, "weekInfo");
  const isKnown = typeof info === "object" && info !== null && "firstDay" in info;
  return isKnown && typeof info.firstDay === "number" ? info.firstDay : undefined;
}
