/** Words of the settings in German. */
import type { settings as english } from '../en/settings';

export const settings: typeof english = {
  title: 'Einstellungen',
  lead: 'Wenige, weil das meiste einfach stimmen soll.',
  look: 'Sprache und Aussehen',
  language: 'Sprache',
  colours: 'Farben',
  light: 'Hell',
  dark: 'Dunkel',
  system: 'Wie das System',
  lock: 'Sperren',
  idle: 'Sperren, wenn niemand den Computer berührt hat, nach',
  minutes: (minutes) => (minutes === 1 ? '1 Minute' : minutes === 60 ? '1 Stunde' : `${minutes} Minuten`),
  alsoLocks: 'Der Tresor sperrt sich auch, wenn der Computer schläft oder sein Bildschirm gesperrt wird.',
  vault: 'Dieser Tresor',
  folder: 'Ordner',
  id: 'Nummer',
  version: 'Steward',
  limits: 'Was Verschlüsselung nicht leistet',
  limitsLines: [
    'Wer die Passphrase dieses Tresors hat, sieht alles darin.',
    'Solange er offen ist, können Programme unter Ihrem Konto lesen, was Sie lesen können.',
    'Wer den Schlüssel und eine Kopie hatte, behält, was in der Kopie war.',
  ],
};
