/** Words of the page about the audit programme in German. */
import type { audits as english } from '../en/audits';

export const audits: typeof english = {
  title: 'Prüfprogramm',
  lead: 'Was geprüft wird, wie oft und von wem; was gefunden wurde und was noch zu beheben ist.',
  record: 'Prüfung eintragen',
  recordOne: (title) => `Eintragen: ${title}`,
  recordShort: 'Eintragen',
  add: 'Eigene Prüfung hinzufügen',
  empty: 'Noch ist keine Prüfung geplant',
  emptyLines: [
    'Eine Regel, die niemand prüft, ist bald nur noch ein Stück Papier. Ein Prüfprogramm sagt, was wann und von wem angesehen wird, und bewahrt auf, was gefunden wurde.',
    'Beginnen Sie mit zehn Prüfungen, die zu einem kleinen Unternehmen passen: von den Meldungen jede Woche bis zu allen Pflichten einmal im Jahr. Jede lässt sich ändern oder abschalten.',
  ],
  begin: (count) => (count === 1 ? 'Mit einer vorgeschlagenen Prüfung beginnen' : `Mit ${count} Prüfungen beginnen`),
  planned: 'Prüfungen, die dringendste zuerst',
  onDay: (day) => `fällig am ${day}`,
  overdue: (day) => `überfällig seit ${day}`,
  dueToday: 'heute fällig',
  every: (days) =>
    days === 1
      ? 'täglich'
      : days === 7
        ? 'wöchentlich'
        : days === 365
          ? 'einmal im Jahr'
          : days === 30
            ? 'monatlich'
            : days === 91
              ? 'vierteljährlich'
              : `alle ${days} Tage`,
  nobody: 'niemand benannt',
  gone: (name) => `${name} (ausgeschieden)`,
  how: 'Wie geprüft wird, und frühere Ergebnisse',
  keep: (words) => `Als Nachweis aufbewahren: ${words}`,
  never: 'Noch nicht gemacht.',
  last: (result, day, who) => `${result} am ${day}, ${who}`,
  files: (count) => (count === 1 ? '1 Datei als Nachweis' : `${count} Dateien als Nachweis`),
  earlier: 'Neueste Ergebnisse',
  results: { fine: 'in Ordnung', findings: 'mit Mängeln', 'could-not': 'nicht möglich' },
  change: (title) => `Ändern: ${title}`,
  changeShort: 'Ändern',
  off: 'Nicht im Programm',
  offLead:
    'Vorgeschlagene Prüfungen, die Sie nicht aufgenommen haben, und abgeschaltete. Ihre Ergebnisse bleiben aufbewahrt.',
  takeIn: (title) => `Aufnehmen: ${title}`,
  takeInShort: 'Aufnehmen …',
  findings: 'Offene Mängel',
  noFindings: 'Kein Mangel ist offen.',
  findingOf: (check, who) => `Aus „${check}“, zuständig: ${who}`,
  severities: { low: 'gering', middle: 'mittel', high: 'hoch' },
  severityOf: (severity) => `Schwere: ${severity}`,
  close: (words) => `Abschließen: ${words}`,
  closeShort: 'Abschließen …',
  closeTitle: 'Mangel abschließen',
  closing: 'Was getan wurde',
  closingNeeded: 'Bitte sagen Sie in ein paar Worten, was getan wurde.',
  closeSave: 'Abschließen',
  form: {
    recordTitle: 'Prüfung eintragen',
    check: 'Prüfung',
    on: 'Gemacht am',
    result: 'Ergebnis',
    resultChoices: {
      fine: 'Alles war in Ordnung',
      findings: 'Etwas wurde gefunden',
      'could-not': 'Sie war nicht möglich',
    },
    words: 'In Ihren Worten',
    wordsHelp: 'Einträge bleiben für immer: Nennen Sie Kunden nur mit ihrer Nummer.',
    wordsNeeded: 'Bitte sagen Sie, warum sie nicht möglich war.',
    evidence: 'Nachweise',
    evidenceHelp: 'Dateien, die unter „Nachweise“ aufbewahrt sind.',
    finding: (number) => `Mangel ${number}`,
    findingWords: 'Was gefunden wurde',
    findingNeeded: 'Bitte sagen Sie, was gefunden wurde.',
    severity: 'Schwere',
    responsible: 'Wer ihn behebt',
    dueOn: 'Zu beheben bis',
    another: 'Noch ein Mangel',
    less: (number) => `Mangel ${number} entfernen`,
    saveRecord: 'Eintrag aufbewahren',
    addTitle: 'Eigene Prüfung hinzufügen',
    changeTitle: 'Prüfung ändern',
    title: 'Was geprüft wird',
    titleNeeded: 'Bitte sagen Sie, was geprüft wird.',
    how: 'Wie geprüft wird',
    isOn: 'Im Programm',
    everyDays: 'Tage von einer Prüfung zur nächsten',
    everyDaysNeeded: 'Bitte geben Sie eine ganze Zahl von 1 bis 1100 an.',
    firstOn: 'Zuerst fällig am',
    firstOnHelp: 'Vor diesem Tag ist sie nie fällig.',
    dayNeeded: 'Bitte geben Sie einen Tag an.',
    who: 'Zuständig',
    nobody: 'noch niemand',
    save: 'Speichern',
    cancel: 'Abbrechen',
    closeDialog: 'Schließen',
  },
};
