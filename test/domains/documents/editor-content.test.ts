/** The editor holds what a section says and gives it back, and whatever else it can hold becomes something a document can say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SectionBlocks, type SectionBlock } from '#shared/domains/documents/model';
import { fromEditor, toEditor } from '../../../src/renderer/domains/documents/editor-content';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((one) => one.trim() !== '');
const line = fc.oneof(
  text,
  text.map((one) => [{ text: one, strong: true as const }]),
  text.map((one) => [{ text: one, link: 'https://example.com/a' }, ' and more']),
);
const block: fc.Arbitrary<SectionBlock> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), text: line }),
  fc.record({ kind: fc.constant('note' as const), text: line }),
  fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(3 as const, 4 as const), text }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(line, { minLength: 1, maxLength: 4 }) }),
  fc.record({
    kind: fc.constant('list' as const),
    items: fc.array(line, { minLength: 1, maxLength: 4 }),
    ordered: fc.constant(true as const),
  }),
  fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.record({
        kind: fc.constant('table' as const),
        name: fc.constant('Section'),
        headers: fc.array(text, { minLength: width, maxLength: width }),
        rows: fc.array(fc.array(text, { minLength: width, maxLength: width }), { maxLength: 3 }),
        numbers: fc.constant([]),
        widths: fc.constant(Array.from({ length: width }, () => 1)),
      }),
    ),
) as never;

describe('the editor', () => {
  it('gives back what it was given', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        expect(fromEditor(toEditor(blocks), 'Section')).toEqual(blocks);
      }),
    );
  });

  it('makes something a document can say of whatever is pasted into it', () => {
    const pasted = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Big' }] },
        { type: 'paragraph' },
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [
                { type: 'paragraph', content: [{ type: 'text', text: 'one' }] },
                {
                  type: 'orderedList',
                  content: [
                    { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'two' }] }] },
                  ],
                },
              ],
            },
          ],
        },
        { type: 'video', attrs: { src: 'https://example.com' } },
        { type: 'codeBlock', content: [{ type: 'text', text: 'code' }] },
      ],
    };
    const blocks = fromEditor(pasted, 'Section');
    expect(blocks).toEqual([
      { kind: 'heading', level: 3, text: 'Big' },
      { kind: 'list', items: ['one', 'two'] },
      { kind: 'paragraph', text: 'code' },
    ]);
    expect(SectionBlocks.safeParse(blocks).success).toBe(true);
  });
});
