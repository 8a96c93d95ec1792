/** Papers: the same content in four formats, each opened by a reader that did not write it, whatever the text holds. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { checkPaper } from '#main/papers/check-paper';
import { paperBytes, savePaper } from '#main/papers/save-paper';
import { seeDocx } from '#main/papers/see-docx';
import { seeHtml } from '#main/papers/see-html';
import { seePdf } from '#main/papers/see-pdf';
import { paperHtml } from '#main/papers/write-html';
import { isSafeAddress, levelled } from '#shared/papers/lines';
import { paperMarkdown } from '#shared/papers/markdown';
import { type Block, type Paper, paperFormats } from '#shared/papers/paper';
import { naughtyStrings } from '#test/support/naughty-strings';

const root = mkdtempSync(join(tmpdir(), 'steward-papers-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const at = '2026-11-24T09:00:00.000Z';

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80" viewBox="0 0 300 80"><rect x="2" y="2" width="90" height="40" fill="none" stroke="#2d6f4c"/><text x="10" y="26" font-size="12">Customers</text></svg>`;

const everyKind: readonly Block[] = [
  { kind: 'heading', text: 'Who we are' },
  {
    kind: 'paragraph',
    text: [
      'Write to ',
      { text: 'Ada Lovelace', strong: true },
      ' at ',
      { text: 'ada@example.com', link: 'mailto:ada@example.com' },
      '.',
    ],
  },
  { kind: 'note', text: 'You may object at any time.' },
  { kind: 'heading', level: 3, text: 'Your rights' },
  { kind: 'list', items: ['to see', [{ text: 'to correct', strong: true }, ' what is wrong']] },
  { kind: 'list', ordered: true, items: ['first', 'second'] },
  { kind: 'list', ordered: true, items: ['again first'] },
  {
    kind: 'definitions',
    rows: [
      ['Controller', [{ text: 'Site', link: 'https://example.com/privacy' }]],
      ['Officer', 'none'],
    ],
  },
  { kind: 'facts', rows: [['Digest', 'ab12']] },
  {
    kind: 'figures',
    items: [
      { value: '12', label: 'people', marked: false },
      { value: '3', label: 'gaps', marked: true },
    ],
  },
  { kind: 'heading', text: 'What we hold' },
  {
    kind: 'table',
    name: 'Holdings',
    caption: 'What we hold, and for how long',
    headers: ['What', 'People'],
    rows: [
      ['Name', 1_234],
      ['Street', 7],
    ],
    numbers: [1],
    widths: [3, 1],
  },
  {
    kind: 'bars',
    alt: 'One of two.',
    most: 2,
    legend: 'needs care',
    bars: [{ label: 'One', value: 1, text: '1', marked: true }],
  },
  { kind: 'picture', svg: drawing, alt: 'Customers go into a box.', caption: 'How data flow' },
  {
    kind: 'ticks',
    items: [
      { text: 'asked', ticked: true },
      { text: 'told', ticked: false },
    ],
  },
  { kind: 'page-break' },
  { kind: 'signatures', lines: ['Place, date', 'Signature'] },
];

const paper = (blocks: readonly Block[], more: Partial<Paper> = {}): Paper => ({
  language: 'en',
  title: 'Privacy notice',
  subtitle: 'for our customers',
  blocks,
  footer: 'Version 3, 24 November 2026',
  checkpoint: 'STEWARD TRAIL S 1 00',
  day: '2026-11-24',
  ...more,
});

describe('a paper with every kind of block', () => {
  it.each(paperFormats)('is saved as %s, with its digest', async (format) => {
    const file = join(root, `paper.${format}`);
    for (const language of ['en', 'de', 'fr', 'es'] as const) {
      const saved = await savePaper(paper(everyKind, { language }), format, file, { madeAt: at });
      const bytes = readFileSync(file);
      expect(saved).toEqual({ bytes: bytes.length, digest: createHash('sha256').update(bytes).digest('hex') });
    }
    await savePaper(paper([], { footer: '', checkpoint: null, subtitle: '' }), format, file, { madeAt: at });
    if (process.env['STEWARD_PICTURES'] !== undefined)
      await savePaper(paper(everyKind), format, join(process.env['STEWARD_PICTURES'], `paper.${format}`), {
        madeAt: at,
      });
  });

  it('has headings, lists, boxes and alternatives that a screen reader finds', async () => {
    const pdf = await seePdf(await paperBytes(paper(everyKind), 'pdf', at));
    expect(pdf.headings.map((one) => one.trim())).toEqual([
      'Privacy notice',
      'Who we are',
      'Your rights',
      'What we hold',
    ]);
    expect(pdf.alternatives).toEqual(
      expect.arrayContaining(['One of two.', 'Customers go into a box.', 'ticked', 'not ticked']),
    );
    expect(pdf.pages).toBe(2);
    const docx = await seeDocx(await paperBytes(paper(everyKind, { language: 'de' }), 'docx', at));
    expect(docx).toMatchObject({
      language: 'de-DE',
      headings: ['Privacy notice', 'Who we are', 'Your rights', 'What we hold'],
    });
    expect(docx.rows).toEqual([
      ['What', 'People'],
      ['Name', '1.234'],
      ['Street', '7'],
      ['One', '1'],
    ]);
    expect(docx.addresses).toEqual(['mailto:ada@example.com', 'https://example.com/privacy']);
    expect(docx.alternatives).toEqual(['Customers go into a box.', 'STEWARD TRAIL S 1 00']);
    const markdown = paperMarkdown(paper(everyKind));
    expect(markdown).toContain('Write to **Ada Lovelace** at [ada@example.com](<mailto:ada@example.com>).');
    expect(markdown).toContain('- [x] asked\n- [ ] told');
    expect(markdown).toContain('| What | People |\n| --- | ---: |\n| Name | 1,234 |');
  });
});

describe('any text', () => {
  const hostile = (text: string): readonly Block[] => [
    { kind: 'heading', text },
    {
      kind: 'paragraph',
      text: [
        { text, strong: true },
        { text, link: 'https://example.com/' },
      ],
    },
    { kind: 'list', items: [text] },
    { kind: 'definitions', rows: [[text, text]] },
    { kind: 'ticks', items: [{ text, ticked: true }] },
    { kind: 'table', name: text, caption: text, headers: [text], rows: [[text]], numbers: [], widths: [1] },
    { kind: 'signatures', lines: [text] },
    { kind: 'note', text },
  ];

  it.each(['docx', 'html', 'md'] as const)('is in %s as typed', async (format) => {
    // A page cannot hold these three; parsers replace or drop them.
    const texts = naughtyStrings.filter((text) => text.isWellFormed() && !/[\0\f]|^\n/.test(text));
    const blocks = texts.flatMap(hostile);
    await checkPaper(await paperBytes(paper(blocks), format, at), format, paper(blocks));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }), async (text) => {
        const one = paper(hostile(text), { title: `T ${text}` });
        await checkPaper(await paperBytes(one, format, at), format, one);
      }),
      { numRuns: 40 },
    );
  });

  it('is on paper', async () => {
    const blocks = naughtyStrings
      .filter((text) => text.isWellFormed())
      .slice(0, 120)
      .flatMap(hostile);
    await expect(checkPaper(await paperBytes(paper(blocks), 'pdf', at), 'pdf', paper(blocks))).resolves.toBeUndefined();
  }, 60_000);

  it('never becomes an address that runs something', async () => {
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'https://x" onclick="y',
      ' https://x',
      '//x',
      '#x',
    ])
      expect([address, isSafeAddress(address)]).toEqual([address, false]);
    for (const address of ['https://example.com/a?b=c&d', 'mailto:a@b.example', 'tel:+49-30-1234'])
      expect([address, isSafeAddress(address)]).toEqual([address, true]);
    const one = paper([{ kind: 'paragraph', text: [{ text: 'here', link: 'javascript:alert(1)' }] }]);
    for (const format of paperFormats) {
      const bytes = await paperBytes(one, format, at);
      await checkPaper(bytes, format, one);
      expect(Buffer.from(bytes).includes('javascript:')).toBe(false);
    }
  });
});

describe('a file that does not say what it should', () => {
  const changed = (text: string): Paper =>
    paper([
      { kind: 'paragraph', text },
      { kind: 'table', name: 'T', headers: ['A'], rows: [[text]], numbers: [], widths: [1] },
    ]);

  it.each(paperFormats)('is refused as %s, and what was there stays', async (format) => {
    const bytes = await paperBytes(changed('We keep invoices for ten years.'), format, at);
    await expect(checkPaper(bytes, format, changed('We keep invoices for two years.'))).rejects.toThrow();
    const folder = mkdtempSync(join(root, 'refused-'));
    const file = join(folder, `paper.${format}`);
    writeFileSync(file, 'the old one');
    await expect(
      savePaper(paper(everyKind), format, file, { madeAt: at, signal: AbortSignal.abort(new Error('stopped')) }),
    ).rejects.toThrow('stopped');
    expect(readdirSync(folder)).toEqual([`paper.${format}`]);
    expect(readFileSync(file, 'utf8')).toBe('the old one');
  });

  it('is refused when a picture could run or load something', async () => {
    for (const inside of [
      '<script>x</script>',
      '<image href="https://example.com/x.png"/>',
      '<a href="https://example.com"><text>x</text></a>',
      '<rect onload="x"/>',
      '<rect fill="url(https://example.com)"/>',
      '<foreignObject><p>x</p></foreignObject>',
      '</svg><img src=x>',
    ]) {
      const one = paper([{ kind: 'picture', svg: drawing.replace('</svg>', `${inside}</svg>`), alt: 'x' }]);
      const page = Buffer.from(await paperHtml(one));
      expect([inside, seeHtml(page.toString()).foreign.length > 0]).toEqual([inside, true]);
      await expect(checkPaper(page, 'html', one)).rejects.toThrow('can run or load');
    }
  });
});

it('never skips a level of headings', () => {
  const levels = (wanted: readonly (2 | 3 | 4)[]): unknown[] =>
    levelled(wanted.map((level) => ({ kind: 'heading', text: 'x', level }))).map((block) =>
      block.kind === 'heading' ? block.level : null,
    );
  expect(levels([4, 4, 2, 4, 3])).toEqual([2, 3, 2, 3, 3]);
});
