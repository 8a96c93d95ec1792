/** The few words the engine itself puts on a paper. */
import type { PaperLanguage } from './paper';

export const paperWords: Readonly<Record<PaperLanguage, { page: string; ticked: string; open: string; note: string }>> =
  {
    en: { page: 'Page', ticked: 'ticked', open: 'not ticked', note: 'Note' },
    de: { page: 'Seite', ticked: 'angekreuzt', open: 'nicht angekreuzt', note: 'Hinweis' },
    fr: { page: 'Page', ticked: 'cochée', open: 'non cochée', note: 'Remarque' },
    es: { page: 'Página', ticked: 'marcada', open: 'sin marcar', note: 'Nota' },
  };
