/** What a vendor's contract must say, what is missing about one, when something is due, and what looks like a secret. */
import { type Day, daysLater } from '#shared/kernel/time';
import type { TransferNeed } from '#shared/domains/processing/model';
import type { ClauseName, Integration, IntegrationDraft, VendorDraft, VendorGap, VendorRole } from './model';

/** The checklists of the packs that hold for a vendor in that role. */
export const checklistsOf: Readonly<Record<VendorRole, readonly string[]>> = {
  processor: ['gdpr:processor-contract'],
  'service-provider': ['ccpa:vendor-contract'],
  'business-associate': ['hipaa:associate-agreement'],
  'third-party': ['ccpa:third-party-contract'],
  controller: [],
};

export type VendorSight = {
  readonly need: TransferNeed;
  /** Everything its contract must say. */
  readonly clauses: readonly ClauseName[];
  /** How many activities of the record name it. */
  readonly activities: number;
};

export function gapsOf(vendor: VendorDraft, { need, clauses, activities }: VendorSight): VendorGap[] {
  const open = clauses.filter((name) => vendor.clauses[name] !== 'there');
  return (
    [
      ['contract', clauses.length > 0 && vendor.contractFrom === null],
      ['clauses', open.length > 0],
      ['transfer-tool', need === 'tool' && vendor.tool === null],
      ['review', vendor.reviewOn === null],
      ['exit-plan', vendor.exitPlan === ''],
      ['owner', vendor.owner === null],
      ['not-in-record', activities === 0],
    ] as const
  ).flatMap(([gap, isMissing]) => (isMissing ? [gap] : []));
}

/** The last day on which the contract can still be given notice of; its end where no notice was agreed. */
export const contractDueOn = ({ contractUntil, noticeDays }: VendorDraft): Day | null =>
  contractUntil === null ? null : daysLater(contractUntil, -(noticeDays ?? 0));

/** Never rotated or tested counts from the day it is asked: it is due at once. */
const dueAfter = (on: Day | null, everyDays: number | null, today: Day): Day | null =>
  everyDays === null ? null : on === null ? today : daysLater(on, everyDays);

export const integrationDue = (
  draft: IntegrationDraft,
  today: Day,
): Pick<Integration, 'rotateDueOn' | 'testDueOn'> => ({
  rotateDueOn: dueAfter(draft.rotatedOn, draft.rotateEveryDays, today),
  testDueOn: dueAfter(draft.testedOn, draft.testEveryDays, today),
});

/** How keys of well-known services and formats begin. */
const beginnings =
  /\b(?:sk|pk|rk)_(?:live|test)_|\bgh[pousr]_|\bgithub_pat_|\bxox[abpr]-|\bAKIA[0-9A-Z]{12}|\bshp(?:at|ca|pa|ss)_|\beyJ[A-Za-z0-9_-]{8}|-----BEGIN|\bBearer\s+\S{12}|\bAIza[0-9A-Za-z_-]{20}|\bSG\.[A-Za-z0-9_-]{12}/;
/** Long words of letters and digits mixed, as no person writes them. */
const longWord = /[A-Za-z0-9+/_=.-]{20,}/g;

/** Whether a text seems to hold a key or a token. Addresses and words of a language do not. */
export function looksLikeSecret(text: string): boolean {
  if (beginnings.test(text)) return true;
  return (text.match(longWord) ?? []).some(
    (word) =>
      /[0-9]/.test(word) &&
      /[A-Za-z]/.test(word) &&
      !/^[a-z0-9.-]+\.[a-z]{2,}(\/|$)/.test(word) &&
      bitsPerLetter(word) > 3.4,
  );
}

function bitsPerLetter(word: string): number {
  const counts = new Map<string, number>();
  for (const letter of word) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / word.length) * Math.log2(count / word.length);
  return bits;
}
