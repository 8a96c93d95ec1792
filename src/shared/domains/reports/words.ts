/** The words of the holdings report in each language. */
import type { LawfulBasis, Sensitivity } from '#shared/domains/fields/model';
import type { HoldingsGap } from './model';

export type ReportLanguage = 'en' | 'de';

const number = (language: ReportLanguage, value: number): string => new Intl.NumberFormat(language).format(value);
const people = (value: number): string => (value === 1 ? '1 person' : `${number('en', value)} people`);
const fields = (value: number): string => (value === 1 ? '1 field' : `${number('en', value)} fields`);
const personen = (value: number): string => (value === 1 ? '1 Person' : `${number('de', value)} Personen`);
const felder = (value: number): string => (value === 1 ? '1 Feld' : `${number('de', value)} Feldern`);

type HoldingsWords = {
  readonly title: string;
  readonly subtitle: (people: string, at: string) => string;
  readonly scope: string;
  readonly figures: Readonly<Record<'people' | 'fields' | 'needsCare' | 'purposes', string>>;
  readonly legend: string;
  readonly about: string;
  readonly aboutStore: string;
  readonly aboutMoment: string;
  readonly aboutTrail: (entries: string) => string;
  readonly pictureTitle: string;
  readonly pictureAlt: (fields: number, people: string) => string;
  readonly purposes: string;
  readonly purposeHeaders: readonly string[];
  readonly fields: string;
  readonly fieldHeaders: readonly string[];
  readonly retention: string;
  readonly retentionHeaders: readonly string[];
  readonly places: string;
  readonly placeHeaders: readonly string[];
  readonly marketing: string;
  readonly marketingHeaders: readonly string[];
  readonly sources: string;
  readonly sourceHeaders: readonly string[];
  readonly noSources: string;
  readonly gaps: string;
  readonly noGaps: string;
  readonly notClaimed: string;
  readonly notClaimedItems: readonly string[];
  readonly people: (value: number) => string;
  readonly unknown: string;
  readonly basis: Readonly<Record<LawfulBasis, string>>;
  readonly sensitivity: Readonly<Record<Sensitivity, string>>;
  readonly marketingStatus: Readonly<Record<string, string>>;
  readonly gap: (gap: HoldingsGap) => string;
  readonly number: (value: number) => string;
};

export const holdingsWords: Readonly<Record<ReportLanguage, HoldingsWords>> = {
  en: {
    title: 'What we hold',
    subtitle: (count, at) => `${count} · as of ${at}`,
    scope:
      'This report lists every field in which the customer store can hold something about a person, how many people have a value in it, what it is used for, on which lawful basis, and how long it is kept. It was counted from the live store in one reading.',
    figures: { people: 'people', fields: 'fields in use', needsCare: 'of them need care', purposes: 'purposes in use' },
    legend: 'Confidential or special category: needs care',
    about: 'About this report',
    aboutStore: 'Vault',
    aboutMoment: 'Counted at (UTC)',
    aboutTrail: (entries) =>
      `Root of the audit trail at that moment, over ${entries} entries; it is also in the code at the foot of each page`,
    pictureTitle: 'At a glance',
    pictureAlt: (count, who) =>
      `Bars: for each of ${count} fields, how many of ${who} have a value. The same numbers are in the table of fields.`,
    purposes: 'Purposes',
    purposeHeaders: ['Purpose', 'Lawful basis', 'Fields', 'People'],
    fields: 'Fields',
    fieldHeaders: ['Field', 'People', 'Purpose', 'Lawful basis', 'Sensitivity', 'Kept'],
    retention: 'How long it is kept',
    retentionHeaders: ['Class', 'Rule', 'Fields'],
    places: 'Where the people are',
    placeHeaders: ['Country', 'People'],
    marketing: 'Marketing',
    marketingHeaders: ['Status', 'People'],
    sources: 'Where the records came from',
    sourceHeaders: ['File', 'Imported on', 'Rows', 'New people'],
    noSources: 'No file has been imported.',
    gaps: 'What is missing or worth a look',
    noGaps: 'Nothing was found.',
    notClaimed: 'What this report does not say',
    notClaimedItems: [
      'It does not say that the law is complied with. It shows what is held, so that somebody can judge.',
      'It covers the customer store of this vault only: no e-mail, no paper, no other program.',
      'Purposes, bases and retention are what the business has declared; they were not reviewed by a lawyer.',
    ],
    people,
    unknown: 'not known',
    basis: {
      consent: 'Consent',
      contract: 'Contract',
      'legal-obligation': 'Legal obligation',
      'vital-interests': 'Vital interests',
      'public-task': 'Public task',
      'legitimate-interests': 'Legitimate interests',
    },
    sensitivity: { ordinary: 'Ordinary', confidential: 'Confidential', 'special-category': 'Special category' },
    marketingStatus: {
      subscribed: 'Subscribed',
      unsubscribed: 'Unsubscribed',
      never: 'Never',
      'not-asked': 'Not asked',
    },
    gap: ({ code, count, field }) => {
      const who = people(count);
      const [are, have] = count === 1 ? ['is', 'has'] : ['are', 'have'];
      return {
        'nothing-held': 'The store is empty: nothing is held yet.',
        'field-unused': `${fields(count)} ${count === 1 ? 'holds' : 'hold'} nothing about anybody. A field nobody needs can go.`,
        'field-special-category': `“${field}” is a special category and is held about ${who}. It needs a reason of its own.`,
        'consent-basis-without-consent': `About ${who} something is held that rests on consent, yet they are not subscribed. Either they agreed to something else, or it should go.`,
        'consent-without-proof': `${who} ${are} subscribed. Proof of when and how they agreed is not in the store yet.`,
        'marketing-not-asked': `Of ${who} it is not known whether they want marketing. Not known is not a yes.`,
        'people-without-contact': `${who} ${have} no e-mail, phone or address. They cannot be told about their rights.`,
        'people-without-country': `${who} ${have} no country. Which law protects them depends on it.`,
        'people-without-source': `Of ${who} it is not known where the data came from. They may ask.`,
        'people-long-inactive': `${who} ${have} shown no activity for three years. Are they still needed?`,
        'quarantine-open':
          count === 1
            ? 'One imported row waits in quarantine for somebody to correct or discard it.'
            : `${number('en', count)} imported rows wait in quarantine for somebody to correct or discard them.`,
        'duplicates-open':
          count === 1
            ? 'One group of likely duplicates waits for a decision.'
            : `${number('en', count)} groups of likely duplicates wait for a decision.`,
        'notes-free-text': `${who} ${have} free notes. Free text tends to collect what nobody meant to keep.`,
      }[code];
    },
    number: (value) => number('en', value),
  },
  de: {
    title: 'Was wir speichern',
    subtitle: (count, at) => `${count} · Stand ${at}`,
    scope:
      'Dieser Bericht nennt jedes Feld, in dem der Kundenspeicher etwas über eine Person aufnehmen kann: bei wie vielen Personen dort etwas steht, wozu es dient, auf welcher Rechtsgrundlage und wie lange es bleibt. Er wurde in einem Zug aus dem laufenden Speicher gezählt.',
    figures: {
      people: 'Personen',
      fields: 'Felder in Gebrauch',
      needsCare: 'davon mit Vorsicht',
      purposes: 'Zwecke in Gebrauch',
    },
    legend: 'Vertraulich oder besondere Kategorie: mit Vorsicht',
    about: 'Zu diesem Bericht',
    aboutStore: 'Tresor',
    aboutMoment: 'Gezählt am (UTC)',
    aboutTrail: (entries) =>
      `Wurzel des Prüfprotokolls in diesem Augenblick, über ${entries} Einträge; sie steht auch im Code am Fuß jeder Seite`,
    pictureTitle: 'Auf einen Blick',
    pictureAlt: (count, who) =>
      `Balken: für jedes von ${count} Feldern, bei wie vielen von ${who} etwas steht. Dieselben Zahlen stehen in der Tabelle der Felder.`,
    purposes: 'Zwecke',
    purposeHeaders: ['Zweck', 'Rechtsgrundlage', 'Felder', 'Personen'],
    fields: 'Felder',
    fieldHeaders: ['Feld', 'Personen', 'Zweck', 'Grundlage', 'Schutz', 'Verbleib'],
    retention: 'Wie lange es bleibt',
    retentionHeaders: ['Klasse', 'Regel', 'Felder'],
    places: 'Wo die Personen sind',
    placeHeaders: ['Land', 'Personen'],
    marketing: 'Werbung',
    marketingHeaders: ['Status', 'Personen'],
    sources: 'Woher die Einträge kamen',
    sourceHeaders: ['Datei', 'Importiert am', 'Zeilen', 'Neue Personen'],
    noSources: 'Es wurde noch keine Datei importiert.',
    gaps: 'Was fehlt oder einen Blick wert ist',
    noGaps: 'Es wurde nichts gefunden.',
    notClaimed: 'Was dieser Bericht nicht sagt',
    notClaimedItems: [
      'Er sagt nicht, dass alle Vorschriften eingehalten sind. Er zeigt, was gespeichert ist, damit jemand urteilen kann.',
      'Er umfasst nur den Kundenspeicher dieses Tresors: keine E-Mails, kein Papier, keine anderen Programme.',
      'Zwecke, Rechtsgrundlagen und Fristen sind Angaben des Betriebs; sie wurden nicht rechtlich geprüft.',
    ],
    people: personen,
    unknown: 'nicht bekannt',
    basis: {
      consent: 'Einwilligung',
      contract: 'Vertrag',
      'legal-obligation': 'Rechtliche Verpflichtung',
      'vital-interests': 'Lebenswichtige Interessen',
      'public-task': 'Öffentliche Aufgabe',
      'legitimate-interests': 'Berechtigte Interessen',
    },
    sensitivity: { ordinary: 'Normal', confidential: 'Vertraulich', 'special-category': 'Besondere Kategorie' },
    marketingStatus: {
      subscribed: 'Angemeldet',
      unsubscribed: 'Abgemeldet',
      never: 'Nie',
      'not-asked': 'Nicht gefragt',
    },
    gap: ({ code, count, field }) => {
      const who = personen(count);
      const [sind, haben] = count === 1 ? ['ist', 'hat'] : ['sind', 'haben'];
      return {
        'nothing-held': 'Der Speicher ist leer: Es ist noch nichts gespeichert.',
        'field-unused': `In ${felder(count)} steht bei niemandem etwas. Ein Feld, das niemand braucht, kann weg.`,
        'field-special-category': `„${field}“ ist eine besondere Kategorie und steht bei ${who}. Das braucht einen eigenen Grund.`,
        'consent-basis-without-consent': `Bei ${who} steht etwas, das auf Einwilligung beruht, ohne dass sie für Werbung angemeldet ${sind}. Entweder wurde in etwas anderes eingewilligt, oder es sollte weg.`,
        'consent-without-proof': `${who} ${sind} angemeldet. Wann und wie zugestimmt wurde, ist noch nicht belegt.`,
        'marketing-not-asked': `Bei ${who} ist nicht bekannt, ob Werbung erwünscht ist. Nicht bekannt ist kein Ja.`,
        'people-without-contact': `${who} ${haben} weder E-Mail noch Telefon noch Anschrift und ${sind} über die eigenen Rechte nicht zu erreichen.`,
        'people-without-country': `Bei ${who} fehlt das Land. Davon hängt ab, welches Recht gilt.`,
        'people-without-source': `Bei ${who} ist nicht bekannt, woher die Daten kamen. Danach darf gefragt werden.`,
        'people-long-inactive': `Bei ${who} hat sich seit drei Jahren nichts getan. Werden sie noch gebraucht?`,
        'quarantine-open':
          count === 1
            ? 'Eine importierte Zeile wartet in der Quarantäne auf Korrektur oder Verwerfen.'
            : `${number('de', count)} importierte Zeilen warten in der Quarantäne auf Korrektur oder Verwerfen.`,
        'duplicates-open':
          count === 1
            ? 'Eine Gruppe möglicher Dubletten wartet auf eine Entscheidung.'
            : `${number('de', count)} Gruppen möglicher Dubletten warten auf eine Entscheidung.`,
        'notes-free-text': `Bei ${who} gibt es freie Notizen. Freitext sammelt leicht, was niemand aufheben wollte.`,
      }[code];
    },
    number: (value) => number('de', value),
  },
};
