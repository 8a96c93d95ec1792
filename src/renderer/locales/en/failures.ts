/** Failures in English: what happened, what was kept, what to do next. */
import type { FailureWords } from '../failure-shape';

const nothing = 'Nothing was changed.';

export const enFailures: FailureWords = {
  unavailable: {
    keychain: {
      happened: 'The keychain of this computer did not answer',
      kept: 'Your vault is untouched.',
      next: 'Open it with your passphrase or the recovery kit.',
    },
    'vault-missing': {
      happened: 'There is no vault here, or a part of it is missing',
      kept: nothing,
      next: 'If the folder was moved, put it back. Otherwise restore a backup.',
    },
    'vault-damaged': {
      happened: 'A file of the vault is damaged',
      kept: 'The key is right and nothing was written.',
      next: 'Do not change anything in the folder. Restore the last backup into a new folder.',
    },
    'vault-newer': {
      happened: 'This vault was used by a newer Steward',
      kept: nothing,
      next: 'Install the newer version and open it again.',
    },
    'vault-in-use': {
      happened: 'The vault is open in another Steward',
      kept: nothing,
      next: 'Close the other window or program first.',
    },
    'vault-settings': {
      happened: 'The database does not have the safe settings it needs',
      kept: nothing,
      next: 'Install Steward again, then try once more.',
    },
    'wrong-secret': {
      happened: 'That did not open the vault',
      kept: nothing,
      next: 'Look at upper and lower case and the keyboard language, or use the recovery kit.',
    },
    'folder-read-only': {
      happened: 'This folder cannot be written to',
      kept: nothing,
      next: 'Choose another folder, or ask whoever looks after the computer for the right to write there.',
    },
    'folder-not-empty': {
      happened: 'The folder already has files in it',
      kept: nothing,
      next: 'Choose an empty folder for the vault.',
    },
    'disk-full': {
      happened: 'The disk is full',
      kept: 'Everything stored before is safe; this step was taken back.',
      next: 'Make room and try again.',
    },
    'file-missing': { happened: 'The file is not there any more', kept: nothing, next: 'Choose the file again.' },
    'file-unreadable': {
      happened: 'The file cannot be read',
      kept: nothing,
      next: 'Close it in other programs and choose it again.',
    },
    'file-format': {
      happened: 'Steward cannot read this file',
      kept: nothing,
      next: 'Export it again as CSV or XLSX and choose the new file.',
    },
    'file-too-large': {
      happened: 'The file is larger than Steward accepts',
      kept: nothing,
      next: 'Split it into smaller files.',
    },
    typesetter: {
      happened: 'The PDF could not be made on this computer',
      kept: 'No file was left behind.',
      next: 'Choose another format; it has the same content.',
    },
    'backup-place': {
      happened: 'The place for backups did not answer as it should',
      kept: 'Your vault and the backups made before are as they were.',
      next: 'Check that the drive is plugged in or the server can be reached, then try again. What was sent is not sent twice.',
    },
    'backup-missing': {
      happened: 'There is no backup of Steward at this place',
      kept: nothing,
      next: 'Look at the address or choose another folder.',
    },
    'backup-damaged': {
      happened: 'A part of this backup is damaged or missing',
      kept: 'Nothing was restored or deleted.',
      next: 'Use another backup or another place, and make a new backup soon.',
    },
    'backup-newer': {
      happened: 'This backup was made by a newer Steward',
      kept: nothing,
      next: 'Install the newer version and try again.',
    },
    'backup-of-another': {
      happened: 'This place holds the backups of another vault',
      kept: nothing,
      next: 'Choose a folder of its own for each vault.',
    },
    cancelled: { happened: 'Stopped', kept: nothing, next: 'Start again whenever you like.' },
    network: {
      happened: 'The other computer could not be reached',
      kept: nothing,
      next: 'Look at the connection and try again.',
    },
  },
  rules: {
    'vault.already-there': {
      happened: 'There is a vault already',
      kept: 'It was not touched.',
      next: 'Open it with its passphrase.',
    },
    'vault.kit-unconfirmed': {
      happened: 'First comes the recovery kit',
      kept: nothing,
      next: 'Write the words down and type three of them back. Then you can store records.',
    },
    'vault.no-kit-shown': {
      happened: 'The recovery kit is not on the screen any more',
      kept: nothing,
      next: 'Make a new one; the old words stop working.',
    },
    'vault.kit-words-differ': {
      happened: 'Those are not the words',
      kept: nothing,
      next: 'Look at the numbers and the spelling on your paper.',
    },
    'vault.passphrase-after-lock': {
      happened: 'The vault was locked by hand',
      kept: nothing,
      next: 'Type the passphrase to show that you are back.',
    },
    'vault.too-many-attempts': {
      happened: 'Too many failed attempts',
      kept: nothing,
      next: 'This passphrase is not looked at any more, also not tomorrow. Open the vault with the recovery kit, or ask another person with the right to let you in again.',
    },
    'vault.person-has-passphrase': {
      happened: 'This person has a passphrase already',
      kept: nothing,
      next: 'Let them change it, or reset it.',
    },
    'vault.sign-in-name-taken': {
      happened: 'Somebody else signs in with this name',
      kept: nothing,
      next: 'Choose another name.',
    },
    'vault.last-passphrase': {
      happened: 'This is the last passphrase of the vault',
      kept: nothing,
      next: 'Give another person a passphrase first.',
    },
    'vault.older-slots': {
      happened: 'A way of opening this vault is from an older Steward',
      kept: nothing,
      next: 'Open the vault with it once, or make a new recovery kit; then try again.',
    },
    'vault.rotation-unfinished': {
      happened: 'An earlier change of the key was not finished',
      kept: 'The vault still opens with everything that opened it before.',
      next: 'Lock the vault and unlock it; that finishes it. Then try again.',
    },
    'vault.second-key-needed': {
      happened: 'This needs the second key',
      kept: nothing,
      next: 'Type your passphrase if you are the owner or the privacy officer; otherwise ask one of them.',
    },
    'vault.second-key-there': {
      happened: 'There is a second key already',
      kept: nothing,
      next: 'Nothing needs to be done.',
    },
    'vault.no-second-key': {
      happened: 'There is no second key',
      kept: nothing,
      next: 'Switch it on first, on the page of keys.',
    },
    'vault.second-key-not-yours': {
      happened: 'Only owner and privacy officer hold the second key',
      kept: nothing,
      next: 'Ask one of them.',
    },
    'vault.second-key-not-theirs': {
      happened: 'This person cannot be given the second key',
      kept: nothing,
      next: 'Only owner and privacy officer hold it, and only with a passphrase of their own.',
    },
    'trail.subject-erased': {
      happened: 'The data of this person has been erased',
      kept: nothing,
      next: 'Nothing new can be tied to them in the trail. Make a new record if they come back.',
    },
    'vault.not-recovered': {
      happened: 'The vault was opened with a passphrase',
      kept: nothing,
      next: 'Change it with the passphrase you have.',
    },
    'vault.no-escrow': {
      happened: 'This vault has no escrow',
      kept: nothing,
      next: 'Use the passphrase or the recovery kit.',
    },
    'vault.escrow-line': {
      happened: 'Sheet {sheet} has a slip of the pen in line {line}',
      kept: nothing,
      next: 'Compare that line with the paper, character by character.',
    },
    'vault.escrow-length': {
      happened: 'Sheet {sheet} has eight lines of ten characters',
      kept: nothing,
      next: 'Type all eight lines of it, checks included.',
    },
    'vault.escrow-other-set': {
      happened: 'Sheet {sheet} belongs to another set',
      kept: nothing,
      next: 'Look at the vault’s number and the date on the sheets: it is from an earlier set or of another vault.',
    },
    'vault.escrow-same-sheet': {
      happened: 'That is the same sheet twice',
      kept: nothing,
      next: 'One sheet opens nothing. Type a second one.',
    },
    'access.proof-needed': {
      happened: 'For this step Steward must be sure that it is you',
      kept: nothing,
      next: 'Type your passphrase and, if you use one, the code.',
    },
    'access.code-needed': {
      happened: 'The code is missing',
      kept: nothing,
      next: 'Type the six digits your app shows now.',
    },
    'access.not-any-more': {
      happened: 'This person may not sign in any more',
      kept: nothing,
      next: 'Ask the owner of the vault if that is wrong.',
    },
    'access.no-code-awaited': {
      happened: 'No code is expected now',
      kept: nothing,
      next: 'Begin again with the passphrase.',
    },
    'access.no-change-awaited': {
      happened: 'No new passphrase is expected now',
      kept: nothing,
      next: 'Begin again with the passphrase.',
    },
    'access.same-passphrase': {
      happened: 'That is the passphrase somebody else knows',
      kept: nothing,
      next: 'Choose another one that only you know.',
    },
    'access.second-factor-there': {
      happened: 'There is a second factor already',
      kept: 'It goes on working.',
      next: 'Switch it off first if you want to set it up anew.',
    },
    'access.no-second-factor-begun': {
      happened: 'No second factor is being set up',
      kept: nothing,
      next: 'Begin with “Set up a second factor”.',
    },
    'access.sign-in-name-taken': {
      happened: 'Somebody signs in with that name already',
      kept: 'What you typed is still here.',
      next: 'Choose another name to sign in with.',
    },
    'access.last-owner': {
      happened: 'Somebody must remain who may do everything',
      kept: nothing,
      next: 'Make another person owner first.',
    },
    'access.role-name-taken': {
      happened: 'There is a role of that name already',
      kept: 'What you typed is still here.',
      next: 'Choose another name.',
    },
    'access.role-in-use': {
      happened: 'Somebody has this role',
      kept: nothing,
      next: 'Give those people another role first.',
    },
    'access.review-open': { happened: 'A review is under way already', kept: nothing, next: 'Finish that one first.' },
    'access.review-undecided': {
      happened: 'Somebody has no decision yet',
      kept: 'All decisions so far are kept.',
      next: 'Say keep or remove for everybody.',
    },
    'access.review-self': {
      happened: 'You cannot remove yourself',
      kept: 'All decisions so far are kept.',
      next: 'Ask somebody else to finish this review.',
    },
    'access.review-finished': {
      happened: 'This review is finished',
      kept: 'It is evidence and stays as it is.',
      next: 'Start a new one.',
    },
    'access.own-look': { happened: 'Nobody reads through their own look', kept: nothing, next: 'Ask somebody else.' },
    'approvals.alone': {
      happened: 'Normally two people decide this',
      kept: nothing,
      next: 'Say that you work alone, or add a second person who may approve.',
    },
    'approvals.waits': {
      happened: 'Somebody else must approve this',
      kept: 'Nothing was done yet. Your request waits under “Approvals”.',
      next: 'When it is approved, do it from there or come back here.',
    },
    'approvals.own-request': {
      happened: 'Nobody approves their own request',
      kept: nothing,
      next: 'Ask somebody else who may approve.',
    },
    'approvals.not-yours': {
      happened: 'Only whoever asked can withdraw it',
      kept: nothing,
      next: 'Deny it instead if you may approve.',
    },
    'fields.purpose-required': {
      happened: 'A field needs a purpose',
      kept: nothing,
      next: 'Choose what it is for, or leave the field out.',
    },
    'fields.retention-required': {
      happened: 'A field needs a time after which it goes',
      kept: nothing,
      next: 'Choose a retention class.',
    },
    'customers.field-without-purpose': {
      happened: 'There is no such field',
      kept: nothing,
      next: 'Add the field under “What we hold” with its purpose first.',
    },
    'imports.nothing-in-file': {
      happened: 'The file has nothing in it: no headers and no rows',
      kept: nothing,
      next: 'Export it again from the program it came from.',
    },
    'imports.nothing-mapped': {
      happened: 'No column of the file would be stored',
      kept: nothing,
      next: 'Choose a field for at least one column, or leave the file out.',
    },
    'imports.row-settled': {
      happened: 'This row is settled already',
      kept: 'Nothing was stored twice.',
      next: 'Go on with the next row.',
    },
    'imports.undone': {
      happened: 'This import was taken back',
      kept: 'Nothing of it is in the store.',
      next: 'Bring the file in again if you need it.',
    },
    'customers.merge-needs-two': {
      happened: 'Joining needs two different records',
      kept: nothing,
      next: 'Choose another one.',
    },
    'customers.too-many-tags': {
      happened: 'Somebody would have more than a hundred tags',
      kept: 'No tags were changed.',
      next: 'Take some of their tags away first, or choose fewer people.',
    },
    'files.cell-too-long': {
      happened: 'A note is longer than a spreadsheet cell can be',
      kept: 'No file was left behind.',
      next: 'Choose CSV or JSON; they hold texts of any length.',
    },
    'obligations.reason-needed': {
      happened: 'A reason is needed',
      kept: 'What you typed is still here.',
      next: 'Say why the obligation does not apply to you.',
    },
    'evidence.kind-not-taken': {
      happened: 'This kind of file is not taken as evidence',
      kept: nothing,
      next: 'Choose a PDF, picture, Word, Excel, text, CSV or e-mail file.',
    },
    'evidence.not-what-it-says': {
      happened: 'The file is not what its name says',
      kept: nothing,
      next: 'Open it in the program it belongs to, save it again, and choose the new file.',
    },
    'law.edition-unreadable': {
      happened: 'The file is no edition of the law',
      kept: 'The edition in use goes on.',
      next: 'Choose the file again as you received it.',
    },
    'law.edition-malformed': {
      happened: 'The edition is damaged',
      kept: 'The edition in use goes on.',
      next: 'Get the file again from where it came.',
    },
    'law.edition-unsigned': {
      happened: 'The edition is not signed',
      kept: 'The edition in use goes on.',
      next: 'Only signed editions are used. Get the file from the makers of Steward.',
    },
    'law.edition-untrusted': {
      happened: 'The edition is signed by somebody Steward does not know',
      kept: 'The edition in use goes on.',
      next: 'Only editions signed by the makers of Steward are used.',
    },
    'law.edition-tampered': {
      happened: 'The edition was changed after it was signed',
      kept: 'The edition in use goes on.',
      next: 'Do not use this file. Get it again from where it came.',
    },
    'law.edition-older': {
      happened: 'The edition is not newer than the one in use',
      kept: 'The edition in use goes on.',
      next: 'There is nothing to do.',
    },
    'documents.out-of-date': {
      happened: 'Some sections no longer say what is true',
      kept: 'Nothing was approved.',
      next: 'Bring the document up to date first.',
    },
    'documents.nothing-changed': {
      happened: 'Nothing has changed since the last version',
      kept: 'The version that was approved still holds.',
      next: 'Change the text first, or publish that version.',
    },
    'documents.not-approved': {
      happened: 'There is no approved version yet',
      kept: 'Nothing was published.',
      next: 'Have the text approved first.',
    },
    'documents.published-already': {
      happened: 'The newest version is published already',
      kept: 'It still holds.',
      next: 'Approve a new version to publish another text.',
    },
    'documents.read-already': {
      happened: 'You have said already that you read this version',
      kept: 'That is kept.',
      next: 'There is nothing more to do.',
    },
    'documents.contact-needed': {
      happened: 'Name or e-mail of the business is missing',
      kept: 'No file was written.',
      next: 'Say both: with the record of processing, or under “Facts for documents”.',
    },
    'programme.not-held-yet': {
      happened: 'This day has not come yet',
      kept: 'Your input is still here; nothing was stored.',
      next: 'Give the day on which the review was held.',
    },
    'programme.next-before-this': {
      happened: 'The next review would be before this one',
      kept: 'Your input is still here; nothing was stored.',
      next: 'Choose a later day.',
    },
    'risks.nobody-by-that-name': {
      happened: 'This person cannot sign in any more',
      kept: 'Your input is still here; nothing was stored.',
      next: 'Name somebody else, or nobody.',
    },
    'risks.only-signed-are-renewed': {
      happened: 'Only what is signed gets a new version',
      kept: nothing,
      next: 'Go on with the draft.',
    },
    'risks.renewed-already': { happened: 'A newer version exists already', kept: nothing, next: 'Open that one.' },
    'risks.signed-stays': {
      happened: 'This assessment is signed',
      kept: 'It stays as it is.',
      next: 'Make a new version to change it.',
    },
    'risks.not-complete': {
      happened: 'Something is still to be said: {open}',
      kept: 'The draft is kept.',
      next: 'The list below says what.',
    },
    'risks.look-again-later': {
      happened: 'The day for the next look must be still to come',
      kept: 'Your input is still here; nothing was stored.',
      next: 'Choose a later day.',
    },
    'risks.second-person': {
      happened: 'Whoever wrote it does not sign it',
      kept: 'The draft is kept.',
      next: 'Ask somebody else who may change risks to read and sign it.',
    },
    'risks.say-alone': {
      happened: 'You wrote it yourself',
      kept: 'The draft is kept.',
      next: 'Say that nobody else could sign, or add a second person first.',
    },
    'risks.not-a-pia': {
      happened: 'Only an impact assessment has this format',
      kept: 'No file was written.',
      next: 'Choose another format.',
    },
    'risks.not-a-pia-file': {
      happened: 'This is no file of the PIA software',
      kept: nothing,
      next: 'Export it there again as JSON and choose the new file.',
    },
    'risks.not-asked': {
      happened: 'Something was answered that is not asked',
      kept: 'Your input is still here; nothing was stored.',
      next: 'Open the assessment again; its questions may have a newer edition.',
    },
    'training.has-left': {
      happened: 'This person is not here any more',
      kept: nothing,
      next: 'Choose somebody else, or correct the day under “Team”.',
    },
    'training.no-pin': {
      happened: 'This person has no PIN yet',
      kept: nothing,
      next: 'Set one under “Team”; the person types it.',
    },
    'training.pin-locked': {
      happened: 'This PIN was wrong too often',
      kept: 'The answers are still on the screen.',
      next: 'It is not looked at any more. Set a new one under “Team”.',
    },
    'training.wrong-pin': {
      happened: 'That is not the PIN',
      kept: 'The answers are still on the screen. {left} more attempts are left.',
      next: 'Type it again.',
    },
    'training.pin-too-easy': {
      happened: 'This PIN is guessed at once',
      kept: 'Your input is still here; nothing was stored.',
      next: 'Take digits that are not all the same and do not count up or down.',
    },
    'training.needs-pin': {
      happened: 'This course was begun for somebody else',
      kept: 'The answers are still on the screen.',
      next: 'Sign it off with that person’s PIN.',
    },
    'training.course-changed': {
      happened: 'The course has a newer edition since you began',
      kept: 'Nothing was marked.',
      next: 'Begin again; the questions may be others.',
    },
    'training.judge-all': {
      happened: 'A message has no judgement yet',
      kept: 'Your input is still here; nothing was stored.',
      next: 'Judge all ten.',
    },
    'training.nobody-to-learn': {
      happened: 'The course would be for nobody',
      kept: 'Your input is still here; nothing was stored.',
      next: 'Choose for whom it is, or take it out of the programme.',
    },
    'training.left-before': {
      happened: 'The day of leaving is before the first day',
      kept: 'Your input is still here; nothing was stored.',
      next: 'Correct one of the two.',
    },
    'training.day-has-gone': {
      happened: 'This day is over already',
      kept: 'Your input is still here; nothing was stored.',
      next: 'Choose today or a later day.',
    },
    'training.course-off': {
      happened: 'This course is not in the programme',
      kept: 'Your input is still here; nothing was stored.',
      next: 'Take it in first.',
    },
    'training.day-to-come': {
      happened: 'This day has not come yet',
      kept: 'Your input is still here; nothing was stored.',
      next: 'Give the day on which it was done.',
    },
    'training.more-right-than-asked': {
      happened: 'The sheet asks only {most} questions',
      kept: 'Your input is still here; nothing was stored.',
      next: 'Count the right answers again.',
    },
    'training.own-sheet': {
      happened: 'Nobody marks their own sheet',
      kept: 'Your input is still here; nothing was stored.',
      next: 'Let somebody else mark and record it, or take the course on the screen.',
    },
    'training.not-passed': {
      happened: 'This was not passed',
      kept: nothing,
      next: 'A certificate is made when it is.',
    },
    'training.attendance-columns': {
      happened: 'The file has no columns for name, course and date',
      kept: nothing,
      next: 'Put Name, Course and Date into the first row and try again.',
    },
    'training.attendance-too-long': {
      happened: 'The file has more than {most} rows',
      kept: nothing,
      next: 'Split it and import the parts.',
    },
    'training.checklist-open': {
      happened: 'Such a list is under way for this person already',
      kept: 'Nothing was begun twice.',
      next: 'Go on with that one.',
    },
    'training.reason-needed': {
      happened: 'The reason is missing',
      kept: 'Your input is still here; nothing was stored.',
      next: 'Say in a few words why it is not needed.',
    },
    'training.still-has-access': {
      happened: 'This person can still sign in',
      kept: 'The item stays open.',
      next: 'Disable them under “People and rights”, then tick this.',
    },
    'training.has-no-access': {
      happened: 'This person cannot sign in yet',
      kept: 'The item stays open.',
      next: 'Add them under “People and rights”, or say that it is not needed.',
    },
    'training.devices-still-out': {
      happened: 'Devices in use are still entered under this name: {devices}',
      kept: 'The item stays open.',
      next: 'Say of each below whether it was returned or lost.',
    },
    'training.courses-open': {
      happened: 'Courses of this person are not passed yet: {courses}',
      kept: 'The item stays open.',
      next: 'It can be ticked when they are.',
    },
    'audits.not-yet': {
      happened: 'The day of the check has not come yet',
      kept: 'What you typed is still here; nothing was stored.',
      next: 'Enter the day on which it was done. If today is wrong, put the clock of the computer right.',
    },
    'audits.reason-needed': {
      happened: 'The reason is missing why the check could not be done',
      kept: 'What you typed is still here; nothing was stored.',
      next: 'Say in a few words what was in the way; the check stays due.',
    },
    'audits.findings-needed': {
      happened: 'It is not said what was found',
      kept: 'What you typed is still here; nothing was stored.',
      next: 'Describe at least one finding, or choose another result.',
    },
    'audits.findings-unexpected': {
      happened: 'There are findings, but the result says there are none',
      kept: 'What you typed is still here; nothing was stored.',
      next: 'Choose “something was found”, or remove the findings.',
    },
    'audits.nobody-by-that-name': {
      happened: 'Whoever is to be responsible cannot sign in any more',
      kept: 'What you typed is still here; nothing was stored.',
      next: 'Choose somebody else.',
    },
    'vendors.nobody-by-that-name': {
      happened: 'Whoever is to look after it cannot sign in any more here',
      kept: 'What you typed is still here; nothing was stored.',
      next: 'Choose somebody else.',
    },
    'vendors.looks-like-secret': {
      happened: 'One of the texts looks like a key or a token',
      kept: 'What you typed is still here; nothing was stored.',
      next: 'Say only where the key lies, for example “password manager, entry Shop”. If it was copied from somewhere, treat it as known to others and change it.',
    },
    'vendors.answers-there': {
      happened: 'The answers to this questionnaire were kept already',
      kept: 'The earlier answers stay as they are.',
      next: 'Send a new questionnaire if something has changed.',
    },
    'vendors.not-asked': {
      happened: 'The file answers something that was not asked',
      kept: 'Nothing was kept.',
      next: 'Ask the vendor to fill in the page again and to send the file unchanged.',
    },
    'processing.unknown-purpose': {
      happened: 'One of the purposes is not there any more',
      kept: 'What you typed is still here; nothing was stored.',
      next: 'Choose the purposes again.',
    },
    'processing.nobody-by-that-name': {
      happened: 'Whoever is to look after it cannot sign in any more',
      kept: 'What you typed is still here; nothing was stored.',
      next: 'Choose somebody else.',
    },
    'consents.yes-without-proof': {
      happened: 'A yes needs something that shows it',
      kept: 'What you typed is still here; nothing was stored.',
      next: 'Choose what they were shown, a file, or write a note.',
    },
    'consents.said-in-the-future': {
      happened: 'The day has not come yet',
      kept: 'What you typed is still here; nothing was stored.',
      next: 'Enter the day on which it was said.',
    },
    'consents.signal-is-a-no': {
      happened: 'A browser signal can only say no',
      kept: 'What you typed is still here; nothing was stored.',
      next: 'Choose another way, or write down a no.',
    },
    'consents.ends-before-it-begins': {
      happened: 'It would end before it begins',
      kept: 'What you typed is still here; nothing was stored.',
      next: 'Enter a later last day, or none.',
    },
    'retention.start-is-no-day': {
      happened: 'A period must begin with a day',
      kept: 'Nothing was changed.',
      next: 'Choose fields that hold a day.',
    },
    'retention.day-has-not-come': {
      happened: 'The day that decides has not come yet',
      kept: 'Nobody was removed.',
      next: 'Check the date of this computer, and count again.',
    },
    'devices.day-needed': {
      happened: 'The day is missing on which the device was lost or disposed of',
      kept: 'What you typed is still here; nothing was stored.',
      next: 'Enter the day; other deadlines may run from it.',
    },
    'devices.unknown-system': {
      happened: 'Steward does not know how to ask this system',
      kept: 'Nothing was stored.',
      next: 'Look yourself, and add what you saw as evidence.',
    },
    'watching.own-alert': {
      happened: 'This alert is about yourself',
      kept: 'It stays open; nothing was stored.',
      next: 'Somebody else must look at it: the owner or the privacy officer.',
    },
    'watching.away-ends-before': {
      happened: 'The absence would end before it begins',
      kept: 'What you typed is still here; nothing was stored.',
      next: 'Correct the two days.',
    },
    'backups.folder-missing': {
      happened: 'A folder that is to be backed up is not there',
      kept: 'Backups made before are as they were.',
      next: 'Plug in its drive, or take the folder off the list.',
    },
    'backups.keychain-needed': {
      happened: 'The password of this place can only be kept in this computer’s keychain, and there is none',
      kept: 'The place was reached and works; nothing was stored.',
      next: 'Switch the keychain on, or choose a place that needs no password.',
    },
    'backups.login-again': {
      happened: 'The password of this place is not on this computer',
      kept: 'Your vault and its backups are as they were.',
      next: 'Take the place off the list and add it again with its password.',
    },
    'backups.folder-not-empty': {
      happened: 'The folder for the restored vault already has files in it',
      kept: 'Nothing was changed.',
      next: 'Choose an empty folder or a new one.',
    },
    'law.edition-misplaced': {
      happened: 'The edition is of a law this Steward does not know',
      kept: nothing,
      next: 'Install a newer Steward first.',
    },
  },
  rule: { happened: 'A rule of the workbench says no', kept: nothing, next: 'Look at what you entered and try again.' },
  invalid: {
    happened: 'Something in this form is not right yet',
    kept: 'What you typed is still here; nothing was stored.',
    next: 'Correct the marked fields and save again.',
  },
  notFound: { happened: 'This is not there any more', kept: nothing, next: 'Go back to the list.' },
  conflict: {
    happened: 'Somebody changed this meanwhile',
    kept: 'What you typed is still here; nothing was overwritten.',
    next: 'Look at the newer version, then save again.',
  },
  forbidden: { happened: 'You do not have the right to do this', kept: nothing, next: 'Ask the owner of the vault.' },
  locked: { happened: 'The vault is locked', kept: 'Everything is stored.', next: 'Unlock it and go on.' },
  bug: (incident) => ({
    happened: 'Steward made a mistake',
    kept: 'Nothing half-done was kept.',
    next: `Try again. If it happens again, tell us this number: ${incident}`,
  }),
};
