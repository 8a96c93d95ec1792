/** What serve knows of things that need two people; the domain `approvals` keeps them. */
import type { DualKind } from '#shared/domains/access/model';
import type { Instant } from '#shared/kernel/time';
import type { ReadDb, WriteDb } from '../db/handles';
import type { Actor, Origin } from './context';

/** One request: who asks for what. The same request is known again by operation and input. */
export type DualAsk = {
  readonly actor: Actor;
  readonly domain: string;
  readonly operation: string;
  readonly input: unknown;
  readonly now: Instant;
};

export type DualFacts = Readonly<Record<string, string | number>>;

export type ApprovalGate = {
  /** Uses up an approval of this very request, if there is one that is still good. */
  use(db: WriteDb, ask: DualAsk): Promise<boolean>;
  /** The ids of everybody else who could approve it. */
  others(db: ReadDb, ask: DualAsk): Promise<string[]>;
  /** Writes the request down and gives its id; asked twice it is the same request. */
  request(db: WriteDb, ask: DualAsk, kind: DualKind, facts: DualFacts): Promise<string>;
};

/** Thrown by `permit`: everything done so far is taken back, and the request waits for somebody else. */
export class ApprovalNeeded extends Error {
  readonly ask: DualAsk;
  readonly kind: DualKind;
  readonly facts: DualFacts;
  readonly origin: Origin;
  constructor(ask: DualAsk, kind: DualKind, facts: DualFacts, origin: Origin) {
    super('needs a second person');
    this.ask = ask;
    this.kind = kind;
    this.facts = facts;
    this.origin = origin;
  }
}
