/** Words about which laws apply, in English. */
export const applicability = {
  title: 'Which laws apply',
  lead: 'Plain questions; each answer can be changed. The answers decide which obligations you see, always with the reason.',
  progress: (answered: number, left: number) =>
    `${answered === 0 ? 'Nothing answered yet' : `${answered} answered`}, ${left === 1 ? 'this is the last one for now' : `${left} to go for now`}. What decides most comes first; stop whenever you like.`,
  yes: 'Yes',
  no: 'No',
  skip: 'I do not know yet',
  several: 'Choose all that fit',
  severalHelp: 'Type a few letters to find one.',
  noneOfThem: 'None of these',
  held: (names: readonly string[]) =>
    `Already chosen, because your customer store holds people there: ${names.join(', ')}.`,
  heldIn: (name: string, people: number) => `${name} (${people.toLocaleString('en')})`,
  nothingChosen: 'none',
  notKnown: 'Not known yet',
  notKnownLead: 'These stay open, and what depends on them is not decided. Answer whenever you know.',
  answerNow: 'Answer',
  number: 'A number',
  save: 'Answer',
  done: 'All questions that matter are answered.',
  doneLead:
    'Change an answer below whenever something changes. Steward asks again when your customer store says that an answer may no longer be true.',
  decisions: 'What follows',
  applies: { yes: 'Applies', no: 'Does not apply', open: 'Not decided yet' },
  counts: (yes: number, open: number) =>
    `${yes === 1 ? '1 obligation applies' : `${yes} obligations apply`}${open > 0 ? `, ${open} not decided` : ''}`,
  because: 'Because',
  answers: 'Your answers',
  answered: (day: string) => `answered ${day}`,
  change: 'Change',
  again: (people: number) =>
    `Please look again: your customer store now holds ${people.toLocaleString('en')} people there.`,
  memo: 'Save as a signed memo (PDF)',
  memoJson: 'Memo as data (JSON)',
  memoDone: (file: string, digest: string) =>
    `Saved to ${file} and opened again. Digest ${digest.slice(0, 16)}… is in the audit trail.`,
  notAdvice: 'This informs; it is not legal advice, and no lawyer has reviewed it.',
};
