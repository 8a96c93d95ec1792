/** Fonts for print, first found first taken: the typesetter's own, then what systems have for other scripts. */
export const printFonts = {
  fonts: [
    'Source Sans 3',
    'Segoe UI',
    'Helvetica Neue',
    'Noto Sans',
    'DejaVu Sans',
    'Liberation Sans',
    'Libertinus Serif',
    'Noto Sans CJK SC',
    'Noto Sans CJK JP',
    'Microsoft YaHei',
    'Yu Gothic',
    'PingFang SC',
    'Droid Sans Fallback',
    'Noto Sans Arabic',
    'Noto Sans Hebrew',
    'Noto Color Emoji',
  ],
  mono: ['DejaVu Sans Mono', 'Consolas', 'Menlo', 'Liberation Mono'],
} as const;
