/** Applies again what was erased or refused since a backup was made, in a store that was restored from it. */
import type { ErasureEntry } from '#shared/domains/backups/model';
import { CustomerId, customerNumberOf } from '#shared/domains/customers/model';
import type { Instant } from '#shared/kernel/time';
import type { WriteDb } from '../../db/handles';
import { eraseCustomers, stopMarketing } from '../customers/public';
import { appendTrail } from '../trail/public';
import { readErasures, recordErasures } from './ledger-store';

/** What each kind of entry does; a domain that erases something of its own adds its line here. Gives how many records it changed. */
const replayers: Readonly<
  Record<ErasureEntry['kind'], (db: WriteDb, entries: readonly ErasureEntry[], now: Instant) => Promise<number>>
> = {
  'customer-erased': (db, entries) => eraseCustomers(db, numbersOf(entries)),
  'opted-out': (db, entries, now) => stopMarketing(db, numbersOf(entries), now),
};

const numbersOf = (entries: readonly ErasureEntry[]): number[] =>
  entries.flatMap(({ subject }) => {
    const id = CustomerId.safeParse(subject);
    return id.success ? [customerNumberOf(id.data)] : [];
  });

const keyOf = ({ kind, subject, what, at }: ErasureEntry): string => [kind, subject, what ?? '', at].join('|');

export type Replayed = { readonly entries: number; readonly erased: number; readonly optedOut: number };

/** In one transaction with its entry in the trail. What the store knows already is not applied a second time. */
export async function replayErasures(db: WriteDb, known: readonly ErasureEntry[], now: Instant): Promise<Replayed> {
  const there = new Set((await readErasures(db)).map(keyOf));
  const missing = known.filter((entry) => !there.has(keyOf(entry)));
  const of = (kind: ErasureEntry['kind']): ErasureEntry[] => missing.filter((entry) => entry.kind === kind);
  // The no first: whoever is erased afterwards is gone either way.
  const optedOut = await replayers['opted-out'](db, of('opted-out'), now);
  const erased = await replayers['customer-erased'](db, of('customer-erased'), now);
  await recordErasures(db, missing);
  const facts = { entries: missing.length, erased, optedOut };
  await appendTrail(db, [
    { at: now, actor: 'steward', origin: 'itself', event: 'backups.erasures-reapplied', about: [], facts },
  ]);
  return facts;
}
