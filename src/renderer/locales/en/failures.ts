/** Failures in English: what happened, what was kept, what to do next. */
import type { FailureWords } from '../failure-shape';

const nothing = 'Nothing was changed.';

export const enFailures: FailureWords = {
  unavailable: {
    keychain: { happened: 'The keychain of this computer did not answer', kept: 'Your vault is untouched.', next: 'Open it with your passphrase or the recovery kit.' },
    'vault-missing': { happened: 'There is no vault here, or a part of it is missing', kept: nothing, next: 'If the folder was moved, put it back. Otherwise restore a backup.' },
    'vault-damaged': { happened: 'A file of the vault is damaged', kept: 'The key is right and nothing was written.', next: 'Do not change anything in the folder. Restore the last backup into a new folder.' },
    'vault-newer': { happened: 'This vault was used by a newer Steward', kept: nothing, next: 'Install the newer version and open it again.' },
    'vault-in-use': { happened: 'The vault is open in another Steward', kept: nothing, next: 'Close the other window or program first.' },
    'vault-settings': { happened: 'The database does not have the safe settings it needs', kept: nothing, next: 'Install Steward again, then try once more.' },
    'wrong-secret': { happened: 'That did not open the vault', kept: nothing, next: 'Look at upper and lower case and the keyboard language, or use the recovery kit.' },
    'folder-read-only': { happened: 'This folder cannot be written to', kept: nothing, next: 'Choose another folder, or ask whoever looks after the computer for the right to write there.' },
    'folder-not-empty': { happened: 'The folder already has files in it', kept: nothing, next: 'Choose an empty folder for the vault.' },
    'disk-full': { happened: 'The disk is full', kept: 'Everything stored before is safe; this step was taken back.', next: 'Make room and try again.' },
    'file-missing': { happened: 'The file is not there any more', kept: nothing, next: 'Choose the file again.' },
    'file-unreadable': { happened: 'The file cannot be read', kept: nothing, next: 'Close it in other programs and choose it again.' },
    'file-format': { happened: 'Steward cannot read this file', kept: nothing, next: 'Export it again as CSV or XLSX and choose the new file.' },
    'file-too-large': { happened: 'The file is larger than Steward accepts', kept: nothing, next: 'Split it into smaller files.' },
    typesetter: { happened: 'The PDF could not be made on this computer', kept: 'No file was left behind.', next: 'Choose another format; it has the same content.' },
    cancelled: { happened: 'Stopped', kept: nothing, next: 'Start again whenever you like.' },
    network: { happened: 'The other computer could not be reached', kept: nothing, next: 'Look at the connection and try again.' },
  },
  rules: {
    'vault.already-there': { happened: 'There is a vault already', kept: 'It was not touched.', next: 'Open it with its passphrase.' },
    'vault.kit-unconfirmed': { happened: 'First comes the recovery kit', kept: nothing, next: 'Write the words down and type three of them back. Then you can store records.' },
    'vault.no-kit-shown': { happened: 'The recovery kit is not on the screen any more', kept: nothing, next: 'Make a new one; the old words stop working.' },
    'vault.kit-words-differ': { happened: 'Those are not the words', kept: nothing, next: 'Look at the numbers and the spelling on your paper.' },
    'vault.passphrase-after-lock': { happened: 'The vault was locked by hand', kept: nothing, next: 'Type the passphrase to show that you are back.' },
    'fields.purpose-required': { happened: 'A field needs a purpose', kept: nothing, next: 'Choose what it is for, or leave the field out.' },
    'fields.retention-required': { happened: 'A field needs a time after which it goes', kept: nothing, next: 'Choose a retention class.' },
    'customers.field-without-purpose': { happened: 'There is no such field', kept: nothing, next: 'Add the field under “What we hold” with its purpose first.' },
    'customers.merge-needs-two': { happened: 'Joining needs two different records', kept: nothing, next: 'Choose another one.' },
  },
  rule: { happened: 'A rule of the workbench says no', kept: nothing, next: 'Look at what you entered and try again.' },
  invalid: { happened: 'Something in this form is not right yet', kept: 'What you typed is still here; nothing was stored.', next: 'Correct the marked fields and save again.' },
  notFound: { happened: 'This is not there any more', kept: nothing, next: 'Go back to the list.' },
  conflict: { happened: 'Somebody changed this meanwhile', kept: 'What you typed is still here; nothing was overwritten.', next: 'Look at the newer version, then save again.' },
  forbidden: { happened: 'You do not have the right to do this', kept: nothing, next: 'Ask the owner of the vault.' },
  locked: { happened: 'The vault is locked', kept: 'Everything is stored.', next: 'Unlock it and go on.' },
  bug: (incident) => ({ happened: 'Steward made a mistake', kept: 'Nothing half-done was kept.', next: `Try again. If it happens again, tell us this number: ${incident}` }),
};
