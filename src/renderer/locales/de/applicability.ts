/** Words about which laws apply, in German. */
import type { applicability as english } from '../en/applicability';

export const applicability: typeof english = {
  title: 'Welche Gesetze gelten',
  lead: 'Einfache Fragen; jede Antwort lässt sich ändern. Sie entscheiden, welche Pflichten Sie sehen, immer mit dem Grund.',
  progress: (answered, left) =>
    `${answered === 0 ? 'Noch nichts beantwortet' : `${answered} beantwortet`}, ${left === 1 ? 'das ist fürs Erste die letzte' : `fürs Erste noch ${left}`}. Was am meisten entscheidet, kommt zuerst; hören Sie auf, wann Sie möchten.`,
  yes: 'Ja',
  no: 'Nein',
  several: 'Wählen Sie alles, was zutrifft',
  severalHelp: 'Tippen Sie ein paar Buchstaben, um etwas zu finden.',
  noneOfThem: 'Nichts davon',
  held: (names) => `Schon gewählt, weil in Ihrem Kundenspeicher Menschen von dort sind: ${names.join(', ')}.`,
  heldIn: (name, people) => `${name} (${people.toLocaleString('de')})`,
  nothingChosen: 'nichts davon',
  notKnown: 'Noch nicht bekannt',
  notKnownLead: 'Das bleibt offen, und was davon abhängt, ist nicht entschieden. Antworten Sie, sobald Sie es wissen.',
  answerNow: 'Antworten',
  skip: 'Weiß ich noch nicht',
  number: 'Eine Zahl',
  save: 'Antworten',
  done: 'Alle Fragen, auf die es ankommt, sind beantwortet.',
  doneLead:
    'Ändern Sie unten eine Antwort, wenn sich etwas ändert. Steward fragt wieder, wenn der Kundenspeicher zeigt, dass eine Antwort nicht mehr stimmen könnte.',
  decisions: 'Was daraus folgt',
  applies: { yes: 'Gilt', no: 'Gilt nicht', open: 'Noch nicht entschieden' },
  counts: (yes, open) =>
    `${yes === 1 ? '1 Pflicht gilt' : `${yes} Pflichten gelten`}${open > 0 ? `, ${open} nicht entschieden` : ''}`,
  because: 'Weil',
  answers: 'Ihre Antworten',
  answered: (day) => `beantwortet ${day}`,
  change: 'Ändern',
  again: (people) =>
    `Bitte noch einmal ansehen: Im Kundenspeicher sind dort jetzt ${people.toLocaleString('de')} Personen.`,
  memo: 'Als unterschriebenen Vermerk sichern (PDF)',
  memoJson: 'Vermerk als Daten (JSON)',
  memoDone: (file, digest) =>
    `Nach ${file} gesichert und wieder geöffnet. Die Prüfsumme ${digest.slice(0, 16)}… steht im Prüfprotokoll.`,
  notAdvice: 'Das informiert; es ist keine Rechtsberatung und wurde nicht anwaltlich geprüft.',
};
