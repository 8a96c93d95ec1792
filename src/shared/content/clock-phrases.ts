/** The sentences of a clock's reasoning, in each language. They say what was done with which date; what the law says comes from the pack. */
import { civilDay, weekday } from './day';
import type { Language } from './words';

const dayNames = {
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  de: ['So', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa'],
} as const;
const monthNames = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  de: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
} as const;

/** "Thu 5 March 2026". */
export function spokenDay(number: number, language: Language): string {
  const { year, month, day } = civilDay(number);
  const name = dayNames[language][weekday(number)];
  const monthName = monthNames[language][month - 1];
  return language === 'de' ? `${name} ${day}. ${monthName} ${year}` : `${name} ${day} ${monthName} ${year}`;
}

const englishUnits = {
  month: 'month',
  week: 'week',
  day: 'calendar day',
  businessDay: 'business day',
  hour: 'hour',
} as const;
const germanUnits = {
  month: ['Monat', 'Monate'],
  week: ['Woche', 'Wochen'],
  day: ['Kalendertag', 'Kalendertage'],
  businessDay: ['Arbeitstag', 'Arbeitstage'],
  hour: ['Stunde', 'Stunden'],
} as const;

/** "1 month", "45 calendar days". */
export function spokenAmount(amount: number, unit: keyof typeof englishUnits, language: Language): string {
  if (language === 'de') return `${amount} ${germanUnits[unit][amount === 1 ? 0 : 1]}`;
  return `${amount} ${englishUnits[unit]}${amount === 1 ? '' : 's'}`;
}

/** Every sentence the engine says by itself; one entry per language, kept complete by the compiler. */
export type ClockPhrases = {
  readonly extendedTo: (amount: string) => string;
  readonly noSuchDay: string;
  readonly includingStart: (amount: string) => string;
  readonly inCalendar: (amount: string, calendar: string) => string;
  readonly holidaysSkipped: (names: string) => string;
  readonly pausedDays: (days: number) => string;
  readonly noPause: string;
  readonly freshStart: string;
  readonly startKept: string;
  readonly waiting: string;
  readonly paused: string;
  readonly skipped: (days: string) => string;
  readonly nextWorkingDay: string;
  readonly alreadyWorkingDay: string;
  readonly saturday: string;
  readonly sunday: string;
  readonly earlierTrigger: string;
  readonly noEarlierTrigger: string;
  readonly yearEnd: string;
  readonly fixedDay: string;
  readonly reached: (count: number, limit: string) => string;
  readonly notReached: (count: number, limit: string) => string;
  readonly countUnknown: (limit: string) => string;
  readonly moreThan: (limit: number) => string;
  readonly atLeast: (limit: number) => string;
  readonly counted: string;
  readonly startUsed: (fact: string) => string;
  readonly safe: string;
  readonly notYetInForce: string;
  readonly noLongerInForce: string;
  readonly unconfirmed: string;
  readonly factUnused: (fact: string) => string;
  readonly regionHolidays: string;
};

export const clockPhrases: Readonly<Record<Language, ClockPhrases>> = {
  en: {
    extendedTo: (amount) => `extended: ${amount}, counted from the same start`,
    noSuchDay: 'that month has no such day',
    includingStart: (amount) => `${amount}, the first of them the start itself`,
    inCalendar: (amount, calendar) => `${amount} (calendar: ${calendar})`,
    holidaysSkipped: (names) => `not counted: ${names}`,
    pausedDays: (days) => `${days} ${days === 1 ? 'day' : 'days'} not counted`,
    noPause: 'no days drop out',
    freshStart: 'the period starts here, at the latest of these',
    startKept: 'the period starts at receipt',
    waiting: 'waiting for an answer: the period has not started',
    paused: 'waiting for an answer: the period is paused',
    skipped: (days) => `${days}: not a working day`,
    nextWorkingDay: 'next working day',
    alreadyWorkingDay: 'a working day: it stands',
    saturday: 'Saturday',
    sunday: 'Sunday',
    earlierTrigger: 'this came first',
    noEarlierTrigger: 'nothing came earlier',
    yearEnd: 'end of the calendar year',
    fixedDay: 'fixed day',
    reached: (count, limit) => `${count}: the duty starts at ${limit}`,
    notReached: (count, limit) => `${count}: the duty starts only at ${limit}`,
    countUnknown: (limit) => `the number is not known; the duty starts at ${limit} and is taken to exist`,
    moreThan: (limit) => `more than ${limit}`,
    atLeast: (limit) => `${limit}`,
    counted: 'counted from here',
    startUsed: (fact) => `${fact} is not known: counted from the start`,
    safe: 'to be safe, act by this earlier day',
    notYetInForce: 'this rule is for what starts on or after',
    noLongerInForce: 'this rule is no longer for what starts on this day',
    unconfirmed: 'this rule could not be confirmed from a source; check the statute before you rely on it',
    factUnused: (fact) => `${fact} changes nothing here`,
    regionHolidays: 'regional holidays are not counted',
  },
  de: {
    extendedTo: (amount) => `verlängert: ${amount}, ab demselben Beginn gezählt`,
    noSuchDay: 'diesen Tag gibt es in dem Monat nicht',
    includingStart: (amount) => `${amount}, der Beginn ist der erste`,
    inCalendar: (amount, calendar) => `${amount} (Kalender: ${calendar})`,
    holidaysSkipped: (names) => `nicht gezählt: ${names}`,
    pausedDays: (days) => `${days} ${days === 1 ? 'Tag zählt' : 'Tage zählen'} nicht`,
    noPause: 'kein Tag fällt weg',
    freshStart: 'die Frist beginnt hier, beim spätesten dieser Tage',
    startKept: 'die Frist beginnt mit dem Eingang',
    waiting: 'eine Antwort steht aus: die Frist hat nicht begonnen',
    paused: 'eine Antwort steht aus: die Frist ruht',
    skipped: (days) => `${days}: kein Arbeitstag`,
    nextWorkingDay: 'nächster Arbeitstag',
    alreadyWorkingDay: 'ein Arbeitstag: es bleibt dabei',
    saturday: 'Samstag',
    sunday: 'Sonntag',
    earlierTrigger: 'dies kam zuerst',
    noEarlierTrigger: 'nichts kam früher',
    yearEnd: 'Ende des Kalenderjahres',
    fixedDay: 'fester Tag',
    reached: (count, limit) => `${count}: die Pflicht gilt ab ${limit}`,
    notReached: (count, limit) => `${count}: die Pflicht gilt erst ab ${limit}`,
    countUnknown: (limit) => `die Zahl ist nicht bekannt; die Pflicht gilt ab ${limit} und wird angenommen`,
    moreThan: (limit) => `mehr als ${limit}`,
    atLeast: (limit) => `${limit}`,
    counted: 'ab hier gezählt',
    startUsed: (fact) => `${fact} ist nicht bekannt: ab dem Beginn gezählt`,
    safe: 'zur Sicherheit bis zu diesem früheren Tag handeln',
    notYetInForce: 'diese Regel gilt für das, was beginnt ab',
    noLongerInForce: 'diese Regel gilt nicht mehr für das, was an diesem Tag beginnt',
    unconfirmed:
      'diese Regel ließ sich an keiner Quelle bestätigen; prüfen Sie das Gesetz, bevor Sie sich darauf verlassen',
    factUnused: (fact) => `${fact} ändert hier nichts`,
    regionHolidays: 'regionale Feiertage zählen nicht',
  },
};
