/** Words of the Today page in German. */
import type { today as english } from '../en/today';

const personen = (count: number): string => (count === 1 ? '1 Person' : `${count.toLocaleString('de')} Personen`);

export const today: typeof english = {
  title: 'Heute',
  lead: (day) => `${day}. Was ansteht, was wartet, und was gerade am meisten hilft.`,
  nextTitle: 'Das Nächste, das am meisten hilft',
  next: {
    'answer-question': () => 'Beantworten Sie eine Frage, damit Steward weiß, welche Gesetze für Sie gelten.',
    renew: () => 'Sehen Sie sich das noch einmal an: Es ist abgelaufen.',
    start: (serves) =>
      serves > 1 ? `Beginnen Sie hier: Das dient ${serves} Pflichten auf einmal.` : 'Beginnen Sie hier.',
    evidence: () => 'Das ist eingerichtet. Fügen Sie etwas hinzu, das es zeigt.',
    none: () => 'Nichts wartet. Gut gemacht; sehen Sie nächste Woche wieder herein.',
  },
  firstCustomers: 'Holen Sie Ihre Kundenliste herein, damit Steward zeigen kann, was Sie speichern.',
  halfDone: 'Sie kamen mit einem Import und warten, bis Sie entscheiden.',
  go: { question: 'Antworten', obligation: 'Öffnen', decide: 'Ansehen', import: 'Kundenliste importieren' },
  due: 'Was ansteht und wartet',
  nothingDue: 'Es steht nichts an.',
  nothingDueLead:
    'Hier erscheinen Termine, wenn Pflichten zur Durchsicht anstehen, Nachweise ablaufen oder etwas auf eine Entscheidung wartet.',
  states: { overdue: 'Überfällig', today: 'Heute', soon: 'Bald', later: 'Später', waiting: 'Wartet' },
  kinds: {
    'question-again': (title, count) =>
      `Im Kundenspeicher sind dort jetzt ${personen(count)}. Stimmt das noch? ${title}`,
    'obligation-due': (title) => `Durchsicht: ${title}`,
    'obligation-expired': (title) => `Abgelaufen: ${title}`,
    'evidence-expires': (title) => `Nachweis läuft ab: ${title}`,
    'evidence-expired': (title) => `Nachweis ist abgelaufen: ${title}`,
    'approvals-waiting': (_title, count) =>
      count === 1
        ? 'Eine Sache wartet auf die Genehmigung einer zweiten Person'
        : `${count} Sachen warten auf die Genehmigung einer zweiten Person`,
    'approvals-ready': (_title, count) =>
      count === 1
        ? 'Eine Sache ist genehmigt und kann jetzt getan werden'
        : `${count} Sachen sind genehmigt und können jetzt getan werden`,
    'access-review': () => 'Durchsehen, wer was darf',
    'glass-breaks-open': (_title, count) =>
      count === 1
        ? 'Ein Blick auf verdeckte Daten möchte durchgelesen werden'
        : `${count} Blicke auf verdeckte Daten möchten durchgelesen werden`,
    'quarantine-open': (_title, count) =>
      count === 1
        ? 'Eine importierte Zeile wartet auf Korrektur'
        : `${count.toLocaleString('de')} importierte Zeilen warten auf Korrektur`,
    'backup-missed': (title) => `Sicherung versäumt: ${title}`,
    'backup-drill-due': (title) => `Wiederherstellung proben: ${title}`,
    'other-backup-test-due': (title) => `Sicherung zu prüfen: ${title}`,
    'audit-check-due': (title) => `Prüfung fällig: ${title}`,
    'record-not-recorded': (_title, count) =>
      count === 1
        ? 'Der Speicher hält Daten für einen Zweck, der nicht im Verzeichnis steht'
        : `Der Speicher hält Daten für ${count} Zwecke, die nicht im Verzeichnis stehen`,
    'record-gaps': (_title, count) =>
      count === 1
        ? 'Im Verarbeitungsverzeichnis fehlt noch etwas'
        : `Im Verarbeitungsverzeichnis fehlen noch ${count} Angaben`,
    'vendor-review-due': (title) => `Diesen Dienstleister wieder ansehen: ${title}`,
    'vendor-contract-ends': (title) => `Über den Vertrag entscheiden: ${title}`,
    'vendor-gaps': (_title, count) =>
      count === 1 ? 'Zu einem Dienstleister fehlt noch etwas' : `Zu ${count} Dienstleistern fehlt noch etwas`,
    'integration-rotate': (title) => `Schlüssel wechseln: ${title}`,
    'integration-test': (title) => `Verbindung prüfen: ${title}`,
    'record-review-due': (title) => `Diese Tätigkeit wieder ansehen: ${title}`,
    'audit-finding-open': (title) => `Mangel zu beheben: ${title}`,
    'document-out-of-date': (title, count) =>
      count === 1
        ? `In einem Abschnitt nicht mehr wahr: ${title}`
        : `In ${count} Abschnitten nicht mehr wahr: ${title}`,
    'document-review': (title) => `Wieder durchlesen: ${title}`,
    'document-unread': (title, count) =>
      count === 1
        ? `Eine Person hat es noch nicht gelesen: ${title}`
        : `${count} Personen haben es noch nicht gelesen: ${title}`,
    'responsibility-gap': (title) => `Niemand kümmert sich darum: ${title}`,
    'management-review': () => 'Bewertung durch die Leitung halten',
    'risk-review': (title: string) => `Risiko wieder ansehen: ${title}`,
    'risk-action': (title: string) => `Gegen ein Risiko: ${title}`,
    'assessment-review': (title: string) => `Einschätzung wieder ansehen: ${title}`,
    'assessment-open': (title: string) => `Einschätzung noch nicht unterschrieben: ${title}`,
    'training-due': (title: string) => `Schulung: ${title}`,
    'attendance-refused': (_title: string, count: number) =>
      count === 1
        ? 'Eine Zeile einer Teilnahmeliste konnte nicht übernommen werden'
        : `${count} Zeilen von Teilnahmelisten konnten nicht übernommen werden`,
    'joining-item': (title: string) => `Kommen: ${title}`,
    'leaving-item': (title: string) => `Gehen: ${title}`,
    'device-check-due': (title) => `Gerät prüfen: ${title}`,
    'device-end': (title) => `Sicherheitsupdates enden: ${title}`,
    'device-past-end': (title) => `Keine Sicherheitsupdates mehr: ${title}`,
    'alerts-open': (_title, count) => (count === 1 ? 'Etwas war ungewöhnlich' : `${count} Dinge waren ungewöhnlich`),
    'consents-unproven': (_title: string, count: number) =>
      count === 1
        ? 'Eine Person gilt als angemeldet, und niemand hat es belegt'
        : `${count.toLocaleString('de')} Personen gelten als angemeldet, und niemand hat es belegt`,
    'consents-ending': (_title: string, count: number) =>
      count === 1 ? 'Eine Einwilligung läuft bald ab' : `${count.toLocaleString('de')} Einwilligungen laufen bald ab`,
    'retention-due': (_title: string, count: number) =>
      count === 1 ? 'Eine Person kann gehen' : `${count.toLocaleString('de')} Personen können gehen: Ihre Zeit ist um`,
    'duplicates-open': (_title, count) =>
      count === 1
        ? 'Eine mögliche Dublette wartet auf Ihre Entscheidung'
        : `${count.toLocaleString('de')} mögliche Dubletten warten auf Ihre Entscheidung`,
  },
  forWhom: (owner) => `für ${owner}`,
  calendar: 'Kalender',
  month: { before: 'Monat davor', after: 'Monat danach' },
  events: (count) => (count === 0 ? 'nichts fällig' : `${count} fällig`),
  export: 'In meinen Kalender (.ics)',
  exported: (events, file) =>
    `${events === 1 ? '1 Termin' : `${events} Termine`} nach ${file} geschrieben und zurückgelesen.`,
  standing: 'Wo Sie stehen',
  toRegister: 'Zu den Pflichten',
  clockBack: 'Die Uhr dieses Computers ist zurückgegangen',
  clockBackLead: (seen) =>
    `Steward wurde zuletzt am ${seen} benutzt, also später als jetzt. Termine können falsch sein, bis die Uhr stimmt.`,
};
