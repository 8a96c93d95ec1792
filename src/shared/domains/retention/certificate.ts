/** The certificate of a removal, as a paper. */
import { namesIn } from '#shared/domains/fields/defaults';
import type { Paper } from '#shared/papers/paper';
import type { RetentionRun } from './model';
import { certificateWords, periodWords } from './words';

export function certificatePaper(
  run: RetentionRun,
  language: 'en' | 'de',
  { footer, checkpoint }: { readonly footer: string; readonly checkpoint: string | null },
): Paper {
  const w = certificateWords[language];
  const named = namesIn(language);
  return {
    language,
    title: w.title,
    subtitle: run.id,
    blocks: [
      { kind: 'paragraph', text: w.lead },
      {
        kind: 'figures',
        items: [
          { value: run.removed.toLocaleString(language), label: w.removed, marked: false },
          { value: run.stayed.toLocaleString(language), label: w.stayed, marked: false },
        ],
      },
      {
        kind: 'definitions',
        rows: [
          [w.when, run.at],
          [w.day, run.today],
          [w.by, run.by],
        ],
      },
      { kind: 'heading', text: w.rules },
      {
        kind: 'table',
        name: w.rules,
        headers: [...w.headers],
        rows: run.rules.map(({ class: id, name, period }) => [
          named(id, name),
          periodWords[language](period),
          period.because,
        ]),
        numbers: [],
        widths: [3, 2, 4],
      },
      { kind: 'heading', text: w.gone },
      { kind: 'paragraph', text: w.goneText },
      { kind: 'facts', rows: [[w.digest, run.digest]] },
      { kind: 'note', text: w.not },
      { kind: 'signatures', lines: [w.by, w.approved] },
    ],
    footer,
    checkpoint,
    day: run.today,
  };
}
