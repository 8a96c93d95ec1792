/** The applicability memo: decisions with their reasons, signed with the vault's key; as JSON to check, as PDF to read. */
import { createHash, sign } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ObligationDecision } from '#shared/content/applicability';
import type { Question } from '#shared/content/pack';
import { wordsIn } from '#shared/content/words';
import type { GivenAnswer } from '#shared/domains/applicability/model';
import type { Block, Paper } from '#shared/papers/paper';
import { assert } from '#shared/kernel/assert';
import type { Instant } from '#shared/kernel/time';
import type { Law } from '../../content/law-source';
import { signingPair } from '../../vault/inner-keys';
import type { Decided } from './decide';

type Language = 'en' | 'de';

export type SignedMemo = {
  readonly memo: MemoContent;
  readonly digest: string;
  readonly publicKey: string;
  /** Ed25519 over the canonical JSON (RFC 8785) of `memo`, base64. */
  readonly signature: string;
};

type MemoContent = {
  readonly kind: 'steward-applicability-memo';
  readonly storeId: string;
  readonly madeAt: Instant;
  readonly answers: readonly { readonly question: string; readonly answer: GivenAnswer | null; readonly at: string }[];
  readonly decisions: readonly {
    readonly obligation: string;
    readonly edition: string;
    readonly applies: string;
    readonly reasons: readonly { readonly question: string; readonly because: string; readonly cite: string | null }[];
  }[];
};

export function signedMemo(
  decided: Decided,
  storeId: string,
  madeAt: Instant,
  language: Language,
  seed: Buffer,
): SignedMemo {
  const memo: MemoContent = {
    kind: 'steward-applicability-memo',
    storeId,
    madeAt,
    answers: [...decided.answers.values()].map(({ question, answer, at }) => ({ question, answer, at })),
    decisions: decided.byPack.flatMap(({ decisions }) =>
      decisions.map(({ obligation, regulation, edition, applies, reasons }) => ({
        obligation,
        edition: `${regulation}/${edition}`,
        applies,
        reasons: reasons.map(({ question, because, cite }) => ({
          question,
          because: wordsIn(because, language),
          cite,
        })),
      })),
    ),
  };
  const text = canonicalize(memo);
  assert(text !== undefined, 'a memo is plain JSON');
  const { privateKey, publicKey } = signingPair(seed);
  return {
    memo,
    digest: createHash('sha256').update(text).digest('hex'),
    publicKey,
    signature: sign(null, Buffer.from(text), privateKey).toString('base64'),
  };
}

const words = {
  en: {
    title: 'Which laws apply, and why',
    lead: 'These decisions follow from the answers given in Steward and from the editions of the law named below. They inform; they are not legal advice, and no lawyer has reviewed them.',
    answers: 'What was answered',
    question: 'Question',
    answer: 'Answer',
    yes: 'yes',
    no: 'no',
    applies: { yes: 'applies', no: 'does not apply', open: 'not decided yet' },
    headers: ['Obligation', 'Citation', 'Decision', 'Because'],
    signature: 'Signature',
    signed: 'Digest of the decisions (SHA-256)',
    key: 'Public key of the vault (Ed25519)',
    sign: 'Signature over the canonical JSON of the memo',
    none: 'No obligation of this law applies.',
    notKnown: 'not known yet',
    nothing: 'none',
    not: 'Does not apply, because …',
    notHeaders: ['Because', 'Obligations'],
    open: (count: number) => `Not decided yet, because questions are open: ${count} obligations.`,
  },
  de: {
    title: 'Welche Gesetze gelten, und warum',
    lead: 'Diese Entscheidungen folgen aus den Antworten in Steward und den unten genannten Fassungen des Rechts. Sie informieren; sie sind keine Rechtsberatung und wurden nicht anwaltlich geprüft.',
    answers: 'Was geantwortet wurde',
    question: 'Frage',
    answer: 'Antwort',
    yes: 'ja',
    no: 'nein',
    applies: { yes: 'gilt', no: 'gilt nicht', open: 'noch offen' },
    headers: ['Pflicht', 'Fundstelle', 'Entscheidung', 'Grund'],
    signature: 'Unterschrift',
    signed: 'Prüfsumme der Entscheidungen (SHA-256)',
    key: 'Öffentlicher Schlüssel des Tresors (Ed25519)',
    sign: 'Unterschrift über das kanonische JSON des Vermerks',
    none: 'Keine Pflicht dieses Gesetzes gilt.',
    notKnown: 'noch nicht bekannt',
    nothing: 'keine',
    not: 'Gilt nicht, weil …',
    notHeaders: ['Grund', 'Pflichten'],
    open: (count: number) => `Noch nicht entschieden, weil Fragen offen sind: ${count} Pflichten.`,
  },
} as const;

export function memoDocument(
  signed: SignedMemo,
  decided: Decided,
  law: Law,
  language: Language,
  footer: string,
): Paper {
  const w = words[language];
  const say = (answer: GivenAnswer | null, question: Question | undefined): string => {
    if (answer === null) return w.notKnown;
    if (typeof answer === 'boolean') return answer ? w.yes : w.no;
    if (typeof answer === 'number') return answer.toLocaleString(language);
    const chosen = typeof answer === 'string' ? [answer] : answer;
    const names = chosen.map((name) => {
      const known = question?.choices?.find((choice) => choice.name === name);
      return known === undefined ? name : wordsIn(known.words, language);
    });
    return names.length === 0 ? w.nothing : names.join(', ');
  };
  const questions = new Map(
    law.packs.flatMap((pack) => pack.questionnaire.map((question) => [question.name, question] as const)),
  );
  const blocks: Block[] = [
    { kind: 'paragraph', text: w.lead },
    { kind: 'heading', text: w.answers },
    {
      kind: 'table',
      name: w.answers,
      headers: [w.question, w.answer],
      rows: [...decided.answers.values()].map(({ question, answer }) => {
        const known = questions.get(question);
        return [known === undefined ? question : wordsIn(known.words, language), say(answer, known)];
      }),
      numbers: [],
      widths: [5, 2],
    },
  ];
  for (const { pack, decisions } of decided.byPack) {
    const { manifest } = pack;
    const shown = decisions.filter(({ applies }) => applies === 'yes');
    const open = decisions.filter(({ applies }) => applies === 'open').length;
    blocks.push({ kind: 'heading', text: `${wordsIn(manifest.title, language)} (${manifest.edition})` });
    if (open > 0) blocks.push({ kind: 'paragraph', text: w.open(open) });
    if (shown.length === 0 && open === 0) blocks.push({ kind: 'paragraph', text: w.none });
    const not = notApplicable(decisions, law, language);
    if (shown.length > 0)
      blocks.push({
        kind: 'table',
        name: wordsIn(manifest.title, language),
        headers: w.headers,
        rows: shown.map(({ obligation, applies, reasons }) => {
          const known = law.catalogue.obligation(obligation);
          return [
            known === undefined ? obligation : wordsIn(known.title, language),
            known === undefined ? '' : law.catalogue.citationIn(known.law.citation, language),
            w.applies[applies],
            reasons.map(({ because }) => wordsIn(because, language)).join(' '),
          ];
        }),
        numbers: [],
        widths: [2.6, 1.8, 1.4, 4],
      });
    if (not.length > 0)
      blocks.push(
        { kind: 'paragraph', text: w.not },
        { kind: 'table', name: w.not, headers: w.notHeaders, rows: not, numbers: [], widths: [3, 5] },
      );
  }
  blocks.push(
    { kind: 'heading', text: w.signature },
    {
      kind: 'facts',
      rows: [
        [w.signed, signed.digest],
        [w.key, signed.publicKey],
        [w.sign, signed.signature],
      ],
    },
  );
  return {
    language,
    title: w.title,
    subtitle: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(signed.memo.madeAt),
    ),
    blocks,
    footer,
    checkpoint: `STEWARD MEMO ${signed.memo.storeId} ${signed.digest}`,
    day: signed.memo.madeAt.slice(0, 10),
  };
}

/** One row for each reason: what nobody has to do, and why, with the names of what falls under it. */
function notApplicable(decisions: readonly ObligationDecision[], law: Law, language: Language): [string, string][] {
  const byReason = new Map<string, string[]>();
  for (const { obligation, applies, reasons } of decisions) {
    if (applies !== 'no') continue;
    const because = reasons.map((reason) => wordsIn(reason.because, language)).join(' ');
    const title = law.catalogue.obligation(obligation)?.title;
    const name = title === undefined ? obligation : wordsIn(title, language);
    byReason.set(because, [...(byReason.get(because) ?? []), name]);
  }
  return [...byReason].map(([because, names]) => [because, `${names.join('; ')}.`]);
}
