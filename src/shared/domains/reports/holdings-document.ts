/** The holdings report as a document: what stands where, in a person's language. */
import { type Named, namesIn } from '#shared/domains/fields/defaults';
import { trailMarks } from '#shared/papers/marks';
import type { Block, Paper } from '#shared/papers/paper';
import type { HoldingsReport } from './model';
import { holdingsWords, type ReportLanguage } from './words';

export function holdingsDocument(report: HoldingsReport, language: ReportLanguage): Paper {
  const w = holdingsWords[language];
  const { format } = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const moment = (instant: string): string => `${format(new Date(instant))} UTC`;
  const place = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  const named = namesIn(language);
  const labelOf = ({ name, label }: { name: string; label: string }): string => named(name, label);
  const labels = new Map(report.fields.map((field) => [field.name, labelOf(field)]));
  const nameOf = (field: string | null): string | null => (field === null ? null : (labels.get(field) ?? field));
  const used = report.fields.filter((field) => field.people > 0).toSorted((a, b) => b.people - a.people);
  const needsCare = used.filter((field) => field.sensitivity !== 'ordinary').length;
  const blocks: Block[] = [
    { kind: 'paragraph', text: w.scope },
    {
      kind: 'figures',
      items: [
        { value: w.number(report.people), label: w.figures.people, marked: false },
        {
          value: `${w.number(used.length)} / ${w.number(report.fields.length)}`,
          label: w.figures.fields,
          marked: false,
        },
        { value: w.number(needsCare), label: w.figures.needsCare, marked: needsCare > 0 },
        {
          value: w.number(report.purposes.filter((purpose) => purpose.people > 0).length),
          label: w.figures.purposes,
          marked: false,
        },
      ],
    },
    { kind: 'heading', text: w.gaps },
    report.gaps.length === 0
      ? { kind: 'paragraph', text: w.noGaps }
      : { kind: 'list', items: report.gaps.map((gap) => w.gap({ ...gap, field: nameOf(gap.field) })) },
  ];
  if (used.length > 0) {
    blocks.push(
      { kind: 'heading', text: w.pictureTitle },
      {
        kind: 'bars',
        alt: w.pictureAlt(used.length, w.people(report.people)),
        most: Math.max(report.people, 1),
        legend: needsCare > 0 ? w.legend : null,
        bars: used.map((field) => ({
          label: labelOf(field),
          value: field.people,
          text: w.number(field.people),
          marked: field.sensitivity !== 'ordinary',
        })),
      },
    );
  }
  blocks.push(
    { kind: 'heading', text: w.purposes },
    {
      kind: 'table',
      name: w.purposes,
      headers: w.purposeHeaders,
      rows: report.purposes.map((purpose) => [
        named(purpose.id, purpose.name),
        w.basis[purpose.lawfulBasis],
        purpose.fields,
        purpose.people,
      ]),
      numbers: [2, 3],
      widths: [5, 3, 1, 1.4],
    },
    { kind: 'heading', text: w.fields },
    {
      kind: 'table',
      name: w.fields,
      headers: w.fieldHeaders,
      rows: report.fields.map((field) => [
        labelOf(field),
        field.people,
        named(field.purpose, field.purposeName),
        w.basis[field.lawfulBasis],
        w.sensitivity[field.sensitivity],
        named(field.retentionClass, field.retentionName),
      ]),
      numbers: [1],
      widths: [2.6, 1.5, 3.9, 2.3, 1.8, 2.3],
    },
    { kind: 'heading', text: w.retention },
    {
      kind: 'table',
      name: w.retention,
      headers: w.retentionHeaders,
      rows: retentionRows(report, named),
      numbers: [2],
      widths: [2.4, 5, 1],
    },
    { kind: 'heading', text: w.places },
    {
      kind: 'table',
      name: w.places,
      headers: w.placeHeaders,
      rows: report.countries.map(({ country, people }) => [
        country === null ? w.unknown : nameOfPlace(place, country),
        people,
      ]),
      numbers: [1],
      widths: [5, 1.4],
    },
    { kind: 'heading', text: w.marketing },
    {
      kind: 'table',
      name: w.marketing,
      headers: w.marketingHeaders,
      rows: report.marketing.map(({ status, people }) => [
        status === null ? w.unknown : (w.marketingStatus[status] ?? status),
        people,
      ]),
      numbers: [1],
      widths: [5, 1.4],
    },
    { kind: 'heading', text: w.sources },
    report.sources.length === 0
      ? { kind: 'paragraph', text: w.noSources }
      : {
          kind: 'table',
          name: w.sources,
          headers: w.sourceHeaders,
          rows: report.sources.map((source) => [source.source, moment(source.at), source.rows, source.imported]),
          numbers: [2, 3],
          widths: [4, 3, 1.2, 1.4],
        },
    { kind: 'heading', text: w.notClaimed },
    { kind: 'list', items: w.notClaimedItems },
    { kind: 'heading', text: w.about },
    {
      kind: 'facts',
      rows: [
        [w.aboutStore, report.storeId],
        [w.aboutMoment, report.madeAt],
        [w.aboutTrail(w.number(report.trail.entries)), report.trail.root],
      ],
    },
  );
  return {
    language,
    title: w.title,
    subtitle: w.subtitle(w.people(report.people), moment(report.madeAt)),
    blocks,
    ...trailMarks({ storeId: report.storeId, ...report.trail }, language),
    day: report.madeAt.slice(0, 10),
  };
}

function nameOfPlace(names: Intl.DisplayNames, country: string): string {
  try {
    return names.of(country) ?? country;
  } catch {
    // What was typed and not understood is shown as typed.
    return country;
  }
}

function retentionRows(report: HoldingsReport, named: Named): (string | number)[][] {
  const classes = new Map<string, [string, string, number]>();
  for (const field of report.fields) {
    const row = classes.get(field.retentionClass) ?? [
      named(field.retentionClass, field.retentionName),
      named(`${field.retentionClass} rule`, field.retentionRule),
      0,
    ];
    row[2] += 1;
    classes.set(field.retentionClass, row);
  }
  return [...classes.values()];
}
