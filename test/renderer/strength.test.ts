/** The passphrase hint: never kinder than an attacker's first guesses, in English and German. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadStrength } from '../../src/renderer/domains/vault/strength';

const judge = await loadStrength();

describe('the passphrase hint', () => {
  it.each([
    ['correct horse battery staple', 0],
    ['Correct-Horse-Battery-Staple-2026', 0],
    ['password1234', 0],
    ['Passwort Passwort', 0],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaaa', 0],
    ['123456789012345678901234', 0],
    ['qwertzuiopasdfghjkl', 0],
    ['sommer sommer sommer sommer', 0],
    ['Sommer2026!', 0],
    ['purple monkey', 0],
    ['teapot lantern velvet', 3],
    ['teapot lantern velvet gravel', 4],
    ['teapot lantern velvet gravel orbit', 4],
    ['haus baum garten', 2],
    ['Kr7!vQp2#zLm9&tWx4$d', 4],
  ])('%s', (passphrase, strength) => {
    expect(judge(passphrase)).toBe(strength);
  });

  it('is little for one word, however often it is said', () => {
    for (const word of ['garden', 'Garten', 'letmein', 'schmetterling', 'dragon'])
      for (const times of [1, 2, 3]) expect(judge(Array(times).fill(word).join(' ')), word).toBeLessThanOrEqual(1);
  });

  it('has an answer for any text, however long', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40, unit: 'grapheme' }), (text) => {
        expect([0, 1, 2, 3, 4]).toContain(judge(text));
      }),
      { numRuns: 60 },
    );
    expect([0, 1, 2, 3, 4]).toContain(judge('x1!'.repeat(5_000)));
  }, 60_000);
});
