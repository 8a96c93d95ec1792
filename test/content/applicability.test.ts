/** Which obligations apply to whom: on both sides of every threshold, with the reason, and open while a question is unanswered. */
import { describe, expect, it } from 'vitest';
import { decideApplicability, type Answers } from '#shared/content/applicability';
import type { Pack } from '#shared/content/pack';
import { packs } from './harness';

const packOf = (regulation: string): Pack => {
  const pack = packs.find(({ manifest }) => manifest.regulation === regulation);
  if (!pack) throw new Error(`no pack ${regulation}`);
  return pack;
};
const decide = (regulation: string, name: string, answers: Answers) =>
  decideApplicability(packOf(regulation), answers).find(({ obligation }) => obligation === `${regulation}:${name}`);
const no = { 'ccpa:q-consumers': 0, 'ccpa:q-revenue': 0, 'ccpa:q-share': 0, 'ccpa:q-group': false };

describe('applicability', () => {
  it.each([
    ['99,999 consumers', { ...no, 'ccpa:q-consumers': 99_999 }, 'no'],
    ['100,000 consumers', { ...no, 'ccpa:q-consumers': 100_000 }, 'yes'],
    ['revenue at the threshold', { ...no, 'ccpa:q-revenue': 26_625_000 }, 'no'],
    ['revenue a dollar above', { ...no, 'ccpa:q-revenue': 26_625_001 }, 'yes'],
    ['49 percent', { ...no, 'ccpa:q-share': 49 }, 'no'],
    ['50 percent', { ...no, 'ccpa:q-share': 50 }, 'yes'],
    ['one question open', { 'ccpa:q-consumers': 0, 'ccpa:q-revenue': 0, 'ccpa:q-share': 0 }, 'open'],
    ['one yes and the rest open', { 'ccpa:q-consumers': 200_000 }, 'yes'],
  ])('of the California Act: %s', (_, answers, applies) => {
    expect(decide('ccpa', 'CC-01', answers)?.applies).toBe(applies);
  });

  const states = {
    'us-state-privacy:q-consumers': true,
    'us-state-breach:q-states': [
      'US-VA',
      'US-CO',
      'US-OR',
      'US-MN',
      'US-MT',
      'US-RI',
      'US-UT',
      'US-TN',
      'US-TX',
      'US-CT',
      'US-FL',
      'US-WA',
    ],
    'ccpa:q-share': 0,
    'ccpa:q-revenue': 0,
    'us-state-privacy:q-small': true,
  };
  it.each([
    ['US-VA', { 'us-state-privacy:q-us-va': 99_999 }, 'no'],
    ['US-VA', { 'us-state-privacy:q-us-va': 100_000 }, 'yes'],
    ['US-VA', { 'us-state-privacy:q-us-va': 25_000, 'ccpa:q-share': 50 }, 'no'],
    ['US-VA', { 'us-state-privacy:q-us-va': 25_000, 'ccpa:q-share': 51 }, 'yes'],
    ['US-VA', { 'us-state-privacy:q-us-va': 24_999, 'ccpa:q-share': 100 }, 'no'],
    ['US-VA', { 'us-state-privacy:q-us-va': 200_000, 'us-state-privacy:q-consumers': false }, 'no'],
    ['US-CO', { 'us-state-privacy:q-us-co': 25_000, 'ccpa:q-share': 1 }, 'yes'],
    ['US-OR', { 'us-state-privacy:q-us-or': 25_000, 'ccpa:q-share': 25 }, 'yes'],
    ['US-MN', { 'us-state-privacy:q-us-mn': 100_000 }, 'no'],
    ['US-MN', { 'us-state-privacy:q-us-mn': 100_000, 'us-state-privacy:q-small': false }, 'yes'],
    ['US-MT', { 'us-state-privacy:q-us-mt': 24_999 }, 'no'],
    ['US-MT', { 'us-state-privacy:q-us-mt': 25_000 }, 'yes'],
    ['US-RI', { 'us-state-privacy:q-us-ri': 10_000, 'ccpa:q-share': 20 }, 'no'],
    ['US-RI', { 'us-state-privacy:q-us-ri': 10_000, 'ccpa:q-share': 21 }, 'yes'],
    ['US-UT', { 'us-state-privacy:q-us-ut': 100_000, 'ccpa:q-revenue': 24_999_999 }, 'no'],
    ['US-UT', { 'us-state-privacy:q-us-ut': 100_000, 'ccpa:q-revenue': 25_000_000 }, 'yes'],
    ['US-TN', { 'us-state-privacy:q-us-tn': 174_999, 'ccpa:q-revenue': 25_000_000 }, 'no'],
    ['US-TX', { 'us-state-privacy:q-sensitive-sale': false }, 'no'],
    ['US-TX', { 'us-state-privacy:q-sensitive-sale': true }, 'yes'],
    ['US-TX', { 'us-state-privacy:q-small': false }, 'yes'],
    ['US-CT', { 'us-state-privacy:q-us-ct': 0, 'us-state-privacy:q-sensitive': true }, 'yes'],
    ['US-FL', { 'ccpa:q-revenue': 1_000_000_000 }, 'no'],
    ['US-WA', { 'us-state-privacy:q-health': true }, 'yes'],
    ['respond', { 'us-state-privacy:q-us-va': 100_000 }, 'yes'],
    ['signals', { 'us-state-privacy:q-us-va': 100_000, 'ccpa:q-sells': true }, 'open'],
    ['signals', { 'us-state-privacy:q-us-co': 100_000, 'ccpa:q-sells': true }, 'yes'],
  ] as const)('of a State by its own threshold: %s with %j: %s', (name, answers, applies) => {
    expect(decide('us-state-privacy', name, { ...states, ...answers })?.applies).toBe(applies);
  });

  it('of a State follows no other State, and only those chosen are asked how many', () => {
    const pack = packOf('us-state-privacy');
    const list = pack.questionnaire.find(({ name }) => name === 'us-state-privacy:q-states');
    const numbers = pack.questionnaire.filter(({ name }) => name.includes(':q-us-')).map(({ name }) => name);
    expect([list?.choices?.length, numbers.length]).toEqual([24, 16]);
    for (const { name: state } of list?.choices ?? []) {
      const question = `us-state-privacy:q-${state.toLowerCase()}`;
      const answers = {
        'us-state-privacy:q-consumers': true,
        'us-state-breach:q-states': [state],
        'ccpa:q-share': 100,
        'ccpa:q-revenue': 2e9,
        'us-state-privacy:q-small': false,
        'us-state-privacy:q-sensitive': true,
        'us-state-privacy:q-sensitive-sale': true,
        'us-state-privacy:q-health': true,
        'ccpa:q-sells': true,
      };
      const asked = new Set(decideApplicability(pack, answers).flatMap(({ openQuestions }) => openQuestions));
      // Connecticut applies already by the sensitive data it names; its number is not needed for anything else.
      const needed = numbers.includes(question) && state !== 'US-CT' ? [question] : [];
      expect([...asked]).toEqual(needed);
      const own = decideApplicability(pack, { ...answers, [question]: 1e6 }).filter(
        ({ applies, obligation }) => applies === 'yes' && obligation.includes(':US-'),
      );
      expect(own.map(({ obligation }) => obligation)).toEqual([`us-state-privacy:${state}`]);
    }
  });

  it('asks first whether, then where, then how many', () => {
    const asked = (answers: Answers) => [
      ...new Set(
        decideApplicability(packOf('us-state-privacy'), answers).flatMap(({ openQuestions }) => openQuestions),
      ),
    ];
    expect(asked({})).toEqual(['us-state-privacy:q-consumers']);
    expect(asked({ 'us-state-privacy:q-consumers': true })).toEqual(['us-state-breach:q-states']);
    expect(asked({ 'us-state-privacy:q-consumers': true, 'us-state-breach:q-states': ['US-VA', 'US-NJ'] })).toEqual([
      'us-state-privacy:q-us-va',
      'us-state-privacy:q-us-nj',
    ]);
    expect(asked({ 'us-state-privacy:q-consumers': true, 'us-state-breach:q-states': [] })).toEqual([]);
  });

  it('tells people of a breach by the law of the States where they live: those answered and those in the store', () => {
    const applying = (answers: Answers, people: ReadonlyMap<string, number> = new Map()) =>
      decideApplicability(packOf('us-state-breach'), answers, people)
        .filter(({ applies, obligation }) => applies === 'yes' && obligation.includes(':US-'))
        .map(({ obligation, reasons }) => [obligation.slice(-5), reasons.map(({ because }) => because.en)]);
    const identity = { 'us-state-breach:q-residents': true };
    const held = new Map([
      ['US-TX', 12],
      ['US-NY', 1],
      ['US', 13],
    ]);
    expect(applying(identity)).toEqual([]);
    expect(applying({ ...identity, 'us-state-breach:q-states': ['US-PR'] }).map(([state]) => state)).toEqual(['US-PR']);
    expect(applying(identity, held)).toEqual([
      ['US-NY', ['The law of each State where they live applies.', 'Your customer store holds one person there.']],
      ['US-TX', ['The law of each State where they live applies.', 'Your customer store holds 12 people there.']],
    ]);
    const both = applying({ ...identity, 'us-state-breach:q-states': ['US-WY'] }, held);
    expect(both.map(([state]) => state)).toEqual(['US-NY', 'US-TX', 'US-WY']);
    const others = decideApplicability(
      packOf('us-state-breach'),
      { ...identity, 'us-state-breach:q-states': ['US-WY'] },
      held,
    ).filter(({ applies, obligation }) => applies === 'no' && obligation.includes(':US-'));
    expect(others).toHaveLength(49);
    for (const { reasons } of others)
      expect(reasons.map(({ because }) => because.en)).toEqual([
        'By your answer and your customer store, nobody whose information you hold lives there.',
      ]);
    // Without identity data no State's law asks for anything, wherever people live.
    expect(applying({ 'us-state-breach:q-residents': false }, held)).toEqual([]);
  });

  it('counts an answer for every pack that asks the same, and asks it there when the other pack is missing', () => {
    const uk = { 'uk-gdpr:q-uk': true };
    const automated = (answers: Answers) =>
      decideApplicability(packOf('uk-gdpr'), { ...uk, ...answers }).find(({ reasons, openQuestions }) =>
        [...openQuestions, ...reasons.map(({ question }) => question)].includes('gdpr:q-automated'),
      );
    expect(automated({})?.applies).toBe('open');
    expect(automated({ 'gdpr:q-automated': true })?.applies).toBe('yes');
    expect(automated({ 'uk-gdpr:q-automated': true })?.applies).toBe('yes');
    expect(automated({ 'gdpr:q-automated': false, 'uk-gdpr:q-automated': true })?.applies).toBe('no');
  });

  it('gives the reason and where it stands', () => {
    const decided = decide('ccpa', 'CC-01', { ...no, 'ccpa:q-consumers': 100_000 });
    expect(decided?.reasons).toEqual([
      {
        question: 'ccpa:q-consumers',
        because: { en: expect.stringContaining('100,000') as string, de: expect.stringContaining('100.000') as string },
        cite: expect.stringContaining('140(d)') as string,
      },
    ]);
    expect(decide('ccpa', 'CC-01', no)?.reasons).toHaveLength(4);
  });

  it('asks for all labels of a group, and for one group of several', () => {
    const controller = { 'gdpr:q-decides': true, 'gdpr:q-handles': false, 'gdpr:q-high-risk': true };
    expect(decide('gdpr', 'art-35.2', { ...controller, 'gdpr:q-dpo': true })?.applies).toBe('yes');
    expect(decide('gdpr', 'art-35.2', { ...controller, 'gdpr:q-dpo': false })?.applies).toBe('no');
    expect(decide('gdpr', 'art-35.2', controller)).toMatchObject({ applies: 'open', openQuestions: ['gdpr:q-dpo'] });
    expect(decide('gdpr', 'art-35.2', { 'gdpr:q-high-risk': false })?.applies).toBe('no');
    expect(decide('gdpr', 'art-32.1', { 'gdpr:q-decides': false, 'gdpr:q-handles': true })?.applies).toBe('yes');
    expect(decide('gdpr', 'art-33.2', { 'gdpr:q-decides': true, 'gdpr:q-handles': false })?.applies).toBe('no');
  });

  it('leaves a cash-only practice out of HIPAA and a billing one in', () => {
    const questions = Object.fromEntries(packOf('hipaa').questionnaire.map(({ name }) => [name, false]));
    expect(decideApplicability(packOf('hipaa'), questions).filter(({ applies }) => applies !== 'no')).toEqual([]);
    expect(decide('hipaa', 'sec-02', { ...questions, 'hipaa:q-provider': true })?.applies).toBe('yes');
  });

  it('never makes anybody follow a proposal', () => {
    const proposed = packOf('hipaa').obligations.filter(({ law }) => law.status === 'proposed');
    expect(proposed).not.toEqual([]);
    const decided = new Set(decideApplicability(packOf('hipaa'), {}).map(({ obligation }) => obligation));
    expect(proposed.filter(({ name }) => decided.has(name))).toEqual([]);
  });

  it('is open about everything before anything is answered', () => {
    for (const pack of packs)
      expect(decideApplicability(pack, {}).filter(({ applies }) => applies !== 'open')).toEqual([]);
  });
});
