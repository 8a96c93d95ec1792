/** A paper as an office document that people go on working with: real headings, lists, tables, language and alternatives. */
import {
  AlignmentType,
  BorderStyle,
  CheckBox,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  Tab,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import QRCode from 'qrcode';
import { cellText, levelled, piecesOf } from '#shared/papers/lines';
import type { Block, BlockOf, Line, Paper } from '#shared/papers/paper';
import { paperWords } from '#shared/papers/words';
import { xmlText } from './xml-text';

/** Colours of the printed paper. */
const ink = '23302B';
const soft = '5C665F';
const accent = '2D6F4C';
const ground = 'F3F0E9';
const hairline = 'D9D3C7';
const mark = 'A64B1B';

const languages = { en: 'en-US', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' } as const;
/** A4 between its margins, in twentieths of a point, and the pixels an office program lays over it. */
const textWidth = 9_638;
const widestPicture = 640;

export async function paperDocx(paper: Paper): Promise<Uint8Array> {
  const numbers = new Intl.NumberFormat(paper.language);
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [run(paper.title)] }),
    ...(paper.subtitle === '' ? [] : [new Paragraph({ style: 'Subtitle', children: [run(paper.subtitle)] })]),
    ...levelled(paper.blocks).flatMap((block, place) => blockDocx(block, place, numbers, paper)),
  ];
  const document = new Document({
    title: xmlText(paper.title),
    creator: 'Steward',
    lastModifiedBy: 'Steward',
    description: xmlText(paper.subtitle),
    styles: styles(paper),
    numbering: {
      config: [
        {
          reference: 'ordered',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 425, hanging: 425 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1_134, bottom: 1_134, left: 1_134, right: 1_134 },
          },
        },
        footers: { default: await footer(paper) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const styles = (paper: Paper) => {
  const heading = (size: number, color: string, before: number) => ({
    run: { size, bold: true, color, font: 'Calibri' },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: 21, color: ink, language: { value: languages[paper.language] } },
        paragraph: { spacing: { after: 120, line: 276 } },
      },
      title: { run: { size: 50, bold: true, color: accent, font: 'Calibri' }, paragraph: { spacing: { after: 60 } } },
      heading2: heading(28, ink, 360),
      heading3: heading(23, ink, 260),
      heading4: heading(21, soft, 220),
      hyperlink: { run: { color: accent, underline: {} } },
    },
    paragraphStyles: [
      {
        id: 'Subtitle',
        name: 'Subtitle',
        basedOn: 'Normal',
        run: { size: 24, color: soft },
        paragraph: { spacing: { after: 240 } },
      },
      {
        id: 'Term',
        name: 'Term',
        basedOn: 'Normal',
        run: { bold: true },
        paragraph: { spacing: { after: 0 }, keepNext: true },
      },
      { id: 'Meaning', name: 'Meaning', basedOn: 'Normal', paragraph: { indent: { left: 284 } } },
      { id: 'Value', name: 'Value', basedOn: 'Normal', run: { font: 'Consolas', size: 18 } },
      {
        id: 'Number',
        name: 'Number',
        basedOn: 'Normal',
        run: { size: 38, bold: true, color: accent },
        paragraph: { spacing: { after: 0 }, keepNext: true },
      },
      { id: 'Small', name: 'Small', basedOn: 'Normal', run: { size: 18, color: soft } },
      {
        id: 'Note',
        name: 'Note',
        basedOn: 'Normal',
        paragraph: {
          indent: { left: 170, right: 170 },
          shading: { type: ShadingType.CLEAR, fill: ground, color: 'auto' },
          border: { left: { style: BorderStyle.SINGLE, size: 18, color: accent, space: 6 } },
        },
      },
      {
        id: 'SignatureLine',
        name: 'Signature line',
        basedOn: 'Normal',
        run: { size: 18, color: soft },
        paragraph: {
          spacing: { before: 800 },
          border: { top: { style: BorderStyle.SINGLE, size: 6, color: ink, space: 2 } },
        },
      },
    ],
  };
};

const headings = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const;

function blockDocx(block: Block, place: number, numbers: Intl.NumberFormat, paper: Paper): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: headings[block.level ?? 2], children: [run(block.text)] })];
    case 'paragraph':
      return [new Paragraph({ children: line(block.text) })];
    case 'note':
      return [
        new Paragraph({
          style: 'Note',
          keepNext: true,
          spacing: { after: 0 },
          children: [run(paperWords[paper.language].note, true)],
        }),
        new Paragraph({ style: 'Note', children: line(block.text) }),
      ];
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            spacing: { after: 60 },
            children: line(item),
            // Each list counts from one.
            ...(block.ordered === true
              ? { numbering: { reference: 'ordered', level: 0, instance: place } }
              : { bullet: { level: 0 } }),
          }),
      );
    case 'ticks':
      return block.items.map(
        ({ text, ticked }) =>
          new Paragraph({
            indent: { left: 425, hanging: 425 },
            children: [
              new CheckBox({
                checked: ticked,
                checkedState: { value: '2612', font: 'MS Gothic' },
                uncheckedState: { value: '2610', font: 'MS Gothic' },
                alias: paperWords[paper.language][ticked ? 'ticked' : 'open'],
              }),
              new TextRun({ children: [new Tab()] }),
              ...line(text),
            ],
          }),
      );
    case 'definitions':
      return block.rows.flatMap(([term, meaning]) => [
        new Paragraph({ style: 'Term', children: [run(term)] }),
        new Paragraph({ style: 'Meaning', children: line(meaning) }),
      ]);
    case 'facts':
      return block.rows.flatMap(([name, value]) => [
        new Paragraph({ style: 'Small', spacing: { after: 0 }, keepNext: true, children: [run(name)] }),
        new Paragraph({ style: 'Value', children: [run(value)] }),
      ]);
    case 'figures':
      return block.items.flatMap(({ value, label, marked }) => [
        new Paragraph({
          style: 'Number',
          children: [new TextRun({ text: xmlText(value), ...(marked ? { color: mark } : {}) })],
        }),
        new Paragraph({ style: 'Small', children: [run(label)] }),
      ]);
    case 'table':
      return [...captionOf(block.caption), tableOf(block, numbers), gap()];
    case 'bars':
      return [
        new Paragraph({ style: 'Small', keepNext: true, children: [run(block.alt)] }),
        tableOf(
          { headers: null, rows: block.bars.map(({ label, text }) => [label, text]), numbers: [1], widths: [5, 1] },
          numbers,
        ),
        gap(),
        ...captionOf(block.legend ?? undefined),
      ];
    case 'picture':
      return [
        new Paragraph({ keepNext: block.caption !== undefined, children: [picture(block)] }),
        ...captionOf(block.caption),
      ];
    case 'signatures':
      return block.lines.map((one) => new Paragraph({ style: 'SignatureLine', children: [run(one)] }));
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true, spacing: { after: 0 } })];
  }
}

const run = (text: string, bold = false): TextRun => new TextRun({ text: xmlText(text), ...(bold ? { bold } : {}) });

const line = (text: Line): ParagraphChild[] =>
  piecesOf(text).map(({ text: said, strong, link }) =>
    link === null
      ? run(said, strong)
      : new ExternalHyperlink({
          link,
          children: [new TextRun({ text: xmlText(said), style: 'Hyperlink', ...(strong ? { bold: true } : {}) })],
        }),
  );

const captionOf = (caption: string | undefined): Paragraph[] =>
  caption === undefined ? [] : [new Paragraph({ style: 'Small', keepNext: true, children: [run(caption)] })];

/** Two tables in a row would become one. */
const gap = (): Paragraph => new Paragraph({ spacing: { after: 60 } });

function tableOf(
  {
    headers,
    rows,
    numbers: right,
    widths,
  }: Pick<BlockOf<'table'>, 'rows' | 'numbers' | 'widths'> & { readonly headers: readonly string[] | null },
  numbers: Intl.NumberFormat,
): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.floor((width / whole) * textWidth));
  const cell = (text: string, at: number, head: boolean): TableCell =>
    new TableCell({
      width: { size: columns[at] ?? 0, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      children: [
        new Paragraph({
          spacing: { after: 0 },
          alignment: right.includes(at) ? AlignmentType.END : AlignmentType.START,
          children: [new TextRun({ text: xmlText(text), size: 19, ...(head ? { bold: true, color: soft } : {}) })],
        }),
      ],
    });
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return new Table({
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    borders: {
      top: none,
      left: none,
      right: none,
      insideVertical: none,
      bottom: { style: BorderStyle.SINGLE, size: 4, color: hairline },
      insideHorizontal: { style: BorderStyle.SINGLE, size: 4, color: hairline },
    },
    rows: [
      ...(headers === null
        ? []
        : [
            new TableRow({
              tableHeader: true,
              cantSplit: true,
              children: headers.map((text, at) => cell(text, at, true)),
            }),
          ]),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((value, at) => cell(cellText(value, numbers), at, false)),
          }),
      ),
    ],
  });
}

/** Office programs of the last ten years draw the SVG; an older one shows the alternative text. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

function picture({ svg, alt }: BlockOf<'picture'>): ImageRun {
  const side = (name: string, otherwise: number): number =>
    Number(new RegExp(`<svg[^>]*\\s${name}="([\\d.]+)`).exec(svg)?.[1] ?? otherwise);
  const [width, height] = [side('width', widestPicture), side('height', widestPicture / 2)];
  const scale = Math.min(1, widestPicture / width);
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    fallback: { type: 'png', data: onePixel },
    altText: { title: '', description: xmlText(alt), name: 'picture' },
  });
}

async function footer({ footer: said, checkpoint, language }: Paper): Promise<Footer> {
  const code =
    checkpoint === null
      ? []
      : [
          new TextRun({ children: [new Tab()] }),
          new ImageRun({
            type: 'png',
            data: await QRCode.toBuffer(checkpoint, { errorCorrectionLevel: 'M', margin: 0, width: 220 }),
            transformation: { width: 58, height: 58 },
            altText: { title: '', description: checkpoint, name: 'checkpoint' },
          }),
        ];
  const page = [paperWords[language].page, ' ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        style: 'Small',
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: hairline, space: 4 } },
        tabStops: [
          { type: TabStopType.RIGHT, position: textWidth - 1_100 },
          { type: TabStopType.RIGHT, position: textWidth },
        ],
        children: [run(said), new TextRun({ children: [new Tab(), ...page] }), ...code],
      }),
    ],
  });
}
