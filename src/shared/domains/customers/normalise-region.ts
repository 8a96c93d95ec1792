/** States and regions to the code of their subdivision, for countries whose addresses use codes; elsewhere as typed. */
import { fold } from '#shared/kernel/text';
import { oneLine, remembering } from './normalise-text';

/** `code name` pairs after ISO 3166-2, without the country. */
const lists: Readonly<Record<string, string>> = {
  US: 'AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming,PR Puerto Rico,GU Guam,VI U.S. Virgin Islands',
  CA: 'AB Alberta,BC British Columbia,MB Manitoba,NB New Brunswick,NL Newfoundland and Labrador,NS Nova Scotia,NT Northwest Territories,NU Nunavut,ON Ontario,PE Prince Edward Island,QC Quebec,QC Québec,SK Saskatchewan,YT Yukon',
  AU: 'NSW New South Wales,QLD Queensland,SA South Australia,TAS Tasmania,VIC Victoria,WA Western Australia,ACT Australian Capital Territory,NT Northern Territory',
  DE: 'BW Baden-Württemberg,BY Bayern,BY Bavaria,BE Berlin,BB Brandenburg,HB Bremen,HH Hamburg,HE Hessen,HE Hesse,MV Mecklenburg-Vorpommern,NI Niedersachsen,NI Lower Saxony,NW Nordrhein-Westfalen,NW NRW,NW North Rhine-Westphalia,RP Rheinland-Pfalz,SL Saarland,SN Sachsen,SN Saxony,ST Sachsen-Anhalt,SH Schleswig-Holstein,TH Thüringen,TH Thuringia',
};

const keyOf = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const tables = new Map<string, Map<string, string>>();

function tableOf(country: string): Map<string, string> | undefined {
  const list = lists[country];
  if (list === undefined) return undefined;
  let table = tables.get(country);
  if (table === undefined) {
    table = new Map();
    for (const pair of list.split(',')) {
      const gap = pair.indexOf(' ');
      const code = pair.slice(0, gap);
      table.set(keyOf(code), code);
      table.set(keyOf(pair.slice(gap + 1)), code);
      table.set(keyOf(`${country}-${code}`), code);
    }
    tables.set(country, table);
  }
  return table;
}

const inCountry = remembering((both) => {
  const country = both.slice(0, 2);
  const region = both.slice(2);
  return tableOf(country)?.get(keyOf(region)) ?? region;
});

/** `California` in `US` becomes `CA`; what has no known code stays as typed. */
export function normaliseRegion(text: string, country: string | undefined): string {
  const line = oneLine(text);
  return country !== undefined && lists[country] !== undefined ? inCountry(country + line) : line;
}

/** Postal codes in capitals with the gap their country writes; never padded or cut. */
export function normalisePostalCode(text: string, country: string | undefined): string {
  const line = oneLine(text);
  // Digits alone, the most common case, are right as they are.
  if (country === undefined || /^\d*$/.test(line)) return line;
  const code = line.toUpperCase();
  if (country === 'GB') return code.replace(/^([A-Z]{1,2}\d[A-Z\d]?)\s?(\d[A-Z]{2})$/, '$1 $2');
  if (country === 'CA') return code.replace(/^([A-Z]\d[A-Z])\s?-?(\d[A-Z]\d)$/, '$1 $2');
  if (country === 'NL') return code.replace(/^(\d{4})\s?([A-Z]{2})$/, '$1 $2');
  return code;
}
