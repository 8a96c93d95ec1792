/** Words about the law in use and its deadlines, in German. */
import type { law as english } from '../en/law';

export const law: typeof english = {
  title: 'Fristen',
  lead: 'Wählen Sie, was geschah, wo und wann. Steward berechnet den Tag und zeigt jeden Schritt mit seiner Quelle.',
  clock: 'Frist',
  place: 'Ort',
  start: (what) => `Tag: ${what}`,
  time: 'Uhrzeit, falls nötig',
  facts: 'Mehr zum Fall',
  factsLead: 'Lassen Sie leer, was nicht geschah.',
  yes: 'Ja',
  no: 'Nein',
  unanswered: '–',
  answer: 'Die Antwort',
  purposes: {
    deadline: 'Erledigen bis',
    'not-before': 'Nicht vor',
    'retain-until': 'Aufbewahren bis',
    'hold-until': 'Warten bis',
    'allowed-through': 'Erlaubt bis',
  },
  safe: 'Zur Sicherheit bis',
  states: {
    due: '',
    'no-duty': 'Eine solche Pflicht gibt es hier nicht.',
    'no-number': 'Es gibt eine Pflicht, aber das Gesetz nennt keine Zahl von Tagen: ohne unangemessene Verzögerung.',
    waiting: 'Die Frist hat noch nicht begonnen oder ruht.',
  },
  because: 'Weil',
  source: 'Quelle',
  edition: (edition) => `Berechnet nach ${edition}.`,
  choose: 'Wählen Sie Frist, Ort und Tag.',
  packs: 'Das Recht, mit dem gerechnet wird',
  packsLead:
    'Jedes Paket ist eine unterschriebene Fassung eines Gesetzes. Nichts wird abgerufen; neue Fassungen kommen als Datei.',
  install: 'Neuere Fassung aus einer Datei einspielen',
  installed: (edition, before, changes) =>
    `${edition} ersetzt ${before}: ${changes === 1 ? '1 Änderung' : `${changes} Änderungen`}.`,
  headers: { law: 'Gesetz', edition: 'Fassung', obligations: 'Pflichten', clocks: 'Fristen', review: 'Prüfung' },
  notReviewed: 'Nicht anwaltlich geprüft',
  reviewed: (by, on) => `Geprüft von ${by}, ${on}`,
  refused: 'Diese Fassungen wurden abgelehnt; die letzte gute wird benutzt.',
  openPoints: 'Was in dieser Fassung noch offen ist',
  changes: { added: 'neu', removed: 'entfallen', changed: 'geändert' },
};
