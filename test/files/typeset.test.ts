/** The typesetter: accessible pages out of data that is never markup, whatever characters it holds, or a clear no. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import QRCode from 'qrcode';
import { afterAll, describe, expect, it } from 'vitest';
import { printFonts } from '#main/files/print-fonts';
import { typeset } from '#main/files/typeset';
import { typesetKit } from '#main/files/typeset-kit';
import { seePdf } from '#main/papers/see-pdf';
import { paperPdf } from '#main/papers/write-pdf';
import type { Block, Paper } from '#shared/papers/paper';
import { naughtyStrings } from '#test/support/naughty-strings';

const root = mkdtempSync(join(tmpdir(), 'steward-typeset-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const at = '2026-11-24T09:00:00.000Z';

const documentOf = (blocks: readonly Block[], title = 'A report'): Paper => ({
  language: 'en',
  title,
  subtitle: 'for a test',
  blocks,
  footer: 'Footer',
  checkpoint: 'STEWARD TRAIL S 1 00',
  day: '2026-11-24',
});
const tableOf = (rows: readonly (readonly (string | number)[])[]): Block => ({
  kind: 'table',
  name: 'Table',
  headers: ['Text', 'Number'],
  rows,
  numbers: [1],
  widths: [4, 1],
});
const wellFormed = (text: string): boolean => text.isWellFormed();

describe('a document', () => {
  it('shows text as typed: no markup, no code, no import', async () => {
    const typed = [
      '#panic("x")',
      '*bold* _it_ `raw`',
      '$x^2$',
      '#import "@preview/x:1.0.0": *',
      '= Heading',
      '<label> @ref',
      '// comment',
      '\\u{41}',
      '#read("/etc/passwd")',
    ];
    const seen = await seePdf(
      await paperPdf(
        documentOf(
          [...typed.map((text): Block => ({ kind: 'paragraph', text })), tableOf(typed.map((text) => [text, 1]))],
          '#title *x*',
        ),
        at,
      ),
    );
    for (const text of typed) expect(seen.text.replaceAll(/\s+/g, ' ')).toContain(text);
    expect(seen.title).toBe('#title *x*');
    expect(seen.rows.slice(1).map((row) => row[0]?.trim().replaceAll(/\s+/g, ' '))).toEqual(typed);
  });

  it('has every row of a long table once, over many pages', async () => {
    const rows = Array.from({ length: 400 }, (_, number) => [`Row ${number}`, number * 1_001] as const);
    const seen = await seePdf(await paperPdf(documentOf([tableOf(rows)]), at));
    expect(seen.pages).toBeGreaterThan(5);
    expect(seen.rows).toHaveLength(401);
    expect(seen.rows.slice(1).map((row) => row[1]?.trim())).toEqual(
      rows.map(([, number]) => number.toLocaleString('en')),
    );
  });

  it('writes a character that no font draws as its number', async () => {
    const text = 'before \u0007 \u{10ffff} after';
    const seen = await seePdf(await paperPdf(documentOf([{ kind: 'paragraph', text }]), at));
    expect(seen.text.replaceAll(/\s+/g, ' ')).toContain('before [U+0007] [U+10FFFF] after');
  });

  it('is made of any text at all', async () => {
    const texts = naughtyStrings.filter(wellFormed);
    const seen = await seePdf(
      await paperPdf(documentOf([tableOf(texts.map((text, number) => [text.slice(0, 500), number]))]), at),
    );
    expect(seen.rows).toHaveLength(texts.length + 1);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { minLength: 1, maxLength: 30 }),
        async (some) => {
          const one = await seePdf(
            await paperPdf(documentOf([tableOf(some.map((text, number) => [text, number]))]), at),
          );
          expect(one.tagged).toBe(true);
          expect(one.rows).toHaveLength(some.length + 1);
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);

  it('keeps a word without an end inside its column', async () => {
    const seen = await seePdf(await paperPdf(documentOf([tableOf([['x'.repeat(300), 7]])]), at));
    expect(seen.rows[1]?.[0]?.trim().split('\n').length).toBeGreaterThan(2);
  });

  it('says pictures in words', async () => {
    const bars: Block = {
      kind: 'bars',
      alt: 'Three of four.',
      most: 4,
      legend: 'care',
      bars: [{ label: 'One', value: 3, text: '3', marked: true }],
    };
    expect((await seePdf(await paperPdf(documentOf([bars]), at))).alternatives).toEqual(['Three of four.']);
  });

  it('is the same bytes for the same data', async () => {
    const [one, two] = [
      await paperPdf(documentOf([tableOf([['a', 1]])]), at),
      await paperPdf(documentOf([tableOf([['a', 1]])]), at),
    ];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });

  it('does not hold up the thread it was asked on', async () => {
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const started = performance.now();
    await paperPdf(documentOf([tableOf(Array.from({ length: 3_000 }, (_, number) => [`Row ${number}`, number]))]), at);
    clearInterval(timer);
    // On this thread it would have been one stretch as long as the whole.
    expect(longest).toBeLessThan((performance.now() - started) / 2);
  });
});

describe('where it cannot work', () => {
  const data = { ...documentOf([]), ...printFonts };
  it('says so when the package is missing', async () => {
    await expect(typeset('paper', data, at, {}, '@myriaddreamin/no-such-typesetter')).rejects.toMatchObject({
      failure: { code: 'unavailable', resource: 'typesetter', facts: { step: 'missing' } },
    });
  });
  it('says so when the data do not fit the template, and quotes none of them', async () => {
    const error: unknown = await typeset('paper', { title: 'secret-canary' }, at).catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      failure: { code: 'unavailable', resource: 'typesetter', facts: { step: 'compile' } },
    });
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('secret-canary');
  });
});

describe('the recovery kit', () => {
  const words =
    'abandon ability able about above absent absorb abstract absurd abuse access accident account accuse achieve acid acoustic acquire across act action actor actress actual'.split(
      ' ',
    );
  const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

  it.skipIf(!hasPoppler).each(['en', 'de'] as const)(
    'is one page with every word beside its number (%s)',
    async (language) => {
      const qrSvg = await QRCode.toString(words.join(' '), { type: 'svg' });
      const pdf = await typesetKit({ storeId: 'S-TEST-1234', madeAt: at, words, qrSvg, language });
      const file = join(root, `kit-${language}.pdf`);
      writeFileSync(file, pdf);
      const text = spawnSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).stdout.replaceAll(/\s+/g, ' ');
      for (const [index, word] of words.entries()) expect(text).toContain(`${index + 1}. ${word}`);
      expect(text).toContain('S-TEST-1234');
      const info = spawnSync('pdfinfo', [file], { encoding: 'utf8' }).stdout;
      expect(info).toMatch(/Pages: +1\n/);
      expect(info).toMatch(/Tagged: +yes/);
    },
  );
});
