/** The scroll bar of a list too tall for a page: exact for a wheel, scaled for a jump, both ends always reachable. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ScaledScroll, tallestPage } from '../../../src/renderer/domains/customers/scaled-scroll';

const made = (total: number, viewport = 600): ScaledScroll => {
  const scroll = new ScaledScroll();
  scroll.resize(total, viewport);
  return scroll;
};

describe('a list that fits a page', () => {
  test('moves as the scroll bar does', () => {
    const scroll = made(100_000);
    scroll.movedTo(12_345);
    expect([scroll.list, scroll.shift]).toEqual([12_345, 0]);
  });
});

describe('a million rows of 44 pixels', () => {
  const total = 44_000_000;

  test('the page stays below what Chromium can lay out', () => expect(made(total).pageHeight).toBe(tallestPage));

  test('a wheel moves the list by exactly as much', () => {
    const scroll = made(total);
    scroll.movedTo(4_000_000);
    const before = scroll.list;
    scroll.movedTo(4_000_100);
    expect(scroll.list).toBeCloseTo(before + 100, 6);
  });

  test('dragging to the end reaches the last row, to the top the first', () => {
    const scroll = made(total);
    scroll.movedTo(scroll.pageEnd);
    expect(scroll.list).toBe(scroll.listEnd);
    scroll.movedTo(0);
    expect(scroll.list).toBe(0);
  });

  test('a wheel that carries the bar to the top before the list says that it is stuck, and going on works', () => {
    const scroll = made(total);
    scroll.goTo(3_000);
    for (let step = 0; step < 100 && !scroll.isStuck; step += 1) scroll.movedTo(Math.max(0, scroll.page - 100));
    expect(scroll.list).toBeGreaterThan(0);
    expect(scroll.isStuck).toBe(true);
    scroll.goTo(scroll.list);
    expect(scroll.isStuck).toBe(false);
  });

  test('whatever is done, list and bar stay inside, and a row in sight is inside the page', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 0, max: tallestPage }), fc.integer({ min: -500, max: 500 })), {
          maxLength: 40,
        }),
        (moves) => {
          const scroll = made(total);
          for (const move of moves) {
            scroll.movedTo(Math.min(Math.max(Math.abs(move) <= 500 ? scroll.page + move : move, 0), scroll.pageEnd));
            if (scroll.isStuck) scroll.goTo(scroll.list);
            expect(scroll.list).toBeGreaterThanOrEqual(0);
            expect(scroll.list).toBeLessThanOrEqual(scroll.listEnd);
            const firstRow = Math.floor(scroll.list / 44) * 44 - scroll.shift;
            expect(firstRow).toBeGreaterThan(scroll.page - 45);
            expect(firstRow).toBeLessThanOrEqual(scroll.page + 1);
          }
        },
      ),
    );
  });

  test('fewer rows after a filter: the place is the last there is', () => {
    const scroll = made(total);
    scroll.movedTo(scroll.pageEnd);
    scroll.resize(4_400, 600);
    expect(scroll.list).toBe(3_800);
  });
});
