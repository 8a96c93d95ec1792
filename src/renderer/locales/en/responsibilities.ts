/** Words of the page about responsibilities in English. */
import type { Gap } from '#shared/domains/responsibilities/model';

export const responsibilities = {
  title: 'Who looks after what',
  lead: 'For each area one person answers, one does the work, and one stands in. When somebody leaves, the gap shows here and on Today.',
  headers: ['Area', 'Answers (A)', 'Does it (R)', 'Stands in', 'Asked before (C)', 'Told after (I)', 'Change'],
  save: 'Save as …',
  written: (file: string) => `Written to ${file} and read back.`,
  left: (name: string) => `${name} (left)`,
  nobody: 'nobody',
  assign: 'Name',
  assignOne: (area: string) => `Name who looks after: ${area}`,
  gaps: {
    nobody: 'Nobody is named.',
    left: 'Whoever answers for it has left.',
    'no-deputy': 'Nobody stands in.',
    'deputy-left': 'Whoever stands in has left.',
    'same-person': 'The same person cannot stand in for themselves.',
    'others-left': 'Somebody else who is named has left.',
  } satisfies Record<Gap, string> as Record<Gap, string>,
  roles: {
    accountable: 'Answers for it (A)',
    responsible: 'Does the work (R)',
    deputy: 'Stands in',
    consulted: 'Is asked before something changes (C)',
    informed: 'Is told afterwards (I)',
  },
  roleHelp: {
    accountable: 'One person, who decides and is asked about it.',
    responsible: 'Empty when it is the same person.',
    deputy: 'When the first is away or ill.',
    consulted: '',
    informed: '',
  },
  keep: 'Save',
  cancel: 'Cancel',
  close: 'Close',
};
