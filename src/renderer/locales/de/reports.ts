/** Words of the page What we hold, in German. */
import { holdingsWords } from '#shared/domains/reports/words';
import type { reports as english } from '../en/reports';

export const reports: typeof english = {
  holdings: holdingsWords.de,
  lead: 'Jedes Feld, in dem etwas über eine Person stehen kann: bei wie vielen, wozu, auf welcher Grundlage und wie lange.',
  fieldsPage: 'Wozu die Felder dienen',
  export: 'Bericht sichern',
  exported: (fields, people, file) =>
    `${fields} Felder von ${people} nach ${file} geschrieben, wieder geöffnet und gezählt.`,
  counted: (at) => `Gezählt ${at}.`,
  basisMeans: {
    consent: 'die Person hat zugestimmt und kann das zurücknehmen',
    contract: 'nötig für das, was die Person bestellt oder angefragt hat',
    'legal-obligation': 'ein Gesetz verlangt, dass es aufbewahrt wird',
    'vital-interests': 'Leben oder Gesundheit eines Menschen hängt davon ab',
    'public-task': 'eine Aufgabe im öffentlichen Interesse',
    'legitimate-interests': 'der Betrieb hat einen guten Grund, der nicht weniger wiegt als die Belange der Person',
  },
  kept: (rule) => `Verbleib: ${rule}`,
  others: (count) => (count === 1 ? 'eines mehr' : `${count} weitere`),
  unused: 'bei niemandem gefüllt',
  showUnused: (count) => (count === 1 ? 'Ein leeres Feld zeigen' : `${count} leere Felder zeigen`),
  hideUnused: 'Leere Felder verbergen',
  none: 'Es ist noch nichts gespeichert',
  noneLines: ['Sobald Kunden im Speicher sind, zeigt diese Seite, was Sie über sie speichern und wozu.'],
  goTo: { quarantine: 'Berichtigen', duplicates: 'Entscheiden', fields: 'Felder ansehen' },
  import: 'Kundenliste importieren',
};
