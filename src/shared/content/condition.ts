/** Whether a condition of a template holds, from what the laws say today and which facts are known. */
import type { Condition } from './template';

/** Names such as `gdpr` and `gdpr:dpo` that hold, and those that a question still decides. `always` holds. */
export type Standing = { readonly yes: ReadonlySet<string>; readonly open: ReadonlySet<string> };

export type Holding = 'yes' | 'no' | 'open';

/** `open` when a question that is not answered yet decides it. */
export function holds(when: Condition | undefined, standing: Standing, isFact: (name: string) => boolean): Holding {
  if (when === undefined) return 'yes';
  const one = (name: string): Holding => {
    if (name.startsWith('!')) return opposite[one(name.slice(1))];
    if (name.startsWith('fact:')) return isFact(name.slice('fact:'.length)) ? 'yes' : 'no';
    return standing.yes.has(name) ? 'yes' : standing.open.has(name) ? 'open' : 'no';
  };
  const groups = when.map((group): Holding => {
    const all = group.map(one);
    return all.includes('no') ? 'no' : all.includes('open') ? 'open' : 'yes';
  });
  return groups.includes('yes') ? 'yes' : groups.includes('open') ? 'open' : 'no';
}

const opposite = { yes: 'no', no: 'yes', open: 'open' } as const;

/** The facts a condition asks for. */
export const factsIn = (when: Condition | undefined): string[] =>
  (when ?? []).flat().flatMap((name) => /^!?fact:(.+)$/.exec(name)?.[1] ?? []);
