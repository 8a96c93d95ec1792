/** Words of the page of keys in English. */
import type { KeySlot } from '#shared/domains/vault/model';

export const keys = {
  title: 'Keys',
  lead: 'Every way of opening this vault. Take away what nobody needs.',
  ways: 'What opens this vault',
  way: 'Way',
  whose: 'Whose',
  made: 'Made',
  state: 'State',
  kinds: {
    passphrase: 'Passphrase',
    kit: 'Recovery kit, 24 words',
    keychain: 'Keychain of this computer',
    escrow: 'Escrow, two of three sheets',
  } satisfies Record<KeySlot['kind'], string> as Record<KeySlot['kind'], string>,
  whoseKey: (kind: KeySlot['kind'], person: string | null) =>
    person === 'owner'
      ? 'Owner'
      : (person ?? (kind === 'keychain' ? 'Whoever uses this account' : 'Whoever holds the paper')),
  notKept: 'not recorded',
  opens: 'Opens the vault',
  blocked: 'Blocked: too many failed attempts',
  failed: (failures: number) => (failures === 1 ? '1 failed attempt' : `${failures} failed attempts`),
  unconfirmed: 'Not confirmed yet',
  equal:
    'Each way opens all of it: roles decide what Steward shows and does, not what the key can decrypt. Whoever had a key and a copy of the files keeps what was in that copy.',
  keychain: 'Opening by itself',
  keychainOn: 'The keychain of this computer opens the vault when Steward starts.',
  keychainOff: 'The keychain does not open the vault; what is on this page does.',
  keychainWarn: 'Whoever can use your account on this computer can then open the vault.',
  switchOn: 'Let the keychain open it',
  switchOff: 'Do not use the keychain',
  passphrase: 'Passphrase',
  current: 'Passphrase now',
  next: 'New passphrase',
  again: 'The new one again',
  differ: 'The two are different.',
  short: 'Please use at least 12 characters.',
  changePassphrase: 'Change passphrase',
  changed: 'The passphrase was changed. The old one does not open the vault any more.',
  show: 'Show what is typed',
  recovered: 'You came in without the passphrase. Choose a new one for the owner; the old one then opens nothing.',
  choosePassphrase: 'Choose this passphrase',
  yours: 'Your passphrase',
  kit: 'Recovery kit',
  kitLead: 'New words for a kit that was lost or seen by somebody. The old words then open nothing.',
  makeKit: 'Make a new kit',
  escrow: 'Escrow',
  escrowLead: [
    'Three sheets of paper for the owner, the accountant and the lawyer. Any two of them open the vault; one alone opens nothing and says nothing.',
    'For the day the owner cannot come. Sheets made earlier then open nothing.',
  ],
  makeEscrow: 'Make three sheets',
  renewEscrow: 'Make three new sheets',
  escrowMade: (file: string) =>
    `Saved: ${file}. Print the three pages, hand them over in closed envelopes, then delete the file.`,
  removeEscrow: 'Remove the escrow',
  removeEscrowLead: 'The sheets that were handed out then open nothing.',
  rotate: 'New data key',
  rotateLead: [
    'When somebody left or a key may have been copied: encrypts the whole store under a new key. Passphrases, kit and sheets stay as they are; what only fits the old key opens nothing any more.',
    'Needs as much free room as the store has, and some seconds in which nothing can be saved. If the computer stops in between, nothing is lost.',
    'A passphrase, kit or keychain that somebody else knows must be changed as well: before, not after. Copies from before updates in the folder “set-aside” are removed.',
  ],
  doRotate: 'Encrypt under a new key',
  rotating: { encrypting: 'Encrypting the store under the new key …', checking: 'Reading every page to check it …' },
  rotated:
    'Done: the store has a new key, and every page was checked. Make a new backup; older backups still have the old key.',
};
