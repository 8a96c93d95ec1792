/** What changed between two editions of one regulation, name by name, for the view "what changed for you". */
import type { Pack } from './pack';

const comparedParts = [
  'obligations',
  'clocks',
  'values',
  'checklists',
  'letters',
  'questionnaire',
  'authorities',
  'severity',
] as const;

export type EditionChange = {
  readonly part: (typeof comparedParts)[number];
  readonly name: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Which fields differ, of a changed one. */
  readonly fields: readonly string[];
};

/** In the order of the parts, then of the newer edition; what was removed comes last. Nothing for equal editions. */
export function changesBetween(before: Pack, after: Pack): readonly EditionChange[] {
  return comparedParts.flatMap((part) => {
    const old = new Map<string, object>(before[part].map((one) => [one.name, one]));
    const now = new Map<string, object>(after[part].map((one) => [one.name, one]));
    const changes: EditionChange[] = [];
    for (const [name, value] of now) {
      const previous = old.get(name);
      if (!previous) changes.push({ part, name, change: 'added', fields: [] });
      else {
        const fields = differingFields(previous, value);
        if (fields.length > 0) changes.push({ part, name, change: 'changed', fields });
      }
    }
    for (const name of old.keys()) if (!now.has(name)) changes.push({ part, name, change: 'removed', fields: [] });
    return changes;
  });
}

/** Both come out of the same schema, so equal values have their keys in the same order. */
function differingFields(before: object, after: object): string[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (key) => JSON.stringify(old.get(key)) !== JSON.stringify(now.get(key)),
  );
}
