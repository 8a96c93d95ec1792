/** A consent receipt as one page for people. */
import type { Paper } from '#shared/papers/paper';
import { type ConsentReceipt, Statement } from './receipt';
import { receiptWords, topicName } from './words';

export function receiptPaper(receipt: ConsentReceipt, language: 'en' | 'de'): Paper {
  const w = receiptWords[language];
  const said = Statement.parse(JSON.parse(receipt.statement));
  const topic = said.purpose?.name ?? topicName(said.topic, language);
  const [origin = '', size = '', root = ''] = receipt.proof.checkpoint.split('\n');
  const rows: [string, string][] = [
    [w.person, [said.person.name, said.person.email ?? '', said.customer].filter((part) => part !== '').join(' · ')],
    [w.about, topic],
    [w.said, said.said === 'yes' ? w.yes : w.no],
    [w.on, said.on],
    [w.how, w.ways[said.how]],
  ];
  if (said.controller !== null) rows.unshift([w.controller, said.controller]);
  if (said.purpose !== null) rows.push([w.basis, w.bases[said.purpose.lawfulBasis] ?? said.purpose.lawfulBasis]);
  if (said.expiresOn !== null) rows.push([w.expires, said.expiresOn]);
  if (said.guardian !== '') rows.push([w.guardian, said.guardian]);
  if (said.note !== '') rows.push([w.note, said.note]);
  return {
    language,
    title: w.title,
    subtitle: said.id,
    blocks: [
      { kind: 'definitions', rows },
      ...(said.wording === null
        ? []
        : ([
            { kind: 'heading', text: w.shown(said.wording.language, said.wording.version) },
            { kind: 'paragraph', text: said.wording.text },
          ] as const)),
      { kind: 'heading', text: w.recorded },
      {
        kind: 'definitions',
        rows: [
          [w.recordedAt, said.recordedAt],
          [w.recordedBy, said.by],
        ],
      },
      ...(said.evidence.length === 0
        ? []
        : ([
            { kind: 'heading', text: w.files },
            { kind: 'facts', rows: said.evidence.map((digest, at) => [String(at + 1), digest] as const) },
          ] as const)),
      { kind: 'heading', text: w.check },
      { kind: 'paragraph', text: w.checkText },
      {
        kind: 'facts',
        rows: [
          [w.entry, `${receipt.proof.index + 1} / ${size}`],
          [w.root, root],
          [w.key, receipt.proof.key],
          [w.salt, receipt.salt],
        ],
      },
    ],
    footer: w.footer(origin, size),
    checkpoint: `STEWARD TRAIL ${origin} ${size} ${root}`,
    day: said.on,
  };
}
