/** Words about fields and purposes in German. */
import type { fields as english } from '../en/fields';

export const fields: typeof english = {
  title: 'Wozu die Felder dienen',
  lead: 'Jedes Feld hat einen Zweck, einen Schutzbedarf und eine Frist, nach der es gelöscht wird. Ein Feld ohne Zweck gibt es nicht.',
  back: 'Was wir speichern',
  add: 'Feld hinzufügen',
  purposes: 'Zwecke',
  purposesLead: 'Ein Zweck sagt, warum Sie Daten benutzen und auf welcher Rechtsgrundlage.',
  addPurpose: 'Zweck hinzufügen',
  change: 'Ändern',
  headers: { field: 'Feld', purpose: 'Zweck', basis: 'Rechtsgrundlage', sensitivity: 'Schutzbedarf', retention: 'Aufbewahrung', actions: 'Aktionen' },
  own: 'eigenes',
  label: 'Name des Feldes',
  kind: 'Was darin steht',
  kinds: { text: 'Eine Zeile Text', 'long-text': 'Mehrere Zeilen', day: 'Ein Tag', number: 'Eine Zahl' },
  purpose: 'Wozu es dient',
  choosePurpose: 'Zweck wählen',
  sensitivity: 'Schutzbedarf',
  sensitivityHelp: 'Gesundheit, Religion, Politik, Herkunft, Sexualität, Gene und Biometrie sind besondere Kategorien.',
  retention: 'Wie lange es bleibt',
  purposeName: 'In wenigen Worten',
  basis: 'Rechtsgrundlage',
  save: 'Speichern',
  cancel: 'Abbrechen',
  needed: 'Bitte ausfüllen.',
  editTitle: (label) => `Wozu „${label}“ dient`,
};
