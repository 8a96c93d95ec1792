/** What often means health in notes. */
/** Beginnings of words, folded, that often mean health in notes; people look at what is found, nothing is decided by them. */
export const healthWords: readonly string[] = [
  'allerg',
  'asthma',
  'behinder',
  'blutdruck',
  'cancer',
  'depress',
  'diabet',
  'diagnos',
  'disabilit',
  'epilep',
  'krank',
  'krebs',
  'medikament',
  'medication',
  'pregnan',
  'schwanger',
];
