/** The list of everything documents know: a domain with facts adds its line here. */
import type { Facts, FactWords } from '#shared/domains/documents/facts';
import { businessSource } from './business-facts';
import type { FactAsk, FactSource } from './fact-source';
import { heldSource } from './held-facts';
import { peopleSource } from './people-facts';
import { recordSource } from './record-facts';

export const factSources: readonly FactSource[] = [businessSource, heldSource, recordSource, peopleSource];

export const factWords: FactWords = Object.assign({}, ...factSources.map(({ words }) => words)) as FactWords;

export async function readFacts(ask: FactAsk): Promise<Facts> {
  const all: Facts[] = [];
  // One after the other: they share one reading connection anyway.
  for (const source of factSources) all.push(await source.read(ask));
  return Object.assign({}, ...all) as Facts;
}
