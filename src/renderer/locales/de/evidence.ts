/** Words about evidence in German. */
import type { evidence as english } from '../en/evidence';

export const evidence: typeof english = {
  title: 'Nachweise',
  lead: 'Dateien, die etwas zeigen: ein unterschriebener Vertrag, eine Schulungsliste, ein Prüfbericht. Verschlüsselt im Tresor.',
  add: 'Datei hinzufügen',
  adding: 'Wird gelesen und verschlüsselt …',
  none: 'Noch keine Nachweise',
  noneLines: [
    'Fügen Sie PDF, Bilder, Word, Excel, Text, CSV oder E-Mails hinzu. Jede Datei wird am Inhalt erkannt; was nicht ist, was es zu sein vorgibt, wird abgelehnt.',
    'Eine Datei kann mehreren Pflichten dienen und kann ablaufen.',
  ],
  headers: {
    title: 'Was',
    kind: 'Art',
    added: 'Hinzugefügt',
    expires: 'Bis',
    for: 'Für',
    actions: 'Aktionen',
    file: 'Datei',
    size: 'Größe',
    digest: 'Prüfsumme',
    copy: 'Kopie',
  },
  never: 'ohne Ende',
  expired: 'abgelaufen',
  for: (count) => (count === 0 ? 'noch nichts' : `${count}`),
  edit: 'Ändern',
  export: 'Kopie sichern',
  revise: 'Neue Fassung',
  revisions: 'Alle Fassungen',
  hasEarlier: 'Frühere Fassungen',
  revisionsTitle: (title) => `Alle Fassungen von „${title}“`,
  revisionsLead: (count) =>
    count === 1
      ? 'Es gibt eine Fassung. „Neue Fassung“ setzt eine andere an ihre Stelle; diese bleibt hier.'
      : `${count} Fassungen, die neueste zuerst. Die neueste zählt; die anderen bleiben, wie sie waren.`,
  counts: 'gilt jetzt',
  addedBy: (moment, who) => `${moment}, von ${who}`,
  bytes: (count) => `${count} Byte`,
  copyOf: (file, moment) => `Kopie sichern: ${file} vom ${moment}`,
  close: 'Schließen',
  nowSays: 'Was jetzt dort steht',
  nowState: (names, until) =>
    `Nachweis für: ${names.length === 0 ? 'nichts' : names.join(', ')}. Gültig bis: ${until}.`,
  saveMine: 'Durch meine Fassung ersetzen',
  remove: 'Entfernen',
  check: 'Alle Dateien prüfen',
  checked: (checked, damaged) =>
    damaged === 0
      ? `${checked === 1 ? '1 Datei wurde gelesen und ist' : `${checked} Dateien wurden gelesen und sind`} unversehrt.`
      : `${damaged} von ${checked} Dateien sind beschädigt oder fehlen. Stellen Sie sie aus einer Sicherung wieder her.`,
  copied: (file) => `Nach ${file} kopiert. Diese Kopie ist nicht verschlüsselt.`,
  editTitle: 'Was es zeigt',
  until: 'Gültig bis (leer: ohne Ende)',
  targets: 'Nachweis für',
  targetsHelp: 'Wählen Sie Maßnahmen oder Pflichten.',
  measuresGroup: 'Maßnahmen',
  obligationsGroup: 'Pflichten',
  save: 'Speichern',
  cancel: 'Abbrechen',
  removeTitle: (title) => `„${title}“ entfernen?`,
  removeLead:
    'Die Datei verlässt den Tresor und lässt sich nicht zurückholen. Das Prüfprotokoll behält, dass es sie gab.',
};
