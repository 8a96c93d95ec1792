/** The year and a review on paper. */
import type { Language } from '#shared/content/words';
import type { Block, Paper } from '#shared/papers/paper';
import type { Review, Year, YearItem } from './model';
import { byMonth } from './rules';
import { programmeWords } from './words';

const dayIn = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
const monthIn = (language: Language, month: string): string =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  );

export function yearPaper(
  year: Pick<Year, 'today' | 'until' | 'items' | 'slipped'>,
  language: Language,
  footer: string,
): Paper {
  const w = programmeWords[language];
  const table = (name: string, items: readonly YearItem[]): Block => ({
    kind: 'table',
    name,
    headers: w.headers,
    rows: items.map(({ on, title, owner }) => [on, title, owner ?? w.nobody]),
    numbers: [],
    widths: [1.5, 6, 2],
  });
  return {
    language,
    title: w.year,
    subtitle: w.yearLead(dayIn(language, year.today), dayIn(language, year.until)),
    blocks: [
      { kind: 'heading', text: w.slipped },
      year.slipped.length === 0 ? { kind: 'paragraph', text: w.nothingSlipped } : table(w.slipped, year.slipped),
      ...byMonth(year.items).flatMap(({ month, items }): Block[] => {
        const name = monthIn(language, month);
        return [{ kind: 'heading', text: name }, table(name, items)];
      }),
    ],
    footer,
    checkpoint: null,
    day: year.today,
  };
}

export function reviewPaper(review: Review, language: Language, storeId: string): Paper {
  const w = programmeWords[language];
  const { obligations, risks, training, slipped } = review.figures;
  const values = [
    obligations.apply,
    obligations.shown,
    obligations.notStarted + obligations.runOut,
    slipped,
    risks.open,
    risks.grave,
    training.overdue,
  ];
  return {
    language,
    title: w.review,
    subtitle: w.heldOn(dayIn(language, review.heldOn)),
    blocks: [
      {
        kind: 'figures',
        items: values.map((value, at) => ({
          value: String(value),
          label: w.figures[at] ?? '',
          marked: at >= 2 && at !== 4 && value > 0,
        })),
      },
      {
        kind: 'definitions',
        rows: [
          [w.present, review.present],
          [w.looked, review.looked === '' ? w.none : review.looked],
          [w.decided, review.decided],
          [w.nextOn, dayIn(language, review.nextOn)],
        ],
      },
      { kind: 'heading', text: w.signature },
      {
        kind: 'facts',
        rows: [
          [w.signed, review.digest],
          [w.key, review.publicKey],
          [w.sign, review.signature],
        ],
      },
    ],
    footer: review.id,
    checkpoint: `STEWARD REVIEW ${storeId} ${review.digest}`,
    day: review.heldOn,
  };
}
