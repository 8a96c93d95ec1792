/** The terminal's commands about the audit trail: list it, check it, sign it, prove an entry, and check a proof without a vault. */
import { readFile } from 'node:fs/promises';
import { shortRoot, type TrailEntry, type TrailVerdict } from '#shared/domains/trail/model';
import { checkProof, type ProofFault } from '#shared/domains/trail/trail-proof';
import { fileFailure } from '#main/files/durable';
import { sha256, verifyEd25519 } from '#main/domains/trail/hashing';
import { type Arguments, needed, oneOf, pathOf, UsageError, wholeNumber } from './arguments';
import type { Command, Said } from './command';

const numbers = new Intl.NumberFormat('en');

const faultWords: Readonly<Record<NonNullable<TrailVerdict['fault']>['code'], string>> = {
  changed: 'was changed',
  'out-of-order': 'stands in another’s place',
  'not-linked': 'does not follow the one before',
  missing: 'is missing',
  'tree-differs': 'is where the trail was cut: entries at the end are missing',
  'node-differs': 'is where the hashes kept for proofs no longer fit the entries',
  'index-differs': 'is the last one checked: the index of which entries are about which record was changed',
  'checkpoint-differs': 'or a later one is not what Steward signed earlier in this vault',
  'checkpoint-forged': 'or a later one has a checkpoint that was changed or signed with another key',
  'key-changed': 'and all others: the vault signs with another key than at its start',
};

const againstWords: Readonly<Record<NonNullable<TrailVerdict['against']>['result'], string>> = {
  extends: 'The trail extends the checkpoint: what was in it then is still in it, unchanged and in the same order.',
  shorter:
    'The trail is shorter than the checkpoint says: entries are missing at the end, or an older copy was put back.',
  differs: 'The trail is not the one the checkpoint was made of: it was rewritten.',
  'other-key': 'The checkpoint was signed with another key than this vault’s: one of the two was exchanged.',
  forged: 'The checkpoint was changed: its signature is not right.',
  'other-vault': 'The checkpoint is of another vault.',
  unreadable: 'The file is not a checkpoint.',
};

const proves = {
  alone: [
    'This shows that no entry was changed, removed, added in between or moved since it was written.',
    'It does not show what nobody recorded, nor a rewriting or cutting of the whole trail by somebody who can open the vault: for that, compare with a checkpoint kept elsewhere (--checkpoint FILE).',
  ],
  compared: [
    'Nobody can have changed, cut or rewritten what was in the trail when the checkpoint was made, not even with every key.',
    'What came after it is shown only to fit together. It does not show what nobody recorded.',
  ],
} as const;

export const proofFaults: Readonly<Record<ProofFault, string>> = {
  'not-a-proof': 'The file is not a proof of an entry, or not a whole one.',
  'key-unreadable': 'The public key in the proof is not one.',
  'key-not-yours': 'The proof was signed with another key than the one given.',
  'checkpoint-unreadable': 'The checkpoint in the proof is not one.',
  'checkpoint-other-key': 'The checkpoint in the proof was not signed with the key in the proof.',
  'checkpoint-forged': 'The checkpoint in the proof was changed: its signature is not right.',
  'checkpoint-other-log': 'The checkpoint in the proof is of another vault.',
  'size-differs': 'The proof is for a trail of another length than its checkpoint.',
  'entry-elsewhere': 'The entry says that it stands in another place.',
  'not-in-the-tree': 'The entry, or the way from it to the root, was changed: it does not lead to the signed root.',
};

const line = ({ number, at, actor, origin, event, stage, about, facts }: TrailEntry): string =>
  [
    number,
    at,
    actor,
    origin,
    stage === undefined ? event : `${event} (${stage})`,
    about.join(' '),
    Object.entries(facts)
      .map(([name, fact]) => `${name}=${Array.isArray(fact) ? fact.join(',') : fact}`)
      .join(' '),
  ].join('\t');

const entryNumber = (typed: string | undefined): number => {
  const text = needed(typed, 'The number of the entry');
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new UsageError('An entry is called by its number, such as 42.');
  return Number(text);
};

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw fileFailure(error);
  }
}

function saidOf(verdict: TrailVerdict): Said {
  const { fault, against, entries, root, checkpoints } = verdict;
  const compared = against === null ? [] : [againstWords[against.result]];
  if (fault !== null) {
    return {
      value: verdict,
      bad: true,
      lines: [
        `The trail is not sound: entry ${numbers.format(fault.number)} ${faultWords[fault.code]}.`,
        ...compared,
        'Keep the vault as it is, ask who had access, and compare it with the last backup.',
      ],
    };
  }
  if (!verdict.sound) return { value: verdict, bad: true, lines: compared };
  return {
    value: verdict,
    lines: [
      `The trail is sound: ${numbers.format(entries)} entries, root ${root}.`,
      `${numbers.format(checkpoints)} checkpoints signed in this vault fit.`,
      ...compared,
      ...proves[against === null ? 'alone' : 'compared'],
    ],
  };
}

export const auditCommands: Readonly<Record<string, Command>> = {
  audit: {
    says: `audit verify [--checkpoint FILE]|list [--limit N] [--before N] [--about ID] [--event NAME] --vault DIR
  audit checkpoint [--out FILE]|sheet --out FILE.pdf [--language en|de]|prove N [--out FILE] --vault DIR
  audit check FILE [--key KEY]        check a proof of an entry, without a vault`,
    vault: 'open',
    takes: { verify: 0, list: 0, checkpoint: 0, sheet: 0, prove: 1, check: 1 },
    uses: {
      verify: ['user', 'checkpoint'],
      list: ['user', 'limit', 'before', 'about', 'event'],
      checkpoint: ['user', 'out'],
      sheet: ['user', 'out', 'language'],
      prove: ['user', 'out'],
    },
    run: async ({ ask }, given) => {
      const { words, values } = given;
      switch (words[1]) {
        case 'verify': {
          const checkpoint = values.checkpoint === undefined ? undefined : await readText(pathOf(values.checkpoint));
          if (checkpoint !== undefined && checkpoint.length > 8_192)
            throw new UsageError('--checkpoint is a small file.');
          return saidOf(await ask('trail', 'verify', checkpoint === undefined ? {} : { checkpoint }));
        }
        case 'list': {
          const page = await ask('trail', 'list', {
            limit: wholeNumber(values.limit, 100, '--limit', 1, 500),
            ...(values.before === undefined ? {} : { before: entryNumber(values.before) }),
            ...(values.about === undefined ? {} : { about: values.about }),
            ...(values.event === undefined ? {} : { event: values.event }),
          });
          return { value: page, lines: page.entries.length === 0 ? ['No such entry.'] : page.entries.map(line) };
        }
        case 'checkpoint': {
          if (values.out === undefined) {
            const made = await ask('trail', 'checkpoint', {});
            // Exactly the note, so that it can be sent into a file.
            return { value: made, lines: [made.note.slice(0, -1)] };
          }
          const { file, checkpoint } = await ask('trail', 'saveCheckpoint', { file: pathOf(values.out) });
          return {
            value: { file, ...checkpoint },
            lines: [
              `The checkpoint of ${numbers.format(checkpoint.size)} entries, root ${shortRoot(checkpoint.root)}, is in ${file}.`,
              'Keep it away from this computer. Later: steward audit verify --vault DIR --checkpoint FILE',
            ],
          };
        }
        case 'sheet': {
          const { file, checkpoint } = await ask('trail', 'anchorSheet', {
            file: pathOf(needed(values.out, '--out FILE.pdf')),
            language: oneOf(values.language, ['en', 'de'], '--language') ?? 'en',
          });
          return {
            value: { file, ...checkpoint },
            lines: [`The anchor sheet is in ${file}. Print it and give it to somebody else.`],
          };
        }
        case 'prove': {
          const number = entryNumber(words[2]);
          if (values.out === undefined) {
            const proof = await ask('trail', 'prove', { number });
            return { value: proof, lines: [JSON.stringify(proof, null, 2)] };
          }
          const { file, size } = await ask('trail', 'saveProof', { number, file: pathOf(values.out) });
          return {
            value: { file, number, size },
            lines: [
              `The proof of entry ${numbers.format(number)} is in ${file}. Check it with: steward audit check FILE`,
            ],
          };
        }
        default:
          throw new UsageError(
            'Say: audit verify, audit list, audit checkpoint, audit sheet, audit prove N or audit check FILE.',
          );
      }
    },
  },
};

/** `audit check FILE`: needs no vault, no passphrase and no network. */
export async function checkProofFile({ words, values }: Arguments): Promise<Said> {
  const proof = await parsedFile(pathOf(needed(words[2], 'The FILE with the proof')));
  const verdict = checkProof({ sha256, verify: verifyEd25519 }, proof, values.key);
  if (!verdict.holds)
    return { value: verdict, bad: true, lines: [`The proof does not hold. ${proofFaults[verdict.fault]}`] };
  return {
    value: verdict,
    lines: [
      `The proof holds: entry ${numbers.format(verdict.number)} is in the trail of ${numbers.format(verdict.size)} entries that ${verdict.origin} signed.`,
      line(verdict.entry as TrailEntry),
      values.key === undefined
        ? 'It was signed with the key that is in the file. Compare that key with one you got another way, from an anchor sheet say: --key KEY'
        : 'It was signed with the key you gave.',
    ],
  };
}

/** The JSON of a file, or null where it is none. */
export async function parsedFile(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readText(file));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
