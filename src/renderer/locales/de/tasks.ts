/** Long tasks by name, in German. */
import type { enTasks } from '../en/tasks';

export const deTasks: typeof enTasks = {
  strip: 'Läuft noch',
  names: {
    'applicability.memo': 'Aktennotiz schreiben',
    'customers.export': 'Kunden exportieren',
    'customers.findDuplicates': 'Dubletten suchen',
    'evidence.add': 'Nachweis ablegen',
    'evidence.check': 'Nachweise prüfen',
    'evidence.export': 'Kopie eines Nachweises speichern',
    'evidence.remove': 'Nachweis entfernen',
    'imports.run': 'Kunden importieren',
    'imports.undo': 'Import zurücknehmen',
    'law.install': 'Neue Ausgabe des Rechts einlesen',
    'reports.exportHoldings': 'Bericht schreiben',
    'today.calendar': 'Kalender schreiben',
    'trail.anchorSheet': 'Ankerblatt wird erstellt',
    'trail.saveCheckpoint': 'Prüfpunkt wird gesichert',
    'trail.saveProof': 'Beweis wird gesichert',
    'vault.saveKit': 'Notfallblatt speichern',
  },
  other: 'In Arbeit',
  units: {
    rows: (done) => `${done} Zeilen`,
    bytes: (done) => `${done} Bytes`,
    pages: (done) => `${done} Seiten`,
    steps: (done) => `${done} Schritte`,
  },
  stop: (name) => `Anhalten: ${name}`,
  stopShort: 'Anhalten',
  stopping: 'Wird angehalten …',
  finished: (name) => `Fertig: ${name}`,
  close: 'Diese Meldung schließen',
};
