/** Making facts: each with the exact statement that is kept, and a leaf of the trail that holds its salted digest. */
import { randomBytes } from 'node:crypto';
import type { ConsentFact, ConsentId, ProofDraft, Said, Topic, Wording } from '#shared/domains/consents/model';
import { commitmentOf, type Statement } from '#shared/domains/consents/receipt';
import { purposeOfTopic } from '#shared/domains/consents/rules';
import { type CustomerId, customerIdOf } from '#shared/domains/customers/model';
import { notFound } from '#shared/kernel/failures';
import type { Instant } from '#shared/kernel/time';
import type { ReadDb, WriteDb } from '../../db/handles';
import type { Caller } from '../../ipc/caller';
import { readBusiness } from '../business/public';
import { currentEvidence } from '../evidence/public';
import { appendLeaves, canonicalJson, sha256 } from '../trail/public';
import { findWording, insertFacts, isTopicOfPurpose, type KeptFact } from './store';

export type Speaker = {
  readonly number: number;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
};

/** What all facts of one request have in common, looked up once. */
export type Shared = {
  readonly said: Said;
  readonly topics: readonly Topic[];
  readonly proof: ProofDraft;
  readonly wording: Wording | null;
  readonly digests: readonly string[];
  readonly purposes: ReadonlyMap<string, { readonly name: string; readonly lawfulBasis: string }>;
  readonly controller: string | null;
};

/** Throws `not-found` where a wording, a file or a purpose is not there. */
export async function sharedBy(db: ReadDb, said: Said, topics: readonly Topic[], proof: ProofDraft): Promise<Shared> {
  if (!(await isTopicOfPurpose(db, topics))) throw notFound('purpose');
  const wording = proof.wording === null ? null : await findWording(db, proof.wording);
  if (proof.wording !== null && wording === null) throw notFound('wording');
  const known = new Map((await currentEvidence(db)).map(({ id, sha256: digest }) => [id, digest]));
  const digests = proof.evidence.map((id) => {
    const digest = known.get(id);
    if (digest === undefined) throw notFound('evidence');
    return digest;
  });
  const { facts } = await readBusiness(db);
  const purposes = await db.query.selectFrom('purposes').select(['id', 'name', 'lawful_basis']).execute();
  return {
    said,
    topics: [...new Set(topics)],
    proof,
    wording,
    digests,
    purposes: new Map(purposes.map(({ id, name, lawful_basis }) => [id, { name, lawfulBasis: lawful_basis }])),
    controller: facts?.name ?? null,
  };
}

type Recording = { readonly at: Instant; readonly newId: (prefix: string) => string; readonly caller: Caller };

/** Enters what these people said: the facts, what holds now, and one leaf each, in the transaction under way. */
export async function recordFacts(
  db: WriteDb,
  { at, newId, caller }: Recording,
  speakers: readonly Speaker[],
  shared: Shared,
): Promise<ConsentFact[]> {
  const facts = speakers.flatMap((speaker) =>
    shared.topics.map((topic) => factOf(speaker, topic, shared, { at, newId, caller })),
  );
  await insertFacts(db, facts);
  await appendLeaves(
    db,
    'consent',
    facts.map((fact) => ({
      at,
      actor: caller.actor.id,
      origin: caller.origin,
      event: fact.said === 'yes' ? ('consents.said-yes' as const) : ('consents.said-no' as const),
      about: [fact.id, fact.customer],
      facts: {
        topic: fact.topic,
        said: fact.said,
        on: fact.on,
        how: fact.how,
        commitment: commitmentOf(sha256, fact.salt, fact.statement),
      },
    })),
  );
  return facts.map(({ salt: _salt, statement: _statement, ...fact }) => fact);
}

function factOf(
  speaker: Speaker,
  topic: Topic,
  { said, proof, wording, digests, purposes, controller }: Shared,
  { at, newId, caller }: Recording,
): KeptFact {
  const { how, on, evidence, note, guardian, expiresOn } = proof;
  const customer: CustomerId = customerIdOf(speaker.number);
  const id = newId('cns') as ConsentId;
  const statement: Statement = {
    id,
    controller,
    customer,
    person: { name: speaker.name, email: speaker.email, phone: speaker.phone },
    topic,
    purpose: purposes.get(purposeOfTopic(topic) ?? '') ?? null,
    said,
    on,
    recordedAt: at,
    by: caller.actor.id,
    how,
    wording:
      wording === null
        ? null
        : {
            id: wording.id,
            topic: wording.topic,
            language: wording.language,
            version: wording.version,
            text: wording.text,
          },
    evidence: [...digests],
    note,
    guardian,
    expiresOn,
  };
  return {
    id,
    customer,
    topic,
    said,
    on,
    recordedAt: at,
    by: caller.actor.id,
    how,
    wording: wording?.id ?? null,
    evidence,
    note,
    guardian,
    expiresOn,
    salt: randomBytes(32).toString('hex'),
    statement: canonicalJson(statement),
  };
}
