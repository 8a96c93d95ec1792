/** The 5 × 5 picture as plain SVG: numbers of risks in their fields; the words beside it say the same. */
import type { Level, Risk } from './model';
import { levelOf } from './rules';
import type { RiskWords } from './words';

const size = 60;
const margin = 46;
/** Dark on light in every field, so that the number can be read in print, too. */
export const levelColours: Readonly<Record<Level, string>> = {
  low: '#dcebe1',
  middle: '#f3e9c4',
  high: '#f4cfb2',
  'very-high': '#e9a79b',
};

const text = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const steps = [1, 2, 3, 4, 5];
const whole = margin + 5 * size + 10;
type Placed = Pick<Risk, 'likelihood' | 'impact'>;
type Words = Pick<RiskWords, 'likelihood' | 'impact'>;

export const matrixSize = { width: whole, height: whole + 12 };

/** The fields with how many risks are in each, as they are drawn: likelihood upwards, impact to the right. */
export const matrixFields = (risks: readonly Placed[]) =>
  steps.flatMap((row) =>
    steps.map((column) => ({
      key: `${row} ${column}`,
      x: margin + (column - 1) * size,
      y: 10 + (5 - row) * size,
      size,
      fill: levelColours[levelOf(row, column)],
      count: risks.filter((risk) => risk.likelihood === row && risk.impact === column).length,
    })),
  );

/** Numbers and words at the two edges; `turn` is in degrees around their own place. */
export const matrixMarks = ({ likelihood, impact }: Words) => [
  ...steps.map((step) => ({
    words: String(step),
    x: margin - 12,
    y: 10 + (5 - step) * size + size / 2 + 5,
    fontSize: 13,
    turn: 0,
  })),
  ...steps.map((step) => ({
    words: String(step),
    x: margin + (step - 1) * size + size / 2,
    y: 10 + 5 * size + 18,
    fontSize: 13,
    turn: 0,
  })),
  { words: impact, x: margin + 2.5 * size, y: 10 + 5 * size + 38, fontSize: 14, turn: 0 },
  { words: likelihood, x: 14, y: 10 + 2.5 * size, fontSize: 14, turn: -90 },
];

export const matrixInk = '#1d2a23';

/** For paper; the page draws the same fields and marks itself. */
export function matrixSvg(risks: readonly Placed[], words: Words): string {
  const { width, height } = matrixSize;
  const fields = matrixFields(risks).map(
    ({ x, y, fill, count }) =>
      `<rect x="${x}" y="${y}" width="${size}" height="${size}" fill="${fill}" stroke="#ffffff"/>${
        count === 0 ? '' : letters(String(count), x + size / 2, y + size / 2 + 7, 20)
      }`,
  );
  const marks = matrixMarks(words).map(({ words: said, x, y, fontSize, turn }) =>
    letters(said, x, y, fontSize, turn === 0 ? '' : ` transform="rotate(${turn} ${x} ${y})"`),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${fields.join('')}${marks.join('')}</svg>`;
}

const letters = (words: string, x: number, y: number, fontSize: number, more = ''): string =>
  `<text x="${x}" y="${y}" font-size="${fontSize}" text-anchor="middle" fill="${matrixInk}"${more}>${text(words)}</text>`;
