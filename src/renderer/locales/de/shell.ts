/** The frame's own words in German. */
import type { shell as english } from '../en/shell';

export const shell: typeof english = {
  name: 'Steward',
  skip: 'Zum Seiteninhalt springen',
  navigation: 'Seiten',
  pages: {
    today: 'Heute',
    customers: 'Kunden',
    imports: 'Importieren',
    reports: 'Was wir speichern',
    applicability: 'Welche Gesetze gelten',
    obligations: 'Pflichten',
    evidence: 'Nachweise',
    law: 'Fristen',
    access: 'Personen und Rechte',
    approvals: 'Genehmigungen',
    watching: 'Auffälliges',
    trail: 'Prüfprotokoll',
    keys: 'Schlüssel',
    settings: 'Einstellungen',
  },
  groups: { people: 'Personen', duties: 'Pflichten', house: 'Haus' },
  lock: 'Sperren',
  colours: 'Hell oder dunkel',
  light: 'Hell',
  dark: 'Dunkel',
  system: 'Wie das System',
  loading: 'Einen Augenblick …',
  notFound: 'Diese Seite gibt es nicht.',
  toHome: 'Zum Start',
  close: 'Schließen',
};
