/** What the preference page says. */
import type { Language } from '#shared/content/words';

/** The choices a person has; the names stand in the file the page answers with. */
export const preferences = [
  'no-sale',
  'limit-sensitive',
  'no-profiling',
  'no-email',
  'no-text',
  'no-post',
  'no-phone',
  'no-analytics',
  'no-advertising',
] as const;
export type Preference = (typeof preferences)[number];

/** Those that a browser's signal switches on by itself. */
export const bySignal: readonly Preference[] = ['no-sale', 'no-profiling', 'no-advertising'];

type PageWords = {
  readonly title: string;
  readonly lead: (business: string) => string;
  readonly groups: readonly { readonly title: string; readonly of: readonly Preference[] }[];
  readonly choices: Readonly<Record<Preference, string>>;
  readonly signalTitle: string;
  readonly signal: string;
  readonly signalSeen: string;
  readonly who: string;
  readonly whoHelp: string;
  readonly name: string;
  readonly email: string;
  readonly place: string;
  readonly agent: string;
  readonly send: string;
  readonly file: string;
  readonly after: string;
  readonly subject: string;
  readonly without: string;
  readonly kept: string;
  readonly notice: string;
};

export const preferenceWords: Readonly<Record<Language, PageWords>> = {
  en: {
    title: 'Your privacy choices',
    lead: (business) =>
      `Here you tell ${business} what your information may not be used for. It costs nothing, you need no account, and nobody is treated worse for it.`,
    groups: [
      { title: 'How your information is used', of: ['no-sale', 'limit-sensitive', 'no-profiling'] },
      { title: 'How we may reach you with news and offers', of: ['no-email', 'no-text', 'no-post', 'no-phone'] },
      { title: 'On our website', of: ['no-analytics', 'no-advertising'] },
    ],
    choices: {
      'no-sale': 'Do not sell or share my personal information',
      'limit-sensitive': 'Limit the use of my sensitive personal information',
      'no-profiling': 'Do not build a profile of me',
      'no-email': 'No e-mails with news or offers',
      'no-text': 'No text messages with news or offers',
      'no-post': 'No letters with news or offers',
      'no-phone': 'No calls with news or offers',
      'no-analytics': 'Do not measure how I use the website',
      'no-advertising': 'No advertising trackers',
    },
    signalTitle: 'Global Privacy Control',
    signal:
      'If your browser sends the signal “Global Privacy Control”, we treat it as a request not to sell or share your information and not to track you for advertising, for this browser and, where we know who you are, for you.',
    signalSeen: 'Your browser sends this signal. The choices it stands for are already ticked.',
    who: 'Who you are',
    whoHelp:
      'We use this only to find your record and to honour your choices. For choices on the website alone leave it empty.',
    name: 'Name',
    email: 'E-mail',
    place: 'State or country where you live',
    agent: 'I act for somebody else and am allowed to',
    send: 'Write an e-mail with my choices',
    file: 'Save my choices as a file',
    after: 'Your choices are ready. Send the e-mail, or send us the file.',
    subject: 'My privacy choices',
    without: 'Without scripts the first button opens your e-mail program with your choices in it.',
    kept: 'On this website the choices about trackers are remembered in this browser.',
    notice: 'More in our privacy notice',
  },
  de: {
    title: 'Ihre Entscheidungen über Ihre Daten',
    lead: (business) =>
      `Hier sagen Sie ${business}, wofür Ihre Daten nicht verwendet werden dürfen. Es kostet nichts, Sie brauchen kein Konto, und niemand wird deshalb schlechter behandelt.`,
    groups: [
      { title: 'Wie Ihre Daten verwendet werden', of: ['no-sale', 'limit-sensitive', 'no-profiling'] },
      {
        title: 'Wie wir Sie mit Neuigkeiten und Angeboten erreichen dürfen',
        of: ['no-email', 'no-text', 'no-post', 'no-phone'],
      },
      { title: 'Auf unserer Website', of: ['no-analytics', 'no-advertising'] },
    ],
    choices: {
      'no-sale': 'Meine Daten nicht verkaufen und nicht für Werbung weitergeben',
      'limit-sensitive': 'Meine sensiblen Daten nur eingeschränkt verwenden',
      'no-profiling': 'Kein Profil von mir bilden',
      'no-email': 'Keine E-Mails mit Neuigkeiten oder Angeboten',
      'no-text': 'Keine Textnachrichten mit Neuigkeiten oder Angeboten',
      'no-post': 'Keine Briefe mit Neuigkeiten oder Angeboten',
      'no-phone': 'Keine Anrufe mit Neuigkeiten oder Angeboten',
      'no-analytics': 'Nicht messen, wie ich die Website nutze',
      'no-advertising': 'Keine Werbe-Tracker',
    },
    signalTitle: 'Global Privacy Control',
    signal:
      'Sendet Ihr Browser das Signal „Global Privacy Control“, behandeln wir es als Bitte, Ihre Daten nicht zu verkaufen, nicht für Werbung weiterzugeben und Sie nicht für Werbung zu verfolgen: für diesen Browser und, soweit wir Sie kennen, für Sie.',
    signalSeen: 'Ihr Browser sendet dieses Signal. Was es bedeutet, ist schon angekreuzt.',
    who: 'Wer Sie sind',
    whoHelp:
      'Wir brauchen das nur, um Ihren Datensatz zu finden und Ihre Entscheidungen zu beachten. Für Entscheidungen nur auf der Website lassen Sie es leer.',
    name: 'Name',
    email: 'E-Mail',
    place: 'Bundesstaat oder Land, in dem Sie wohnen',
    agent: 'Ich handle für jemand anderen und darf das',
    send: 'E-Mail mit meinen Entscheidungen schreiben',
    file: 'Meine Entscheidungen als Datei speichern',
    after: 'Ihre Entscheidungen sind bereit. Senden Sie die E-Mail ab oder schicken Sie uns die Datei.',
    subject: 'Meine Entscheidungen über meine Daten',
    without: 'Ohne Skripte öffnet die erste Schaltfläche Ihr E-Mail-Programm mit Ihren Entscheidungen darin.',
    kept: 'Auf dieser Website werden die Entscheidungen über Tracker in diesem Browser gemerkt.',
    notice: 'Mehr in unserer Datenschutzerklärung',
  },
};
