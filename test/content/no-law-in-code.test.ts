/** The law is data: no article, section or statute number stands in the source. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '../../src');
const citations = [
  /\bart(?:icle|ikel|s|\.)?\s*\d/i,
  /§+\s*\d/,
  /\b(?:reg|section|sec|recital|rec)\.?\s*\d{1,4}\b(?!\s*(?:bytes|px))/i,
  /\b(?:1798|164|160|7\d{3})\.\d{2,3}\b/,
  /\b\d{1,2}\s*(?:CFR|CCR|U\.?S\.?C)\b/,
  /\b(?:19|20)\d{2}\/\d{2,4}\b/,
  /\b\d{2,4}\/(?:19|20)?\d{2}\/(?:EU|EC|EEC)\b/,
];

describe('the source', () => {
  const files = globSync('**/*.{ts,tsx,css,html}', { cwd: source });
  it('is looked at', () => expect(files.length).toBeGreaterThan(30));
  it('cites no law', () => {
    const found = files.flatMap((file) =>
      readFileSync(join(source, file), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          citations.filter((pattern) => pattern.test(line)).map(() => `${file}:${index + 1}: ${line.trim()}`),
        ),
    );
    expect(found).toEqual([]);
  });
  it.each([
    'the duty of Art. 33(1)',
    'see article 12',
    '45 CFR 164',
    '1798.105',
    '§ 38 BDSG',
    'Reg. 1182/71',
    'Directive 2002/58',
  ])('would notice %j', (line) => {
    expect(citations.some((pattern) => pattern.test(line))).toBe(true);
  });
});
