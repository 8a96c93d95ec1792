/** The words of training on paper: certificates, courses, the register. */
import type { Language } from '#shared/content/words';
import type { CourseState, Way } from './model';

export type TrainingWords = {
  readonly lessons: (title: string) => string;
  readonly minutes: (minutes: number) => string;
  readonly questions: (title: string) => string;
  readonly sheet: (sheet: number, ask: number, percent: number) => string;
  readonly question: (number: number) => string;
  readonly sign: readonly string[];
  readonly key: (title: string) => string;
  readonly keyOf: (sheet: number) => string;
  readonly right: string;
  readonly wrong: string;
  readonly certificate: string;
  readonly passed: (name: string) => string;
  readonly rows: Readonly<Record<'course' | 'on' | 'score' | 'way' | 'edition' | 'provider' | 'number' | 'by', string>>;
  readonly ways: Readonly<Record<Way, string>>;
  readonly score: (right: number, outOf: number) => string;
  readonly proves: string;
  readonly pin: string;
  readonly register: string;
  readonly registerLead: string;
  readonly registerTable: string;
  readonly headers: readonly string[];
  readonly states: Readonly<Record<CourseState, string>>;
  readonly figures: Readonly<Record<CourseState, string>>;
  readonly outside: string;
  readonly outsideHeaders: readonly string[];
  readonly never: string;
};

export const trainingWords: Readonly<Record<Language, TrainingWords>> = {
  en: {
    lessons: (title) => `${title}: lessons`,
    minutes: (minutes) => `About ${minutes} minutes`,
    questions: (title) => `${title}: questions`,
    sheet: (sheet, ask, percent) =>
      `Sheet ${sheet}. ${ask} questions, one answer each. Passed with ${percent} percent. Tick with a pen and hand the sheet in.`,
    question: (number) => `Question ${number}`,
    sign: ['Name', 'Date and signature'],
    key: (title) => `${title}: answers`,
    keyOf: (sheet) => `Key to sheet ${sheet}. Keep it away from whoever fills in the sheet.`,
    right: 'right',
    wrong: 'not right',
    certificate: 'Certificate of training',
    passed: (name) => `${name} has passed this course.`,
    rows: {
      course: 'Course',
      on: 'Passed on',
      score: 'Score',
      way: 'How',
      edition: 'Edition of the course',
      provider: 'Provider',
      number: 'Number of the result',
      by: 'Recorded by',
    },
    ways: {
      screen: 'on the screen, signed in',
      shared: 'on a shared machine, signed off with a PIN',
      paper: 'on paper, marked by somebody else',
      outside: 'elsewhere',
    },
    score: (right, outOf) => (outOf === 0 ? 'attended' : `${right} of ${outOf}`),
    proves:
      'The result is kept in Steward and cannot be changed there. The certificate shows what was recorded; it does not show that nobody helped.',
    pin: 'A PIN shows that somebody who knew it signed off. It does not show who that was; whoever looks after training can set a new one, and the audit trail keeps that.',
    register: 'Training register',
    registerLead: 'Who has passed which course, and until when it counts.',
    registerTable: 'People and courses',
    headers: ['Name', 'Course', 'State', 'Last passed', 'Due on'],
    states: { 'up-to-date': 'up to date', due: 'due', overdue: 'overdue' },
    figures: { 'up-to-date': 'up to date', due: 'due', overdue: 'overdue' },
    outside: 'Courses elsewhere',
    outsideHeaders: ['Name', 'Course', 'Provider', 'Day'],
    never: 'not yet',
  },
  de: {
    lessons: (title) => `${title}: Lektionen`,
    minutes: (minutes) => `Etwa ${minutes} Minuten`,
    questions: (title) => `${title}: Fragen`,
    sheet: (sheet, ask, percent) =>
      `Blatt ${sheet}. ${ask} Fragen, je eine Antwort. Bestanden mit ${percent} Prozent. Bitte mit Stift ankreuzen und das Blatt abgeben.`,
    question: (number) => `Frage ${number}`,
    sign: ['Name', 'Datum und Unterschrift'],
    key: (title) => `${title}: Lösungen`,
    keyOf: (sheet) => `Lösung zu Blatt ${sheet}. Bitte fern von allen halten, die das Blatt ausfüllen.`,
    right: 'richtig',
    wrong: 'nicht richtig',
    certificate: 'Schulungsnachweis',
    passed: (name) => `${name} hat diesen Kurs bestanden.`,
    rows: {
      course: 'Kurs',
      on: 'Bestanden am',
      score: 'Ergebnis',
      way: 'Wie',
      edition: 'Fassung des Kurses',
      provider: 'Anbieter',
      number: 'Nummer des Ergebnisses',
      by: 'Eingetragen von',
    },
    ways: {
      screen: 'am Bildschirm, angemeldet',
      shared: 'an einem geteilten Gerät, mit PIN bestätigt',
      paper: 'auf Papier, von jemand anderem korrigiert',
      outside: 'anderswo',
    },
    score: (right, outOf) => (outOf === 0 ? 'teilgenommen' : `${right} von ${outOf}`),
    proves:
      'Das Ergebnis steht in Steward und kann dort nicht geändert werden. Der Nachweis zeigt, was eingetragen wurde; er zeigt nicht, dass niemand geholfen hat.',
    pin: 'Eine PIN zeigt, dass jemand bestätigt hat, der sie kannte. Sie zeigt nicht, wer das war; wer die Schulungen betreut, kann eine neue setzen, und das Prüfprotokoll hält es fest.',
    register: 'Schulungsverzeichnis',
    registerLead: 'Wer welchen Kurs bestanden hat und bis wann das gilt.',
    registerTable: 'Personen und Kurse',
    headers: ['Name', 'Kurs', 'Stand', 'Zuletzt bestanden', 'Fällig am'],
    states: { 'up-to-date': 'aktuell', due: 'fällig', overdue: 'überfällig' },
    figures: { 'up-to-date': 'aktuell', due: 'fällig', overdue: 'überfällig' },
    outside: 'Kurse anderswo',
    outsideHeaders: ['Name', 'Kurs', 'Anbieter', 'Tag'],
    never: 'noch nie',
  },
};
