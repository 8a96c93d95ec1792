/** What a domain offers so that its own records count as evidence for obligations, beside files. */
import type { Day } from '#shared/kernel/time';
import type { DueAsk } from './due-source';

export type ShownByRecords = {
  /** A name that stays: what the page links to. */
  readonly id: string;
  readonly title: string;
  /** The last day it counts; null for no end. */
  readonly expiresOn: Day | null;
  /** Names of obligations, or `measure:…`. */
  readonly targets: readonly string[];
};

export type EvidenceSource = (ask: Omit<DueAsk, 'law'>) => Promise<readonly ShownByRecords[]>;
