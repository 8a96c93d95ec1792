/** What changes in the record, the register or the business marks every document that says it, and the new text says it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BusinessFacts } from '#shared/domains/business/model';
import { draftOf } from '#shared/domains/processing/rules';
import { testBench, type TestBench } from '#test/support/workbench';

let bench: TestBench;
beforeEach(async () => {
  bench = await testBench();
});
afterEach(() => bench.end());

const business: BusinessFacts = {
  name: 'Tischlerei Berg',
  street: 'Hafenstraße 3',
  postalCode: '24103',
  city: 'Kiel',
  region: '',
  country: 'DE',
  email: 'post@tischlerei-berg.example',
  phone: '0431 555 0100',
  website: '',
  trade: 'processing:craft',
  staff: 6,
  customersIn: ['DE'],
  contact: { name: 'Anna Berg', reach: 'anna@tischlerei-berg.example' },
  representative: null,
  officer: null,
};

async function notice() {
  const { made } = await bench.ask('documents', 'create', {
    templates: ['documents:privacy-notice' as never],
    language: 'de',
  });
  const id = made[0]?.id;
  if (id === undefined) throw new Error('the notice was made');
  const text = async () => JSON.stringify((await bench.ask('documents', 'version', { id, version: null })).sections);
  const outOfDate = async () => {
    const { documents } = await bench.ask('documents', 'overview', { language: 'de' });
    return documents.find((one) => one.id === id)?.outOfDate;
  };
  const renew = async () => {
    const { documents } = await bench.ask('documents', 'overview', { language: 'de' });
    const revision = documents.find((one) => one.id === id)?.revision ?? 0;
    await bench.ask('documents', 'bringUpToDate', { id, revision });
  };
  return { text, outOfDate, renew };
}

describe('documents', () => {
  it('say who the business is without being told a second time', async () => {
    await bench.ask('business', 'save', { revision: 0, facts: business });
    const { text } = await notice();
    for (const words of ['Tischlerei Berg', 'Hafenstraße 3, 24103 Kiel', '0431 555 0100'])
      expect(await text()).toContain(words);
  });

  it('are marked by a new vendor, a recipient, a purpose and a move, and say it when they are made anew', async () => {
    await bench.ask('business', 'save', { revision: 0, facts: business });
    const { text, outOfDate, renew } = await notice();
    expect(await outOfDate()).toBe(0);

    await bench.ask('vendors', 'add', {
      name: 'CloudBarn',
      reach: '',
      country: 'US',
      roles: ['processor'],
      does: 'Dateiablage',
      fields: [],
      clauses: {},
      contractFrom: null,
      contractUntil: null,
      noticeDays: null,
      subProcessors: [],
      tool: 'processing:standard-clauses' as never,
      owner: null,
      reviewOn: null,
      exitPlan: '',
    });
    expect(await outOfDate()).toBeGreaterThan(0);
    await renew();
    expect(await outOfDate()).toBe(0);
    expect(await text()).toContain('CloudBarn (Vereinigte Staaten): Dateiablage');
    expect(await text()).toContain('CloudBarn, Vereinigte Staaten: Standardvertragsklauseln');

    const { activities } = await bench.ask('processing', 'take', {
      names: ['processing:books' as never],
      language: 'de',
    });
    expect(await outOfDate()).toBeGreaterThan(0);
    await renew();
    expect(await text()).toContain('Steuerberatung');
    const [books] = activities;
    if (books === undefined) throw new Error('it was taken');
    await bench.ask('processing', 'change', {
      id: books.id,
      revision: 1,
      activity: { ...draftOf(books), recipients: [] },
    });
    expect(await outOfDate()).toBeGreaterThan(0);
    await renew();
    expect(await text()).not.toContain('Steuerberatung');

    await bench.ask('business', 'save', { revision: 1, facts: { ...business, city: 'Plön' } });
    expect(await outOfDate()).toBeGreaterThan(0);
  });
});
