/** The escrow: a secret in three parts on three sheets, any two of which open the vault. */
import { hkdfSync, randomBytes } from 'node:crypto';
import { combine, split } from 'shamir-secret-sharing';
import { type EscrowSheet, readSheet } from '#shared/domains/vault/escrow-sheet';
import { brokenRule } from '#shared/kernel/failures';

export const keyFromEscrow = (secret: Uint8Array, storeId: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, storeId, 'steward escrow', 32));

/** A fresh secret and its three sheets; `set` tells these sheets from those of another time. */
export async function newEscrow(set: string): Promise<{ secret: Uint8Array; sheets: EscrowSheet[] }> {
  // The library takes plain Uint8Arrays only, not Node's own kind.
  const secret = new Uint8Array(randomBytes(32));
  const parts = await split(secret, 3, 2);
  return { secret, sheets: parts.map((part, at) => ({ number: at + 1, set, part })) };
}

/**
 * The secret behind two typed sheets of the set in use. Throws `vault.escrow-line`, `vault.escrow-length`,
 * `vault.escrow-other-set` (each with the sheet, 1 or 2, as typed) or `vault.escrow-same-sheet`. Sheets that pass may still
 * be forged: only opening the slot proves the secret.
 */
export async function secretOfSheets(typed: readonly [string, string], set: string): Promise<Uint8Array> {
  const [first, second] = [sheetOr(typed[0], 1, set), sheetOr(typed[1], 2, set)];
  if (first.part.at(-1) === second.part.at(-1)) throw brokenRule('vault.escrow-same-sheet');
  return combine([first.part, second.part]);
}

function sheetOr(typed: string, sheet: 1 | 2, set: string): EscrowSheet {
  const read = readSheet(typed);
  if ('problem' in read) {
    if (read.problem === 'line') throw brokenRule('vault.escrow-line', { sheet, line: read.line });
    throw brokenRule('vault.escrow-length', { sheet });
  }
  if (read.set !== set) throw brokenRule('vault.escrow-other-set', { sheet });
  return read;
}
