/** Which of two facts holds does not depend on the order in which they are read. */
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { holding, isLater, type Spoken } from '#shared/domains/consents/rules';
import type { Day, Instant } from '#shared/kernel/time';

describe('the later of two', () => {
  const spoken = fc.record({
    on: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03') as fc.Arbitrary<Day>,
    recordedAt: fc.constantFrom('2026-02-01T00:00:00.000Z', '2026-02-02T00:00:00.000Z') as fc.Arbitrary<Instant>,
    said: fc.constantFrom('yes', 'no') as fc.Arbitrary<'yes' | 'no'>,
  });
  property.prop([fc.array(spoken, { minLength: 1, maxLength: 8 })])('is the same in any order', (facts) => {
    const key = (fact: Spoken | null): string => JSON.stringify(fact);
    expect(key(holding(facts.toReversed()))).toBe(key(holding(facts)));
    for (const fact of facts) expect(isLater(fact, holding(facts) as Spoken)).toBe(false);
  });
});
