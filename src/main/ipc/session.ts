/** Who sits in front of the open vault: nobody yet, somebody whose code is awaited, or a person who has signed in. */
import { mayBeHere } from '#shared/domains/access/rules';
import type { Grant } from '#shared/domains/access/model';
import { type Day, type Instant, localDay } from '#shared/kernel/time';
import type { Caller, Origin } from './caller';

export type SignedIn = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly grants: readonly Grant[];
  /** The last day they may be here. */
  readonly until: Day | null;
};

/** What is still to be done before the person is signed in. */
export type Step = 'code' | 'change-passphrase';

export type Session =
  | { readonly state: 'nobody' }
  | { readonly state: 'awaiting'; readonly person: SignedIn; readonly step: Step }
  | { readonly state: 'signed-in'; readonly person: SignedIn; readonly provenAt: Instant | null };

export const nobody: Session = { state: 'nobody' };

/** The caller that serve sees. A person whose time is over is nobody, also in the middle of their work. */
export function callerOf(session: Session, origin: Origin, now: Instant): Caller {
  if (session.state === 'signed-in' && mayBeHere({ disabledAt: null, until: session.person.until }, localDay(now))) {
    const { id, role, grants } = session.person;
    return { actor: { id, role, grants }, origin, provenAt: session.provenAt };
  }
  return { actor: { id: 'nobody', role: 'nobody' }, origin, provenAt: null };
}
