/** How good all backups together are: the 3-2-1-1-0 rule for a business, and what could be lost against what was said to be bearable. */
import type { PlaceKind } from './model';

/** What is known of one place. */
export type PlaceState = {
  readonly kind: PlaceKind;
  readonly lastVerified: string | null;
  readonly lastRead: string | null;
  readonly lastDrill: string | null;
  /** Whether it was seen to keep what it is given against somebody with our key; null where nobody tried. */
  readonly keepsForEver: boolean | null;
};

export const standingParts = ['copies', 'media', 'elsewhere', 'offline', 'errors'] as const;
export type StandingPart = (typeof standingParts)[number];

export type Standing = Readonly<
  Record<StandingPart, { readonly have: number; readonly want: number; readonly good: boolean }>
>;

const days = (then: string | null, now: string): number =>
  then === null ? Number.POSITIVE_INFINITY : (Date.parse(now) - Date.parse(then)) / 86_400_000;

/** Days after which a verified backup, a full reading and a drill do not count any more. */
export const countsFor = { verified: 8, read: 30, drill: 90 } as const;

const isElsewhere = (kind: PlaceKind): boolean => ['s3', 'azure', 'sftp', 'webdav'].includes(kind);
/** A medium is where one accident reaches everything: this computer, a drive, the house's network, somebody else's house. */
const mediumOf = (kind: PlaceKind): string => (isElsewhere(kind) ? 'elsewhere' : kind);

/** The vault itself is the first copy, on this computer. */
export function standingOf(places: readonly PlaceState[], now: string): Standing {
  const fresh = places.filter(({ lastVerified }) => days(lastVerified, now) <= countsFor.verified);
  const media = new Set(['folder', ...fresh.map(({ kind }) => mediumOf(kind))]);
  const offline = fresh.filter(({ kind, keepsForEver }) => kind === 'drive' || keepsForEver === true);
  const proven = fresh.filter(({ lastDrill }) => days(lastDrill, now) <= countsFor.drill);
  const said = (have: number, want: number) => ({ have, want, good: have >= want });
  return {
    copies: said(1 + fresh.length, 3),
    media: said(media.size, 2),
    elsewhere: said(fresh.filter(({ kind }) => isElsewhere(kind)).length, 1),
    offline: said(offline.length, 1),
    // The nought comes only from a drill that passed: what has not been restored has not been seen to be free of errors.
    errors: { have: fresh.length - proven.length, want: 0, good: fresh.length > 0 && proven.length === fresh.length },
  };
}

export type PlaceLight = 'good' | 'ageing' | 'bad';

/** Green only with a fresh verified backup, a full reading and a drill. */
export function lightOf(place: PlaceState, now: string): PlaceLight {
  if (days(place.lastVerified, now) > countsFor.verified) return 'bad';
  return days(place.lastRead, now) <= countsFor.read && days(place.lastDrill, now) <= countsFor.drill
    ? 'good'
    : 'ageing';
}
