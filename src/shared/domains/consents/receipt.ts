/**
 * A consent receipt: the fields of ISO/IEC TS 27560, the exact statement that was recorded, and the proof that its leaf
 * stands in the signed trail. Checked without a database, by a stranger.
 */
import { z } from 'zod';
import { Digest } from '#shared/kernel/digest';
import { bytesOfHex, hexOf, joined, utf8Of } from '#shared/kernel/bytes';
import { Day, Instant } from '#shared/kernel/time';
import { checkProof, ProofFault, type ProofTools, TrailProof } from '#shared/domains/trail/model';
import { ConsentId, Said, Topic, Way, Wording } from './model';

/**
 * What a fact says, as it is kept: canonical JSON (RFC 8785) of exactly this. The trail holds only
 * SHA-256(salt ‖ statement); when statement and salt are erased, nobody can tell from the trail what they were.
 */
export const Statement = z.strictObject({
  id: ConsentId,
  controller: z.string().nullable(),
  customer: z.string(),
  person: z.strictObject({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable() }),
  topic: Topic,
  purpose: z.strictObject({ name: z.string(), lawfulBasis: z.string() }).nullable(),
  said: Said,
  on: Day,
  recordedAt: Instant,
  by: z.string(),
  how: Way,
  wording: Wording.omit({ addedBy: true, since: true }).nullable(),
  /** SHA-256 of the files that show it. */
  evidence: z.array(z.string()),
  note: z.string(),
  guardian: z.string(),
  expiresOn: Day.nullable(),
});
export type Statement = z.infer<typeof Statement>;

const Party = z.strictObject({ party_id: z.string(), party_name: z.string().nullable(), party_role: z.string() });

export const ConsentReceipt = z.strictObject({
  format: z.literal('steward-consent-receipt/1'),
  /** The record by the names of ISO/IEC TS 27560; all of it follows from the statement. */
  record: z.strictObject({
    schema_version: z.literal('ISO/IEC TS 27560:2023'),
    record_id: z.string(),
    pii_principal_id: z.string(),
    pii_processing: z.array(
      z.strictObject({
        privacy_notice: z.string().nullable(),
        language: z.string().nullable(),
        purpose: z.string(),
        purpose_type: z.string(),
        lawful_basis: z.string().nullable(),
        collection_method: Way,
        withdrawal_method: z.string(),
        validity_until: Day.nullable(),
      }),
    ),
    party_identification: z.array(Party),
    event: z.strictObject({
      event_time: Day,
      recorded_time: Instant,
      event_type: z.enum(['explicit', 'withdrawn']),
      event_state: z.enum(['given', 'withdrawn or refused']),
      entity_id: z.string(),
    }),
  }),
  statement: z.string().max(100_000),
  /** 32 bytes, hex. */
  salt: Digest,
  proof: TrailProof,
});
export type ConsentReceipt = z.infer<typeof ConsentReceipt>;

/** The record's members from the statement, so that none of them can say something else. */
export function recordOf(said: Statement): ConsentReceipt['record'] {
  return {
    schema_version: 'ISO/IEC TS 27560:2023',
    record_id: said.id,
    pii_principal_id: said.customer,
    pii_processing: [
      {
        privacy_notice: said.wording?.text ?? null,
        language: said.wording?.language ?? null,
        purpose: said.purpose?.name ?? said.topic,
        purpose_type: said.topic,
        lawful_basis: said.purpose?.lawfulBasis ?? null,
        collection_method: said.how,
        withdrawal_method: 'at any time, by any of the ways in which it can be given',
        validity_until: said.expiresOn,
      },
    ],
    party_identification: [
      { party_id: 'controller', party_name: said.controller, party_role: 'PII controller' },
      { party_id: said.customer, party_name: said.person.name, party_role: 'PII principal' },
      ...(said.guardian === ''
        ? []
        : [{ party_id: 'guardian', party_name: said.guardian, party_role: 'authorised by the PII principal' }]),
    ],
    event: {
      event_time: said.on,
      recorded_time: said.recordedAt,
      event_type: said.said === 'yes' ? 'explicit' : 'withdrawn',
      event_state: said.said === 'yes' ? 'given' : 'withdrawn or refused',
      entity_id: said.by,
    },
  };
}

export const commitmentOf = (sha256: ProofTools['sha256'], salt: string, statement: string): string => {
  const bytes = bytesOfHex(salt);
  if (bytes === null) return '';
  return hexOf(sha256(joined(bytes, utf8Of(statement))));
};

export const ReceiptFault = z.enum([
  'not-a-receipt',
  'record-differs',
  'leaf-of-something-else',
  'statement-changed',
  ...ProofFault.options,
]);
export type ReceiptFault = z.infer<typeof ReceiptFault>;

export type ReceiptVerdict =
  | {
      readonly holds: true;
      readonly statement: Statement;
      readonly number: number;
      readonly size: number;
      readonly origin: string;
    }
  | { readonly holds: false; readonly fault: ReceiptFault };

const Leaf = z.object({
  at: Instant,
  kind: z.literal('consent'),
  about: z.array(z.string()),
  facts: z.object({ topic: z.string(), said: Said, on: Day, commitment: z.string() }),
});

/** Checks a parsed receipt; `trustedKey` as for `checkProof`. `canonical` writes canonical JSON. */
export function checkReceipt(
  tools: ProofTools & { readonly canonical: (value: unknown) => string },
  file: unknown,
  trustedKey?: string,
): ReceiptVerdict {
  const no = (fault: ReceiptFault): ReceiptVerdict => ({ holds: false, fault });
  const parsed = ConsentReceipt.safeParse(file);
  if (!parsed.success) return no('not-a-receipt');
  const { record, statement: text, salt, proof } = parsed.data;
  const said = Statement.safeParse(jsonOf(text));
  if (!said.success || tools.canonical(said.data) !== text) return no('not-a-receipt');
  if (tools.canonical(record) !== tools.canonical(recordOf(said.data))) return no('record-differs');
  const proved = checkProof(tools, proof, trustedKey);
  if (!proved.holds) return no(proved.fault);
  const leaf = Leaf.safeParse(proved.entry);
  if (!leaf.success || !leaf.data.about.includes(said.data.id)) return no('leaf-of-something-else');
  const { facts } = leaf.data;
  if (facts.commitment !== commitmentOf(tools.sha256, salt, text)) return no('statement-changed');
  if (facts.topic !== said.data.topic || facts.said !== said.data.said || facts.on !== said.data.on)
    return no('statement-changed');
  return { holds: true, statement: said.data, number: proved.number, size: proved.size, origin: proved.origin };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
