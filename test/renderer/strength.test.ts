/** The passphrase hint: never kinder than an attacker's first guesses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessingBits, strengthOf } from '../../src/renderer/domains/vault/strength';

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
    ['teapot lantern velvet', 1],
    ['teapot lantern velvet gravel', 3],
    ['teapot lantern velvet gravel orbit', 4],
    ['teapot lantern velvet gravel orbit mustard', 4],
    ['Kr7!vQp2#zLm9&tWx4$d', 4],
  ])('%s', (passphrase, strength) => {
    expect(strengthOf(passphrase)).toBe(strength);
  });

  it('gives nothing for saying it twice', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => {
        expect(guessingBits(`${word} ${word} ${word}`)).toBeLessThanOrEqual(guessingBits(word) + 4);
      }),
    );
  });

  it('has an answer for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), (text) => {
        const bits = guessingBits(text);
        expect(bits).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(bits)).toBe(true);
      }),
    );
  });
});
