/** Why something is an alert, in a sentence: for the page, for Today, and for the terminal. */
import { assertNever } from '#shared/kernel/assert';
import type { AlertKind, AlertNumbers, Feature } from './model';

type Language = 'en' | 'de';

const number = (language: Language, value: number): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);

/** A number with its noun; the English and German nouns used here take no other form than these two. */
const counted = (language: Language, value: number, one: string, many: string): string =>
  value === 1 ? one : `${number(language, value)} ${many}`;

/** What was done and when, then what is usual, then how many days were compared: “exported 4,000 customers at 02:13; usually 5 between 9 and 18”. */
export function alertSentence(kind: AlertKind, numbers: AlertNumbers, language: Language): string {
  return `${whatOf(kind, numbers, language)}; ${usualOf(kind, numbers, language)}.`;
}

function whatOf(kind: AlertKind, { value, at, parts }: AlertNumbers, language: Language): string {
  const en = language === 'en';
  const n = (one: string, many: string): string => counted(language, value, one, many);
  switch (kind) {
    case 'bulk-export':
      return en
        ? `exported ${n('1 customer', 'customers')} at ${at}`
        : `hat um ${at} ${n('1 Person', 'Personen')} exportiert`;
    case 'bulk-view':
      return en
        ? `looked at ${n('1 customer', 'different customers')}, most at ${at}`
        : `hat ${n('1 Person', 'verschiedene Personen')} angesehen, die meisten um ${at}`;
    case 'bulk-search':
      return en
        ? `searched ${n('once', 'times')}, most at ${at}`
        : `hat ${n('1 Mal', 'Mal')} gesucht, am meisten um ${at}`;
    case 'bulk-removal':
      return en
        ? `removed ${n('1 customer', 'customers')} at ${at}`
        : `hat um ${at} ${n('1 Person', 'Personen')} entfernt`;
    case 'failed-sign-ins':
      return en
        ? `${n('1 sign-in', 'sign-ins')} did not work, the last around ${at}`
        : `${n('1 Anmeldung', 'Anmeldungen')} schlugen fehl, etwa um ${at}`;
    case 'refusals':
      return en
        ? `was refused ${n('once', 'times')}, around ${at}`
        : `wurde ${n('1 Mal', 'Mal')} abgewiesen, etwa um ${at}`;
    case 'settings-changed':
      return en
        ? `changed ${n('1 setting', 'settings')}, around ${at}`
        : `hat ${n('1 Einstellung', 'Einstellungen')} geändert, etwa um ${at}`;
    case 'odd-hour':
      return en
        ? `touched ${n('1 record', 'records')} at an unusual time, most at ${at}`
        : `hat zu ungewohnter Zeit ${n('1 Datensatz', 'Datensätze')} benutzt, die meisten um ${at}`;
    case 'slow-drip':
      return en
        ? `looked at or exported ${n('1 customer', 'customers')} within seven days`
        : `hat in sieben Tagen ${n('1 Person', 'Personen')} angesehen oder exportiert`;
    case 'newcomer-copying':
      return en
        ? `is new and has already looked at or exported ${n('1 customer', 'customers')}`
        : `ist neu und hat schon ${n('1 Person', 'Personen')} angesehen oder exportiert`;
    case 'first-time':
      return en
        ? `did this for the first time, and with ${n('1 customer', 'customers')} at once, at ${at}`
        : `hat dies zum ersten Mal getan, und gleich mit ${n('1 Person', 'Personen')}, um ${at}`;
    case 'clock-back':
      return en
        ? `the clock of the computer was set back by ${n('1 minute', 'minutes')}, to ${at}`
        : `die Uhr des Computers wurde um ${n('1 Minute', 'Minuten')} auf ${at} zurückgestellt`;
    case 'while-away':
      return en
        ? `is away, and yet there ${n('was 1 entry', 'entries')} under this name, around ${at}`
        : `ist abwesend, und doch gibt es ${n('1 Eintrag', 'Einträge')} unter diesem Namen, etwa um ${at}`;
    case 'unusual-mix':
      return en
        ? `several things at once were out of the ordinary: ${partsIn(parts, language)}`
        : `mehreres zugleich war ungewöhnlich: ${partsIn(parts, language)}`;
    default:
      return assertNever(kind);
  }
}

const partNames: Readonly<Record<Language, Readonly<Record<Feature | 'odd-hour', string>>>> = {
  en: {
    exported: 'exports',
    viewed: 'customers looked at',
    searched: 'searches',
    removed: 'removals',
    failed: 'failed sign-ins',
    refused: 'refusals',
    settings: 'settings changed',
    'odd-hour': 'the time of day',
  },
  de: {
    exported: 'Exporte',
    viewed: 'angesehene Personen',
    searched: 'Suchen',
    removed: 'Entfernungen',
    failed: 'fehlgeschlagene Anmeldungen',
    refused: 'Abweisungen',
    settings: 'geänderte Einstellungen',
    'odd-hour': 'die Uhrzeit',
  },
};

const partsIn = (parts: AlertNumbers['parts'], language: Language): string =>
  Object.keys(parts ?? {})
    .map((part) => partNames[language][part as Feature | 'odd-hour'])
    .join(', ');

function usualOf(kind: AlertKind, { usual, most, days, limit, hours }: AlertNumbers, language: Language): string {
  const en = language === 'en';
  switch (kind) {
    case 'clock-back':
      return en ? 'a clock goes forward' : 'eine Uhr geht vorwärts';
    case 'while-away':
      return en ? 'nothing was to be expected' : 'zu erwarten war nichts';
    case 'unusual-mix':
      return en
        ? `each alone is just below what would be called out, beside ${number(language, days)} other days`
        : `jedes allein liegt knapp unter der Grenze, verglichen mit ${number(language, days)} anderen Tagen`;
    case 'first-time':
      return en
        ? `never before on ${number(language, days)} days`
        : `an ${number(language, days)} Tagen zuvor noch nie`;
    default:
  }
  if (days === 0)
    return en
      ? `there is no other day to compare with, so a fixed limit of ${number(language, limit)} counts`
      : `es gibt keinen anderen Tag zum Vergleichen, darum gilt eine feste Grenze von ${number(language, limit)}`;
  if (hours === null)
    return en
      ? `too little is known of this person’s days (${number(language, days)}), so a fixed limit of ${number(language, limit)} counts`
      : `von den Tagen dieser Person ist noch zu wenig bekannt (${number(language, days)}), darum gilt eine feste Grenze von ${number(language, limit)}`;
  const [from, until] = hours;
  const week = kind === 'slow-drip';
  if (most === 0)
    return en
      ? `usually none at all, and at work between ${from} and ${until}`
      : `sonst gar nicht, und bei der Arbeit zwischen ${from} und ${until} Uhr`;
  return en
    ? `usually ${number(language, usual)}${week ? ' a week' : ` between ${from} and ${until}`}, at most ${number(language, most)}`
    : `üblich sind ${number(language, usual)}${week ? ' in einer Woche' : ` zwischen ${from} und ${until} Uhr`}, höchstens ${number(language, most)}`;
}
