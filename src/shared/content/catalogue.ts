/** Looks things up in the packs by their stable names, both ways: what times an obligation, what satisfies several laws at once, who is in charge where. */
import { type CitationIn, createCitations } from './citations';
import type { Clock } from './clock-data';
import type { Authority, Checklist, DatedValue, Letter, Obligation, Pack } from './pack';

export type CataloguedObligation = Obligation & {
  readonly regulation: string;
  /** `gdpr/2026-11-24.1`, as records keep it. */
  readonly edition: string;
  readonly clocks: readonly string[];
  readonly checklists: readonly string[];
  readonly letters: readonly string[];
};

export interface Catalogue {
  readonly obligations: readonly CataloguedObligation[];
  readonly obligation: (name: string) => CataloguedObligation | undefined;
  readonly clock: (name: string) => Clock | undefined;
  readonly checklist: (name: string) => Checklist | undefined;
  readonly letter: (name: string) => Letter | undefined;
  readonly citationIn: CitationIn;
  /** Measures such as `training`, and the obligations each one serves. */
  readonly measures: ReadonlyMap<string, readonly string[]>;
  /** Authorities of exactly this place, then of the place it is a part of (`DE-BY`, then `DE`). */
  readonly authoritiesAt: (place: string) => readonly Authority[];
  /** The value in force on the day (`YYYY-MM-DD`), or null. Proposed values are never in force. */
  readonly valueOn: (name: string, day: string) => DatedValue['values'][number] | null;
}

export function createCatalogue(packs: readonly Pack[]): Catalogue {
  const clocks = packs.flatMap((pack) => pack.clocks);
  const checklists = packs.flatMap((pack) => pack.checklists);
  const letters = packs.flatMap((pack) => pack.letters);
  const obligations = packs.flatMap(({ manifest, obligations: own }) =>
    own.map((obligation) => ({
      ...obligation,
      regulation: manifest.regulation,
      edition: `${manifest.regulation}/${manifest.edition}`,
      clocks: namesServing(clocks, obligation.name),
      checklists: namesServing(checklists, obligation.name),
      letters: namesServing(letters, obligation.name),
    })),
  );
  const measures = new Map<string, string[]>();
  for (const { name, measures: own } of obligations) {
    for (const measure of own) measures.set(measure, [...(measures.get(measure) ?? []), name]);
  }
  const byName = <T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
    new Map(all.map((one) => [one.name, one]));
  const [obligationsByName, clocksByName] = [byName(obligations), byName(clocks)];
  const [checklistsByName, lettersByName] = [byName(checklists), byName(letters)];
  const values = byName(packs.flatMap((pack) => pack.values));
  const authorities = packs.flatMap((pack) => pack.authorities);
  return {
    obligations,
    measures,
    citationIn: createCitations(packs),
    obligation: (name) => obligationsByName.get(name),
    clock: (name) => clocksByName.get(name),
    checklist: (name) => checklistsByName.get(name),
    letter: (name) => lettersByName.get(name),
    authoritiesAt: (place) => {
      const whole = place.split('-')[0];
      return [
        ...authorities.filter((one) => one.place === place),
        ...authorities.filter((one) => one.place === whole && place !== whole),
      ];
    },
    valueOn: (name, day) => {
      const value = values.get(name);
      if (!value || value.law.status === 'proposed') return null;
      return value.values.find(({ from, until }) => (from ?? '') <= day && (until === null || day < until)) ?? null;
    },
  };
}

function namesServing(
  all: readonly { readonly name: string; readonly obligations: readonly string[] }[],
  obligation: string,
): string[] {
  return all.filter(({ obligations }) => obligations.includes(obligation)).map(({ name }) => name);
}
