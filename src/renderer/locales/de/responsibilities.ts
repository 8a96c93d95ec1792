/** Wörter der Seite über Zuständigkeiten auf Deutsch. */
import type { responsibilities as english } from '../en/responsibilities';

export const responsibilities: typeof english = {
  title: 'Wer für was zuständig ist',
  lead: 'Für jeden Bereich steht eine Person ein, eine erledigt die Arbeit und eine vertritt. Geht jemand, zeigt sich die Lücke hier und unter „Heute“.',
  headers: [
    'Bereich',
    'Steht ein (A)',
    'Erledigt (R)',
    'Vertritt',
    'Vorher gefragt (C)',
    'Danach informiert (I)',
    'Ändern',
  ],
  save: 'Speichern als …',
  written: (file) => `In ${file} geschrieben und wieder gelesen.`,
  left: (name) => `${name} (nicht mehr da)`,
  nobody: 'niemand',
  assign: 'Benennen',
  assignOne: (area) => `Benennen, wer zuständig ist: ${area}`,
  gaps: {
    nobody: 'Niemand ist benannt.',
    left: 'Wer einsteht, ist nicht mehr da.',
    'no-deputy': 'Niemand vertritt.',
    'deputy-left': 'Wer vertritt, ist nicht mehr da.',
    'same-person': 'Niemand kann sich selbst vertreten.',
    'others-left': 'Eine weitere benannte Person ist nicht mehr da.',
  },
  roles: {
    accountable: 'Steht ein (A)',
    responsible: 'Erledigt die Arbeit (R)',
    deputy: 'Vertritt',
    consulted: 'Wird gefragt, bevor sich etwas ändert (C)',
    informed: 'Wird danach informiert (I)',
  },
  roleHelp: {
    accountable: 'Eine Person, die entscheidet und gefragt wird.',
    responsible: 'Leer, wenn es dieselbe Person ist.',
    deputy: 'Wenn die erste fehlt oder krank ist.',
    consulted: '',
    informed: '',
  },
  keep: 'Speichern',
  cancel: 'Abbrechen',
  close: 'Schließen',
};
