/** Looks for what a window is too narrow for: a page that scrolls sideways, and words that do not fit where they stand. */
import { expect, type Page } from '@playwright/test';

export async function expectNothingCutOff(page: Page): Promise<void> {
  const cutOff = await page.evaluate(() => {
    const isTooWide = (element: Element | null): boolean =>
      element !== null && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
    const isSeen = (element: Element): boolean => {
      const { clip, clipPath, overflowX, textOverflow } = getComputedStyle(element);
      // Words for screen readers only are one pixel wide; an ellipsis is meant, and a box that scrolls loses nothing.
      return clip === 'auto' && clipPath === 'none' && textOverflow !== 'ellipsis' && overflowX !== 'auto';
    };
    return [
      ...(document.documentElement.scrollWidth > innerWidth || isTooWide(document.getElementById('page'))
        ? ['the page scrolls sideways']
        : []),
      ...[...document.querySelectorAll('button, button span, a, label, h1, h2, h3, p')]
        .filter((element) => isTooWide(element) && isSeen(element))
        .map((element) => element.textContent),
    ];
  });
  expect(cutOff, page.url()).toEqual([]);
}
