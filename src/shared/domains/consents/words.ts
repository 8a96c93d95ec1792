/** Words of receipts and of what topics are called, outside the screen. */
import type { Topic, Way } from './model';

const topics: Readonly<Record<'en' | 'de', Readonly<Record<string, string>>>> = {
  en: {
    'channel/email': 'Messages by e-mail',
    'channel/sms': 'Text messages',
    'channel/post': 'Letters',
    'channel/phone': 'Calls',
    'choice/sale-sharing': 'Sale or sharing of personal information',
    'choice/sensitive-use': 'Use of sensitive information beyond what is needed',
    'choice/profiling': 'Profiling',
    'choice/personalisation': 'Personalisation',
  },
  de: {
    'channel/email': 'Nachrichten per E-Mail',
    'channel/sms': 'Kurznachrichten',
    'channel/post': 'Briefe',
    'channel/phone': 'Anrufe',
    'choice/sale-sharing': 'Verkauf oder Weitergabe personenbezogener Informationen',
    'choice/sensitive-use': 'Nutzung sensibler Informationen über das Nötige hinaus',
    'choice/profiling': 'Profiling',
    'choice/personalisation': 'Personalisierung',
  },
};

/** What a fixed topic is called; a purpose has a name of its own. */
export const topicName = (topic: Topic, language: 'en' | 'de'): string => topics[language][topic] ?? topic;

type ReceiptWords = {
  readonly title: string;
  readonly controller: string;
  readonly person: string;
  readonly about: string;
  readonly said: string;
  readonly yes: string;
  readonly no: string;
  readonly on: string;
  readonly how: string;
  readonly ways: Readonly<Record<Way, string>>;
  readonly basis: string;
  readonly bases: Readonly<Record<string, string>>;
  readonly expires: string;
  readonly guardian: string;
  readonly note: string;
  readonly shown: (language: string, version: number) => string;
  readonly recorded: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly files: string;
  readonly check: string;
  readonly checkText: string;
  readonly entry: string;
  readonly root: string;
  readonly key: string;
  readonly salt: string;
  readonly footer: (origin: string, size: string) => string;
};

export const receiptWords: Readonly<Record<'en' | 'de', ReceiptWords>> = {
  en: {
    title: 'Consent receipt',
    controller: 'Business',
    person: 'Person',
    about: 'About',
    said: 'What was said',
    yes: 'Yes, this may be done',
    no: 'No: refused, withdrawn or opted out',
    on: 'On',
    how: 'How',
    ways: {
      'web-form': 'On a web form',
      'double-opt-in': 'On a web form, confirmed by e-mail',
      'paper-form': 'On a paper form',
      'in-person': 'In person',
      phone: 'On the phone',
      email: 'By e-mail',
      letter: 'By letter',
      gpc: 'By the browser’s Global Privacy Control signal',
      list: 'As part of a list',
    },
    basis: 'Lawful basis of the purpose',
    bases: {
      consent: 'Consent',
      contract: 'Contract',
      'legal-obligation': 'Legal obligation',
      'vital-interests': 'Vital interests',
      'public-task': 'Public task',
      'legitimate-interests': 'Legitimate interests',
    },
    expires: 'Holds until',
    guardian: 'Given by the guardian',
    note: 'Note',
    shown: (language, version) => `What the person was shown (${language}, version ${version})`,
    recorded: 'When it was recorded',
    recordedAt: 'Recorded at (UTC)',
    recordedBy: 'Recorded by',
    files: 'Files that show it (SHA-256)',
    check: 'How to check this',
    checkText:
      'This page is for reading. The JSON file of the same receipt can be checked without Steward and without a network: it holds the exact statement, and a proof that its salted digest stands in the trail that the business signed. It shows that nothing was changed since; it does not show that what was entered is true.',
    entry: 'Entry of the trail, of how many',
    root: 'Root of the trail',
    key: 'Key that signed it',
    salt: 'Salt',
    footer: (origin, size) => `${origin} · ${size} entries`,
  },
  de: {
    title: 'Einwilligungsbeleg',
    controller: 'Betrieb',
    person: 'Person',
    about: 'Worum es geht',
    said: 'Was gesagt wurde',
    yes: 'Ja, das darf geschehen',
    no: 'Nein: abgelehnt, widerrufen oder widersprochen',
    on: 'Am',
    how: 'Wie',
    ways: {
      'web-form': 'Auf einem Formular im Web',
      'double-opt-in': 'Auf einem Formular im Web, per E-Mail bestätigt',
      'paper-form': 'Auf einem Papierformular',
      'in-person': 'Persönlich',
      phone: 'Am Telefon',
      email: 'Per E-Mail',
      letter: 'Per Brief',
      gpc: 'Durch das Signal „Global Privacy Control“ des Browsers',
      list: 'Als Teil einer Liste',
    },
    basis: 'Rechtsgrundlage des Zwecks',
    bases: {
      consent: 'Einwilligung',
      contract: 'Vertrag',
      'legal-obligation': 'Rechtliche Verpflichtung',
      'vital-interests': 'Lebenswichtige Interessen',
      'public-task': 'Öffentliche Aufgabe',
      'legitimate-interests': 'Berechtigte Interessen',
    },
    expires: 'Gilt bis',
    guardian: 'Erteilt durch',
    note: 'Notiz',
    shown: (language, version) => `Was der Person gezeigt wurde (${language}, Fassung ${version})`,
    recorded: 'Wann es festgehalten wurde',
    recordedAt: 'Festgehalten um (UTC)',
    recordedBy: 'Festgehalten von',
    files: 'Dateien, die es belegen (SHA-256)',
    check: 'Wie man dies prüft',
    checkText:
      'Diese Seite ist zum Lesen. Die JSON-Datei desselben Belegs lässt sich ohne Steward und ohne Netz prüfen: Sie enthält den genauen Wortlaut und den Nachweis, dass sein gesalzener Fingerabdruck in der Spur steht, die der Betrieb unterschrieben hat. Das zeigt, dass seither nichts geändert wurde; es zeigt nicht, dass wahr ist, was eingetragen wurde.',
    entry: 'Eintrag der Spur, von wie vielen',
    root: 'Wurzel der Spur',
    key: 'Schlüssel der Unterschrift',
    salt: 'Salz',
    footer: (origin, size) => `${origin} · ${size} Einträge`,
  },
};
