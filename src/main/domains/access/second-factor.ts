/** Codes from an app (TOTP, RFC 6238) and recovery codes: each counts once. */
import { createHmac, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Instant } from '#shared/kernel/time';
import type { ReadDb, WriteDb } from '../../db/handles';
import { putRecoveryCodes, readSecondFactor, useRecoveryCode, useStep } from './store';

/** 160 bits, as RFC 4226 recommends; base 32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

type Kind = { readonly algorithm?: 'SHA1' | 'SHA256' | 'SHA512'; readonly digits?: number };
const period = 30;

const totpOf = (secret: string, { algorithm = 'SHA1', digits = 6 }: Kind): TOTP =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm, digits, period });

/**
 * The time step a code belongs to, or null when it is not one of now, the step before or the step after: clocks of
 * telephones and computers differ by some seconds.
 */
export function stepOf(secret: string, code: string, now: Instant, kind: Kind = {}): number | null {
  const timestamp = Date.parse(now);
  const delta = totpOf(secret, kind).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1_000 / period) + delta;
}

/** What an app scans. */
export const setUpAddress = (secret: string, signInName: string): string =>
  new TOTP({ issuer: 'Steward', label: signInName, secret: Secret.fromBase32(secret), period }).toString();

/** Ten codes of 80 bits for the day the telephone is gone, written in groups of four. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    const letters = new Secret({ buffer: new Uint8Array(randomBytes(10)).buffer }).base32.toLowerCase();
    return letters.replaceAll(/(.{4})(?=.)/g, '$1-');
  });
}

/** Only this is kept of a recovery code. The code itself has 80 random bits, so a slow hash would add nothing. */
const hashOf = (person: string, code: string): string =>
  createHmac('sha256', `steward recovery code|${person}`)
    .update(code.toLowerCase().replaceAll(/[^a-z2-7]/g, ''))
    .digest('hex');

export const keepRecoveryCodes = (db: WriteDb, person: string, codes: readonly string[]): Promise<void> =>
  putRecoveryCodes(
    db,
    person,
    codes.map((code) => hashOf(person, code)),
  );

/** Whether the person is asked for a code at all. */
export async function hasSecondFactor(db: ReadDb, person: string): Promise<boolean> {
  return (await readSecondFactor(db, person))?.confirmedAt != null;
}

/** Uses a code up: six digits from the app, or a recovery code. Says by which it was, or null when it does not count. */
export async function useCode(
  db: WriteDb,
  person: string,
  code: string,
  now: Instant,
): Promise<'code' | 'recovery-code' | null> {
  const factor = await readSecondFactor(db, person);
  if (factor === null || factor.confirmedAt === null) return null;
  const digits = code.replaceAll(/\s/g, '');
  if (/^\d{6}$/.test(digits)) {
    const step = stepOf(factor.secret, digits, now);
    return step !== null && (await useStep(db, person, step)) ? 'code' : null;
  }
  return (await useRecoveryCode(db, person, hashOf(person, code), now)) ? 'recovery-code' : null;
}
