/** Who asks, through which door, and how sure we are that it is them. */
import type { Grant } from '#shared/domains/access/model';
import type { Instant } from '#shared/kernel/time';

export type Origin = 'page' | 'terminal';

/** Who asks. */
export type Actor = {
  readonly id: string;
  readonly role: string;
  /** What the role allows; without it the role is a built-in one. */
  readonly grants?: readonly Grant[];
};

export type Caller = {
  readonly actor: Actor;
  readonly origin: Origin;
  /** When the person last showed a passphrase or code; null or absent when they only sit there. */
  readonly provenAt?: Instant | null;
};
