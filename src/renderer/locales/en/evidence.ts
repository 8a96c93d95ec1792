/** Words about evidence in English. */
export const evidence = {
  title: 'Evidence',
  lead: 'Files that show something: a signed contract, a training list, a test report. Kept encrypted in the vault.',
  add: 'Add a file',
  adding: 'Reading and encrypting …',
  none: 'No evidence yet',
  noneLines: [
    'Add PDF, pictures, Word, Excel, text, CSV or e-mail files. Each is recognised by its content; what is not what it says it is, is refused.',
    'A file can be evidence for several obligations, and can expire.',
  ],
  headers: {
    title: 'What',
    kind: 'Kind',
    added: 'Added',
    expires: 'Until',
    for: 'For',
    actions: 'Actions',
    file: 'File',
    size: 'Size',
    digest: 'Digest',
    copy: 'Copy',
  },
  never: 'no end',
  expired: 'expired',
  for: (count: number) => (count === 0 ? 'nothing yet' : count === 1 ? '1 thing' : `${count} things`),
  edit: 'Change',
  export: 'Save a copy',
  revise: 'New version',
  revisions: 'All versions',
  hasEarlier: 'Earlier versions',
  revisionsTitle: (title: string) => `All versions of “${title}”`,
  revisionsLead: (count: number) =>
    count === 1
      ? 'There is one version. “New version” puts another in its place; this one stays here.'
      : `${count} versions, newest first. The newest counts; the others stay as they were.`,
  counts: 'counts now',
  addedBy: (moment: string, who: string) => `${moment}, by ${who}`,
  bytes: (count: string) => `${count} bytes`,
  copyOf: (file: string, moment: string) => `Save a copy: ${file} of ${moment}`,
  close: 'Close',
  nowSays: 'What it says now',
  nowState: (names: readonly string[], until: string) =>
    `Evidence for: ${names.length === 0 ? 'nothing' : names.join(', ')}. Valid until: ${until}.`,
  saveMine: 'Replace it with mine',
  remove: 'Remove',
  check: 'Check all files',
  checked: (checked: number, damaged: number) =>
    damaged === 0
      ? `${checked === 1 ? '1 file was' : `${checked} files were`} read and ${checked === 1 ? 'is' : 'are'} whole.`
      : `${damaged} of ${checked} files are damaged or missing. Restore them from a backup.`,
  copied: (file: string) => `Copied to ${file}. That copy is not encrypted.`,
  editTitle: 'What it shows',
  until: 'Valid until (empty: no end)',
  targets: 'Evidence for',
  targetsHelp: 'Choose measures or obligations.',
  measuresGroup: 'Measures',
  obligationsGroup: 'Obligations',
  save: 'Save',
  cancel: 'Cancel',
  removeTitle: (title: string) => `Remove “${title}”?`,
  removeLead: 'The file goes from the vault and cannot be brought back. The audit trail keeps that it was there.',
};
