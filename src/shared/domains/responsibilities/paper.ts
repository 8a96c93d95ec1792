/** The table of responsibilities as a paper. */
import type { Language } from '#shared/content/words';
import type { Paper } from '#shared/papers/paper';
import type { Responsibilities } from './model';

const words = {
  en: {
    title: 'Who looks after what',
    lead: 'For each area one person answers (A), one does the work (R) and one stands in when the first is away. Others are asked before something changes (C) or told afterwards (I).',
    headers: ['Area', 'Answers (A)', 'Does it (R)', 'Stands in', 'Asked (C)', 'Told (I)'],
    nobody: 'nobody yet',
    left: (name: string) => `${name} (left)`,
    duties: 'What each area means',
  },
  de: {
    title: 'Wer für was zuständig ist',
    lead: 'Für jeden Bereich steht eine Person ein (A), eine erledigt die Arbeit (R), und eine vertritt, wenn die erste fehlt. Andere werden gefragt, bevor sich etwas ändert (C), oder danach informiert (I).',
    headers: ['Bereich', 'Steht ein (A)', 'Erledigt (R)', 'Vertritt', 'Gefragt (C)', 'Informiert (I)'],
    nobody: 'noch niemand',
    left: (name: string) => `${name} (nicht mehr da)`,
    duties: 'Was jeder Bereich bedeutet',
  },
} as const;

export function responsibilitiesPaper(
  { areas, people }: Responsibilities,
  language: Language,
  more: Pick<Paper, 'subtitle' | 'footer' | 'checkpoint' | 'day'>,
): Paper {
  const w = words[language];
  const nameOf = (id: string): string => {
    const person = people.find((one) => one.id === id);
    return person === undefined ? id : person.active ? person.name : w.left(person.name);
  };
  const one = (id: string | null, otherwise: string): string => (id === null ? otherwise : nameOf(id));
  return {
    language,
    title: w.title,
    blocks: [
      { kind: 'paragraph', text: w.lead },
      {
        kind: 'table',
        name: w.title,
        headers: w.headers,
        rows: areas.map(({ title, accountable, responsible, deputy, consulted, informed }) => [
          title,
          one(accountable, w.nobody),
          one(responsible ?? accountable, w.nobody),
          one(deputy, '–'),
          consulted.map(nameOf).join(', ') || '–',
          informed.map(nameOf).join(', ') || '–',
        ]),
        numbers: [],
        widths: [3, 2, 2, 2, 2, 2],
      },
      { kind: 'heading', text: w.duties },
      { kind: 'definitions', rows: areas.map(({ title, duties }) => [title, duties] as const) },
    ],
    ...more,
  };
}
