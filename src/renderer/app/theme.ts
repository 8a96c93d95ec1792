/** Steward's look: a calm green, warm paper, system fonts. Contrast is computed, never guessed. */
import { createTheme, Loader, type MantineColorsTuple, Modal } from '@mantine/core';

const moss: MantineColorsTuple = [
  '#edf6f1',
  '#dcebe3',
  '#b7d6c5',
  '#8ebfa5',
  '#6bac8a',
  '#55a078',
  '#479a6e',
  '#38865c',
  '#2d6f4c',
  '#1e5c3c',
];
const clay: MantineColorsTuple = [
  '#fdf1ea',
  '#f7e1d5',
  '#ecc1a9',
  '#e19f7a',
  '#d98253',
  '#d4703a',
  '#d2662d',
  '#ba5520',
  '#a64b1b',
  '#8f3f14',
];
/** The kit's greys are blue; ours are the colour of the paper at night. */
const dark: MantineColorsTuple = [
  '#d9e0dc',
  '#bcc5c0',
  '#a7b1ab',
  '#84908a',
  '#434e48',
  '#36403b',
  '#29322e',
  '#1e2421',
  '#181d1a',
  '#121614',
];

export const theme = createTheme({
  primaryColor: 'moss',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  colors: { moss, clay, dark },
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif',
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.75rem' }, h2: { fontSize: '1.4rem' }, h3: { fontSize: '1.1rem' } },
  },
  components: {
    Modal: Modal.extend({ defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.4 } } }),
    Loader: Loader.extend({ defaultProps: { type: 'dots' } }),
  },
});
