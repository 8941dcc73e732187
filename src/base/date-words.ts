// Dates in words, in the languages stet has labels for: what Intl says of them, which takes 13 ms to say its first and
// says it a little differently in each of its versions. tests/base/date-words.test.ts holds them against Intl.

/** `{day}`, `{month}` and `{year}` stand in the patterns; twelve names, a word each. */
interface DateWords {
  /** BCP 47, spelled as it is usual; any other spelling, and any other place, is for Intl. */
  readonly tags: string;
  readonly date: string;
  readonly month: string;
  readonly names: string;
  /** As a month is called that stands alone, where it is called otherwise. */
  readonly alone?: string;
  /** Its own nought, where it does not write Latin digits; the others follow. */
  readonly nought?: string;
}

const ENGLISH = "January February March April May June July August September October November December";

/** Every tag that is here. */
export const WORDS: readonly DateWords[] = [
  {
    tags: "en-GB en-AU en-IE en-IN en-KE en-MT en-NG en-NZ en-SG en-ZA en-001 en-150",
    date: "{day} {month} {year}",
    month: "{month} {year}",
    names: ENGLISH,
  },
  { tags: "en en-US en-CA en-PH", date: "{month} {day}, {year}", month: "{month} {year}", names: ENGLISH },
  {
    tags: "de de-DE de-BE de-CH de-LI de-LU",
    date: "{day}. {month} {year}",
    month: "{month} {year}",
    names: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
  },
  {
    tags: "de-AT",
    date: "{day}. {month} {year}",
    month: "{month} {year}",
    names: "Jänner Februar März April Mai Juni Juli August September Oktober November Dezember",
  },
  {
    tags: "fr fr-FR fr-BE fr-CH fr-LU",
    date: "{day} {month} {year}",
    month: "{month} {year}",
    names: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  },
  {
    tags: "es es-ES es-419 es-AR es-CL es-CO es-MX",
    date: "{day} de {month} de {year}",
    month: "{month} de {year}",
    names: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  },
  {
    tags: "it it-IT it-CH",
    date: "{day} {month} {year}",
    month: "{month} {year}",
    names: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  },
  {
    tags: "nl nl-NL nl-BE",
    date: "{day} {month} {year}",
    month: "{month} {year}",
    names: "januari februari maart april mei juni juli augustus september oktober november december",
  },
  {
    tags: "pt pt-PT pt-BR",
    date: "{day} de {month} de {year}",
    month: "{month} de {year}",
    names: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  },
  {
    tags: "ar ar-001 ar-AE ar-EG ar-SA",
    date: "{day} {month} {year}",
    month: "{month} {year}",
    names: "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
  },
  {
    tags: "he he-IL",
    date: "{day} ב{month} {year}",
    month: "{month} {year}",
    names: "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
  },
  {
    tags: "fa fa-IR",
    nought: "۰",
    date: "{day} {month} {year}",
    month: "{month} {year}",
    names: "ژانویهٔ فوریهٔ مارس آوریل مهٔ ژوئن ژوئیهٔ اوت سپتامبر اکتبر نوامبر دسامبر",
    alone: "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
  },
  {
    tags: "ja ja-JP",
    date: "{year}年{month}月{day}日",
    month: "{year}年{month}月",
    names: "1 2 3 4 5 6 7 8 9 10 11 12",
    alone: "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
  },
];

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** "23 November 2026", of a day counted from 1 January 1970; undefined where it is for Intl. */
export function dateInWords(day: number, language: string): string | undefined {
  const words = wordsFor(language);
  const date = new Date(day * 86_400_000);
  const year = date.getUTCFullYear();
  if (words === undefined || !isUsualYear(year)) return undefined;
  return filled(words.date, { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() }, words);
}

/** "November 2026"; without a year "November"; `month` from 1. Undefined where it is for Intl. */
export function monthInWords(month: number, year: number | undefined, language: string): string | undefined {
  const words = wordsFor(language);
  if (words === undefined) return undefined;
  if (year === undefined) return nameOf(month, words.alone ?? words.names);
  return isUsualYear(year) ? filled(words.month, { year, month, day: 1 }, words) : undefined;
}

/** "08:15", of minutes since midnight; undefined where it is for Intl. */
export function timeInWords(minutes: number, language: string): string | undefined {
  const words = wordsFor(language);
  if (words === undefined) return undefined;
  const twoDigits = (number: number): string => digits(String(number).padStart(2, "0"), words);
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** By tag, once asked. */
const known = new Map<string, DateWords | undefined>();

function wordsFor(language: string): DateWords | undefined {
  if (known.has(language)) return known.get(language);
  const words = WORDS.find(({ tags }) => tags.split(" ").includes(language));
  known.set(language, words);
  return words;
}

/** Others have eras; NaN is no year. */
function isUsualYear(year: number): boolean {
  return year >= 1 && year <= 9999;
}

function filled(pattern: string, { year, month, day }: Day, words: DateWords): string {
  return pattern
    .replace("{day}", digits(String(day), words))
    .replace("{month}", nameOf(month, words.names))
    .replace("{year}", digits(String(year), words));
}

function nameOf(month: number, names: string): string {
  return names.split(" ")[month - 1] ?? "";
}

function digits(latin: string, { nought }: DateWords): string {
  const first = nought?.codePointAt(0);
  if (first === undefined) return latin;
  return latin.replace(/\d/g, (digit) => String.fromCodePoint(first + Number(digit)));
}
