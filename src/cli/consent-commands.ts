/** The terminal's commands about consents: receipts, checking them without a vault, and segments. */
import { ConsentId, SegmentId } from '#shared/domains/consents/model';
import type { ReceiptFault } from '#shared/domains/consents/receipt';
import { verifyReceipt } from '#main/domains/consents/receipts';
import { type Arguments, needed, oneOf, pathOf, UsageError } from './arguments';
import { parsedFile, proofFaults } from './audit-commands';
import type { Command, Said } from './command';

const numbers = new Intl.NumberFormat('en');

const faultWords: Readonly<Record<ReceiptFault, string>> = {
  ...proofFaults,
  'not-a-receipt': 'The file is not a consent receipt, or not a whole one.',
  'record-differs': 'The fields of the receipt do not say what the recorded statement says.',
  'leaf-of-something-else': 'The proof is of another entry of the trail.',
  'statement-changed': 'The statement or its salt was changed: it is not what the trail holds.',
};

function idOf(typed: string | undefined): ConsentId {
  const id = ConsentId.safeParse(needed(typed, 'The ID of the consent'));
  if (!id.success) throw new UsageError('A consent is called by its ID, like cns_0123456789abcdefghjk.');
  return id.data;
}

export const consentCommands: Readonly<Record<string, Command>> = {
  consent: {
    says: `consent receipt ID --out FILE.{json,pdf} [--language en|de]|list [--about CUSTOMER] --vault DIR
  consent verify FILE [--key KEY]     check a receipt, without a vault`,
    vault: 'open',
    takes: { receipt: 1, verify: 1, list: 0 },
    uses: { receipt: ['user', 'out', 'language'], list: ['user', 'about'] },
    run: async ({ ask }, { words, values }) => {
      switch (words[1] ?? 'list') {
        case 'receipt': {
          const file = pathOf(needed(values.out, '--out FILE.json'));
          const format = file.toLowerCase().endsWith('.pdf') ? 'pdf' : 'json';
          const written = await ask('consents', 'receipt', {
            id: idOf(words[2]),
            format,
            language: oneOf(values.language, ['en', 'de'], '--language') ?? 'en',
            file,
          });
          return {
            value: written,
            lines: [
              `The receipt is in ${written.file}: entry ${numbers.format(written.entry)} of ${numbers.format(written.size)}.`,
              ...(format === 'json' ? ['Check it anywhere with: steward consent verify FILE'] : []),
            ],
          };
        }
        case 'list': {
          if (values.about === undefined) {
            const overview = await ask('consents', 'overview', {});
            return {
              value: overview,
              lines: [
                ...overview.topics.map(({ topic, yes, no, expired }) => [topic, yes, no, expired].join('\t')),
                ...overview.unproven.map(
                  ({ import: source, people }) => `${source ?? 'by hand'}\t${people} people without proof`,
                ),
              ],
            };
          }
          if (!/^C-[1-9]\d{0,14}$/.test(values.about)) throw new UsageError('A customer is called like C-1042.');
          const of = await ask('consents', 'of', { customer: values.about as never });
          return {
            value: of,
            lines: of.facts.map(({ id, on, said, topic, how }) => [id, on, said, topic, how].join('\t')),
          };
        }
        default:
          throw new UsageError('Say: consent receipt ID --out FILE, consent verify FILE or consent list.');
      }
    },
  },
  segments: {
    says: 'segments [list]|count ID|export ID --out FILE.{csv,xlsx} --vault DIR',
    vault: 'open',
    takes: { list: 0, count: 1, export: 1 },
    uses: { list: ['user'], count: ['user'], export: ['user', 'out'] },
    run: async ({ ask }, { words, values }) => {
      const id = (): SegmentId => {
        const parsed = SegmentId.safeParse(needed(words[2], 'The ID of the segment'));
        if (!parsed.success) throw new UsageError('A segment is called by its ID, like seg_0123456789abcdefghjk.');
        return parsed.data;
      };
      const counted = (count: {
        found: number;
        included: number;
        leftOut: readonly { reason: string; people: number }[];
      }) => [
        `${numbers.format(count.included)} of ${numbers.format(count.found)} may be written to.`,
        ...count.leftOut.map(({ reason, people }) => `${reason}\t${people}`),
      ];
      switch (words[1] ?? 'list') {
        case 'list': {
          const segments = await ask('consents', 'segments', {});
          return {
            value: segments,
            lines: segments.map(({ id: one, name, purpose, channel }) => [one, name, purpose, channel].join('\t')),
          };
        }
        case 'count': {
          const count = await ask('consents', 'countSegment', { id: id() });
          return { value: count, lines: counted(count) };
        }
        case 'export': {
          const file = pathOf(needed(values.out, '--out FILE.csv'));
          const format = file.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv';
          const saved = await ask('consents', 'exportSegment', { id: id(), format, file });
          return { value: saved, lines: [...counted(saved), `Written to ${saved.file} and counted again.`] };
        }
        default:
          throw new UsageError('Say: segments list, segments count ID or segments export ID --out FILE.');
      }
    },
  },
};

/** `consent verify FILE`: needs no vault, no passphrase and no network. */
export async function verifyReceiptFile({ words, values }: Arguments): Promise<Said> {
  const verdict = verifyReceipt(await parsedFile(pathOf(needed(words[2], 'The FILE with the receipt'))), values.key);
  if (!verdict.holds)
    return { value: verdict, bad: true, lines: [`The receipt does not hold. ${faultWords[verdict.fault]}`] };
  const { statement: said } = verdict;
  return {
    value: verdict,
    lines: [
      `The receipt holds: on ${said.on} ${said.person.name} (${said.customer}) said ${said.said} about ${said.purpose?.name ?? said.topic}.`,
      `It is entry ${numbers.format(verdict.number)} of the ${numbers.format(verdict.size)} that ${verdict.origin} signed.`,
      ...(values.key === undefined
        ? ['Whose signature it is shows only a key you got another way, from an anchor sheet say: --key KEY']
        : ['It was signed with the key given.']),
      'It shows that nothing was changed since it was recorded; it does not show that what was recorded is true.',
    ],
  };
}
