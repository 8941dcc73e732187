// What people call the time of a zone, by how far it is ahead of UTC: what Intl says since 2000 without the 13 ms it
// takes to say its first. tests/base/zone-letters.test.ts holds each zone against Intl.

interface ZoneLetters {
  /** By minutes ahead of UTC; at any other offset the zone has no letters. */
  readonly letters: Readonly<Record<string, string>>;
  /** IANA. Those whose letters are not told by the offset alone are not here. */
  readonly zones: string;
}

/** Of the zones of newsrooms; all others, and those with many histories, are for Intl. */
export const LETTERS: readonly ZoneLetters[] = [
  {
    letters: { 60: "CET", 120: "CEST" },
    zones: `
    Europe/Amsterdam Europe/Andorra Europe/Belgrade Europe/Berlin Europe/Bratislava Europe/Brussels
    Europe/Budapest Europe/Busingen Europe/Copenhagen Europe/Gibraltar Europe/Ljubljana Europe/Luxembourg
    Europe/Madrid Europe/Malta Europe/Monaco Europe/Oslo Europe/Paris Europe/Podgorica Europe/Prague
    Europe/Rome Europe/San_Marino Europe/Sarajevo Europe/Skopje Europe/Stockholm Europe/Tirane
    Europe/Vaduz Europe/Vatican Europe/Vienna Europe/Warsaw Europe/Zagreb Europe/Zurich`,
  },
  {
    letters: { 120: "EET", 180: "EEST" },
    zones: `
    Asia/Beirut Asia/Gaza Asia/Hebron Asia/Nicosia Europe/Athens Europe/Bucharest Europe/Chisinau
    Europe/Helsinki Europe/Kyiv Europe/Mariehamn Europe/Riga Europe/Sofia Europe/Tallinn Europe/Vilnius`,
  },
  {
    letters: { 0: "WET", 60: "WEST" },
    zones: `
    Atlantic/Canary Atlantic/Faroe Atlantic/Madeira Europe/Lisbon`,
  },
  {
    letters: { 60: "BST" },
    zones: `
    Europe/London`,
  },
  {
    letters: { 60: "WAT" },
    zones: `
    Africa/Bangui Africa/Brazzaville Africa/Douala Africa/Kinshasa Africa/Lagos Africa/Libreville
    Africa/Luanda Africa/Malabo Africa/Ndjamena Africa/Niamey Africa/Porto-Novo Africa/Sao_Tome`,
  },
  {
    letters: { 120: "CAT" },
    zones: `
    Africa/Blantyre Africa/Bujumbura Africa/Gaborone Africa/Harare Africa/Kigali Africa/Lubumbashi
    Africa/Lusaka Africa/Maputo`,
  },
  {
    letters: { 180: "EAT" },
    zones: `
    Africa/Addis_Ababa Africa/Asmara Africa/Dar_es_Salaam Africa/Djibouti Africa/Kampala Africa/Mogadishu
    Africa/Nairobi`,
  },
  {
    letters: { 120: "SAST" },
    zones: `
    Africa/Johannesburg Africa/Maseru Africa/Mbabane`,
  },
  {
    letters: { "-240": "AST", "-180": "ADT" },
    zones: `
    America/Anguilla America/Antigua America/Aruba America/Barbados America/Blanc-Sablon America/Curacao
    America/Dominica America/Glace_Bay America/Goose_Bay America/Grenada America/Guadeloupe
    America/Halifax America/Kralendijk America/Lower_Princes America/Marigot America/Martinique
    America/Moncton America/Montserrat America/Port_of_Spain America/Puerto_Rico America/St_Barthelemy
    America/St_Kitts America/St_Lucia America/St_Thomas America/St_Vincent America/Thule America/Tortola`,
  },
  {
    letters: { "-300": "EST", "-240": "EDT" },
    zones: `
    America/Cayman America/Coral_Harbour America/Detroit America/Indiana/Indianapolis
    America/Indiana/Marengo America/Indiana/Vevay America/Jamaica America/Louisville America/Nassau
    America/New_York America/Panama America/Port-au-Prince America/Toronto`,
  },
  {
    letters: { "-360": "CST", "-300": "CDT" },
    zones: `
    America/Belize America/Chicago America/Costa_Rica America/El_Salvador America/Guatemala
    America/Managua America/Matamoros America/Menominee America/Merida America/Mexico_City
    America/Monterrey America/North_Dakota/Center America/Regina America/Swift_Current America/Tegucigalpa
    America/Winnipeg`,
  },
  {
    letters: { "-420": "MST", "-360": "MDT" },
    zones: `
    America/Boise America/Creston America/Dawson_Creek America/Denver America/Edmonton America/Inuvik
    America/Phoenix`,
  },
  {
    letters: { "-480": "PST", "-420": "PDT" },
    zones: `
    America/Los_Angeles America/Tijuana America/Vancouver`,
  },
  {
    letters: { "-540": "AKST", "-480": "AKDT" },
    zones: `
    America/Anchorage America/Juneau America/Nome America/Sitka America/Yakutat`,
  },
  {
    letters: { "-600": "HST" },
    zones: `
    Pacific/Honolulu`,
  },
  {
    letters: { 330: "IST" },
    zones: `
    Asia/Kolkata`,
  },
  {
    letters: { 240: "GST" },
    zones: `
    Asia/Dubai Asia/Muscat`,
  },
  {
    letters: { 480: "AWST", 540: "AWDT" },
    zones: `
    Australia/Perth`,
  },
  {
    letters: { 570: "ACST", 630: "ACDT" },
    zones: `
    Australia/Adelaide Australia/Broken_Hill Australia/Darwin`,
  },
  {
    letters: { 600: "AEST", 660: "AEDT" },
    zones: `
    Australia/Brisbane Australia/Hobart Australia/Lindeman Australia/Melbourne Australia/Sydney`,
  },
  {
    letters: { 720: "NZST", 780: "NZDT" },
    zones: `
    Pacific/Auckland`,
  },
  {
    letters: {},
    zones: `
    Africa/Abidjan Africa/Accra Africa/Algiers Africa/Bamako Africa/Banjul Africa/Bissau Africa/Cairo
    Africa/Ceuta Africa/Conakry Africa/Dakar Africa/Freetown Africa/Lome Africa/Monrovia Africa/Nouakchott
    Africa/Ouagadougou Africa/Tripoli Africa/Tunis America/Araguaina America/Argentina/Buenos_Aires
    America/Argentina/La_Rioja America/Argentina/Rio_Gallegos America/Argentina/Salta
    America/Argentina/San_Juan America/Argentina/San_Luis America/Argentina/Tucuman
    America/Argentina/Ushuaia America/Asuncion America/Bahia America/Belem America/Boa_Vista
    America/Bogota America/Campo_Grande America/Caracas America/Catamarca America/Cayenne America/Cordoba
    America/Coyhaique America/Cuiaba America/Danmarkshavn America/Eirunepe America/Fortaleza
    America/Guayaquil America/Guyana America/Havana America/Hermosillo America/Jujuy America/La_Paz
    America/Lima America/Maceio America/Manaus America/Mazatlan America/Mendoza America/Miquelon
    America/Montevideo America/Noronha America/Nuuk America/Paramaribo America/Porto_Velho
    America/Punta_Arenas America/Recife America/Rio_Branco America/Santarem America/Santiago
    America/Sao_Paulo America/St_Johns Asia/Aden Asia/Almaty Asia/Anadyr Asia/Aqtau Asia/Aqtobe
    Asia/Ashgabat Asia/Atyrau Asia/Baghdad Asia/Bahrain Asia/Baku Asia/Bangkok Asia/Barnaul Asia/Bishkek
    Asia/Brunei Asia/Chita Asia/Colombo Asia/Dhaka Asia/Dili Asia/Dushanbe Asia/Ho_Chi_Minh Asia/Hong_Kong
    Asia/Hovd Asia/Irkutsk Asia/Jakarta Asia/Jayapura Asia/Jerusalem Asia/Kabul Asia/Kamchatka
    Asia/Karachi Asia/Kathmandu Asia/Khandyga Asia/Krasnoyarsk Asia/Kuala_Lumpur Asia/Kuching Asia/Kuwait
    Asia/Macau Asia/Magadan Asia/Makassar Asia/Manila Asia/Novokuznetsk Asia/Novosibirsk Asia/Omsk
    Asia/Oral Asia/Phnom_Penh Asia/Pontianak Asia/Pyongyang Asia/Qatar Asia/Qostanay Asia/Qyzylorda
    Asia/Riyadh Asia/Sakhalin Asia/Samarkand Asia/Seoul Asia/Shanghai Asia/Singapore Asia/Srednekolymsk
    Asia/Taipei Asia/Tashkent Asia/Tbilisi Asia/Tehran Asia/Thimphu Asia/Tokyo Asia/Tomsk Asia/Ulaanbaatar
    Asia/Urumqi Asia/Ust-Nera Asia/Vientiane Asia/Vladivostok Asia/Yakutsk Asia/Yangon Asia/Yekaterinburg
    Asia/Yerevan Atlantic/Bermuda Atlantic/Cape_Verde Atlantic/Reykjavik Atlantic/South_Georgia
    Atlantic/St_Helena Atlantic/Stanley Europe/Astrakhan Europe/Dublin Europe/Guernsey Europe/Isle_of_Man
    Europe/Jersey Europe/Kirov Europe/Moscow Europe/Samara Europe/Saratov Europe/Ulyanovsk
    Europe/Volgograd Indian/Antananarivo Indian/Chagos Indian/Christmas Indian/Cocos Indian/Comoro
    Indian/Kerguelen Indian/Mahe Indian/Maldives Indian/Mauritius Indian/Mayotte Indian/Reunion
    Pacific/Apia Pacific/Bougainville Pacific/Easter Pacific/Efate Pacific/Enderbury Pacific/Fakaofo
    Pacific/Fiji Pacific/Funafuti Pacific/Galapagos Pacific/Gambier Pacific/Guadalcanal Pacific/Guam
    Pacific/Kiritimati Pacific/Kosrae Pacific/Kwajalein Pacific/Majuro Pacific/Marquesas Pacific/Midway
    Pacific/Nauru Pacific/Niue Pacific/Norfolk Pacific/Noumea Pacific/Pago_Pago Pacific/Palau
    Pacific/Pitcairn Pacific/Ponape Pacific/Port_Moresby Pacific/Rarotonga Pacific/Saipan Pacific/Tahiti
    Pacific/Tarawa Pacific/Tongatapu Pacific/Truk Pacific/Wake Pacific/Wallis`,
  },
];

/** Before, zones had other letters; what comes after, Intl may know. */
const FIRST = Date.UTC(2000, 0, 1);
const LAST = Date.UTC(2040, 0, 1);

/** By zone, once asked. */
const known = new Map<string, ZoneLetters["letters"] | undefined>();

/** "CET", "EDT", else "UTC+5:30"; `offset` is in milliseconds. Undefined for a zone or a time that is for Intl. */
export function lettersOf(timezone: string, epochMs: number, offset: number): string | undefined {
  if (timezone === "UTC") return "UTC";
  if (epochMs < FIRST || epochMs >= LAST) return undefined;
  if (!known.has(timezone)) known.set(timezone, lettersByOffset(timezone));
  const letters = known.get(timezone);
  const minutes = offset / 60_000;
  return letters === undefined ? undefined : (letters[minutes] ?? byNumber(minutes));
}

function lettersByOffset(timezone: string): ZoneLetters["letters"] | undefined {
  return LETTERS.find(({ zones }) => zones.trim().split(/\s+/).includes(timezone))?.letters;
}

function byNumber(minutes: number): string {
  if (minutes === 0) return "GMT";
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? "-" : "+"}${hours}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}
