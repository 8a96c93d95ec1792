/**
 * Two people changed one record: what each of them did is kept. A field only the other changed is taken over, a field
 * both changed differently is put to the person at the form, and until they say otherwise their own text stays.
 */
import { boxNames, boxOf, type FormValues, withBox } from './form-values';

export type Meeting = {
  /** Mine, with what only the other changed. */
  readonly values: FormValues;
  /** Fields taken over from the other. */
  readonly taken: readonly string[];
  /** Fields both changed, to different values. */
  readonly contested: readonly string[];
};

export function meet(base: FormValues, mine: FormValues, theirs: FormValues): Meeting {
  const names = new Set([...boxNames(base), ...boxNames(mine), ...boxNames(theirs)]);
  const taken: string[] = [];
  const contested: string[] = [];
  let values = mine;
  for (const name of names) {
    const [was, my, their] = [boxOf(base, name), boxOf(mine, name), boxOf(theirs, name)];
    if (their === was || their === my) continue;
    if (my === was) {
      values = withBox(values, name, theirs);
      taken.push(name);
    } else contested.push(name);
  }
  return { values, taken, contested };
}
