/** The record as a paper: who is responsible, every activity with what the law asks for, and the picture of where data go. */
import type { Block, Paper } from '#shared/papers/paper';
import type { BusinessFacts, Contact } from '#shared/domains/business/model';
import { countryIn, rowsOf } from './entry-rows';
import { flowOf, layOut } from './flow';
import { flowSvg } from './flow-svg';
import type { RecordContent, RecordPart } from './model';
import { partOf } from './rules';
import { type RecordLanguage, recordWords, type RecordWords } from './words';

export type RecordPaperOf = {
  readonly content: RecordContent;
  readonly part: RecordPart;
  readonly version: number;
  readonly digest: string;
  /** The day the version is of, `YYYY-MM-DD`, and in words. */
  readonly day: string;
  readonly dayWords: string;
  readonly language: RecordLanguage;
};

export function recordPaper({ content, part, version, digest, day, dayWords, language }: RecordPaperOf): Paper {
  const w = recordWords[language];
  const { business, entries, tools } = partOf(content, part);
  const blocks: Block[] = [
    { kind: 'paragraph', text: w.lead },
    { kind: 'heading', text: w.business },
    ...businessBlocks(business, w, language),
  ];
  if (entries.length === 0) blocks.push({ kind: 'paragraph', text: w.empty });
  for (const entry of entries) {
    const rows = rowsOf(entry, tools, language);
    const said = (lines: readonly string[], otherwise = w.none): string =>
      lines.length === 0 ? otherwise : lines.join('; ');
    blocks.push(
      { kind: 'heading', text: entry.title },
      {
        kind: 'definitions',
        rows: [
          [w.rows.role, said(rows.role)],
          ...(entry.role === 'controller'
            ? []
            : ([[w.partners[entry.role], said(rows.partners)]] as [string, string][])),
          [entry.role === 'processor' ? w.rows.clientWork : w.rows.purposes, said(rows.purposes)],
          [w.rows.people, said(rows.people)],
          [w.rows.data, said(rows.data)],
          [w.rows.recipients, said(rows.recipients)],
          [w.rows.transfers, said(rows.transfers, w.noTransfers)],
          [w.rows.retention, said(rows.retention)],
          [w.rows.measures, said(rows.measures)],
          [w.rows.systems, said(rows.systems)],
          [w.rows.owner, entry.owner?.name ?? w.names.none],
        ],
      },
    );
  }
  blocks.push(...flowBlocks({ business, entries, tools }, language));
  blocks.push(
    { kind: 'heading', text: w.integrity },
    {
      kind: 'facts',
      rows: [
        [w.version, String(version)],
        [w.digest, digest],
      ],
    },
  );
  return {
    language,
    title: w.title[part],
    subtitle: [business?.name, w.subtitle(version, dayWords)].filter(Boolean).join(' · '),
    blocks,
    footer: w.footer(version, digest),
    checkpoint: null,
    day,
  };
}

function businessBlocks(business: BusinessFacts | null, w: RecordWords, language: RecordLanguage): Block[] {
  if (business === null) return [{ kind: 'note', text: w.businessMissing }];
  const say = (contact: Contact | null): string =>
    contact === null ? w.names.none : [contact.name, contact.reach].filter(Boolean).join(', ');
  const address = [business.street, [business.postalCode, business.city].filter(Boolean).join(' '), business.region];
  return [
    {
      kind: 'definitions',
      rows: [
        [w.names.name, business.name],
        [w.names.address, [...address, countryIn(language)(business.country)].filter(Boolean).join(', ')],
        [w.names.reach, [business.email, business.phone, business.website].filter(Boolean).join(', ') || w.none],
        [w.names.contact, say(business.contact)],
        [w.names.representative, say(business.representative)],
        [w.names.officer, say(business.officer)],
      ],
    },
  ];
}

function flowBlocks(content: RecordContent, language: RecordLanguage): Block[] {
  const w = recordWords[language];
  const flow = flowOf(content, flowWordsIn(language));
  if (flow.edges.length === 0) return [];
  const labels = new Map(flow.nodes.map(({ id, label, place }) => [id, place === '' ? label : `${label} (${place})`]));
  return [
    { kind: 'heading', text: w.flow },
    {
      kind: 'picture',
      svg: flowSvg(layOut(flow), w.flow),
      alt: w.flowAlt(flow.nodes.length, flow.edges.length),
      caption: w.flowCaption,
    },
    {
      kind: 'table',
      name: w.flow,
      headers: w.flowHeaders,
      rows: flow.edges.map(({ from, to, activities }) => [
        labels.get(from) ?? '',
        labels.get(to) ?? '',
        activities.join(', '),
      ]),
      numbers: [],
      widths: [2, 2, 3],
    },
  ];
}

export const flowWordsIn = (language: RecordLanguage) => ({
  store: recordWords[language].store,
  customers: recordWords[language].customers,
  country: countryIn(language),
});
