/** Countries, languages and days in the reader's language; a value nobody understands is shown as it is. */
import { dayIn, type Language } from '../../app/language';

const displayNames = new Map<string, Intl.DisplayNames>();

function namesOf(language: Language, type: 'region' | 'language'): Intl.DisplayNames {
  const key = `${language} ${type}`;
  const known = displayNames.get(key) ?? new Intl.DisplayNames([language], { type, fallback: 'code' });
  displayNames.set(key, known);
  return known;
}

/** `DE` in German is `Deutschland`. */
export const countryName = (code: string, language: Language): string =>
  /^[A-Z]{2}$/.test(code) ? (namesOf(language, 'region').of(code) ?? code) : code;

export function languageName(tag: string, language: Language): string {
  try {
    return namesOf(language, 'language').of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** `2026-03-01` in words; anything else stays as typed. */
export function dayInWords(day: string, language: Language): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  return dayIn(language, day);
}

/** Assigned ISO 3166-1 countries, for lists to choose from. */
export const countryCodes: readonly string[] =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );
