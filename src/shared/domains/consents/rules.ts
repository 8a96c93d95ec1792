/** What holds now, from what was said; and what must be shown before a yes counts. */
import type { Day } from '#shared/kernel/time';
import {
  channels,
  choices,
  type ConsentFact,
  type ProofDraft,
  type Said,
  type StandingState,
  type Topic,
} from './model';

export const channelTopic = (channel: (typeof channels)[number]): Topic => `channel/${channel}` as Topic;
export const choiceTopic = (choice: (typeof choices)[number]): Topic => `choice/${choice}` as Topic;
export const purposeTopic = (purpose: string): Topic => `purpose/${purpose}` as Topic;
export const purposeOfTopic = (topic: Topic): string | null =>
  topic.startsWith('purpose/') ? topic.slice('purpose/'.length) : null;

/** Which of two facts about one topic holds: the one said later; on the same day the one recorded later, and then the no. */
export function isLater(one: Spoken, other: Spoken): boolean {
  if (one.on !== other.on) return one.on > other.on;
  if (one.recordedAt !== other.recordedAt) return one.recordedAt > other.recordedAt;
  return one.said === 'no' && other.said === 'yes';
}
export type Spoken = Pick<ConsentFact, 'on' | 'recordedAt' | 'said'>;

/** The fact that holds, of facts about one topic in any order. */
export const holding = <F extends Spoken>(facts: readonly F[]): F | null =>
  facts.reduce<F | null>((best, fact) => (best === null || isLater(fact, best) ? fact : best), null);

/** A yes runs out after its last day; a no never does. */
export const stateOf = (fact: Pick<ConsentFact, 'said' | 'expiresOn'> | null, today: Day): StandingState => {
  if (fact === null) return 'not-asked';
  if (fact.said === 'no') return 'no';
  return fact.expiresOn !== null && fact.expiresOn < today ? 'expired' : 'yes';
};

/**
 * What is wrong with a fact before it is kept, or null. A yes must be shown: by the wording that was agreed to, a file or a
 * note of the conversation. A no needs nothing but that it was said: taking back is as easy as giving.
 */
export function brokenBy(said: Said, proof: ProofDraft, today: Day): BrokenConsent | null {
  if (proof.on > today) return 'consents.said-in-the-future';
  if (said === 'no') return null;
  if (proof.how === 'gpc') return 'consents.signal-is-a-no';
  if (proof.wording === null && proof.evidence.length === 0 && proof.note === '') return 'consents.yes-without-proof';
  if (proof.expiresOn !== null && proof.expiresOn < proof.on) return 'consents.ends-before-it-begins';
  return null;
}
export type BrokenConsent =
  | 'consents.said-in-the-future'
  | 'consents.signal-is-a-no'
  | 'consents.yes-without-proof'
  | 'consents.ends-before-it-begins';
