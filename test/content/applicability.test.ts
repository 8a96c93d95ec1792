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

  it('gives the reason and where it stands', () => {
    const decided = decide('ccpa', 'CC-01', { ...no, 'ccpa:q-consumers': 100_000 });
    expect(decided?.reasons).toEqual([
      {
        question: 'ccpa:q-consumers',
        because: { en: expect.stringContaining('100,000') as string },
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
