/** Failures in words for a terminal: what happened, what was kept, what to do. */
import type { Failure, UnavailableResource } from '#shared/kernel/failures';

const resourceWords: Readonly<Record<UnavailableResource, string>> = {
  keychain:
    'The keychain of this computer did not open the vault. Nothing was changed. Set STEWARD_PASSPHRASE or type the passphrase.',
  'vault-missing':
    'There is no vault in this folder, or a part of it is missing. Nothing was changed. Check --vault, or make one with: steward init --vault DIR',
  'vault-damaged':
    'The vault is damaged: its key is right but a file cannot be read. Nothing was changed. Restore the last backup into a new folder.',
  'vault-newer': 'The vault was written by a newer Steward. Nothing was changed. Install the newer version.',
  'vault-in-use': 'The vault is open in another Steward. Nothing was changed. Close the other one first.',
  'vault-settings':
    'The database under Steward does not have the safe settings it needs. Nothing was changed. Run: steward doctor',
  'wrong-secret': 'The passphrase or the recovery words are not right for this vault. Nothing was changed.',
  'folder-read-only':
    'The folder cannot be written to. Nothing was changed. Choose another folder or change its rights.',
  'folder-not-empty': 'The folder for the new vault already has files in it. Nothing was changed. Choose an empty one.',
  'disk-full': 'The disk is full. What was stored before is safe; this step was taken back. Make room and try again.',
  'file-missing': 'The file or its folder is not there. Nothing was changed.',
  'file-unreadable': 'The file cannot be read. Nothing was changed.',
  'file-format': 'The file is not in a form Steward can read, or it is damaged. Nothing was changed.',
  'file-too-large': 'The file is larger than Steward accepts. Nothing was changed.',
  typesetter: 'The PDF could not be made on this computer. No file was left behind. Other formats work.',
  'backup-place':
    'The place for backups did not do what it was asked. Backups made before are as they were, and your vault is untouched. Check that it can be reached, then try again; what was sent is not sent twice.',
  'backup-missing': 'There is no backup of Steward at this place. Nothing was changed. Check --from.',
  'backup-damaged':
    'A part of the backup is damaged, missing, or another one. Nothing was restored or deleted. Use another backup or place, and make a new backup.',
  'backup-newer': 'The backup was written by a newer Steward. Nothing was changed. Install the newer version.',
  'backup-of-another':
    'This place holds the backups of another vault. Nothing was changed. Choose a folder of its own for each vault.',
  cancelled: 'Stopped as asked. Nothing was changed.',
  network: 'The other computer could not be reached. Nothing was changed.',
};

const ruleWords: Readonly<Record<string, string>> = {
  'vault.already-there': 'There is a vault in this folder already. It was not touched.',
  'vault.kit-unconfirmed':
    'The recovery kit of this vault has not been confirmed. Open Steward, write the words down and confirm them.',
  'vault.too-many-attempts':
    'Too many failed attempts: this passphrase is not looked at any more. Open the vault with the recovery kit in the app, or ask another person with the right.',
  'trail.subject-erased': 'The data of this person has been erased. Nothing new can be tied to them in the trail.',
  'imports.nothing-mapped':
    'No column of the file would be stored. Nothing was changed. Name a field for at least one column.',
  'imports.nothing-in-file':
    'The file has nothing in it: no headers and no rows. Nothing was changed. Export it again from the program it came from.',
  'imports.row-settled': 'This row is settled already. Nothing was stored twice.',
  'imports.undone':
    'This import was taken back already. Nothing of it is in the store; import the file again if you need it.',
  'obligations.reason-needed': 'To say that an obligation does not apply, say why: --reason. Nothing was changed.',
  'evidence.kind-not-taken':
    'Files of this kind are not taken as evidence. Nothing was kept. Taken are PDF, PNG, JPEG, DOCX, XLSX, text, CSV and e-mail.',
  'evidence.not-what-it-says':
    'The file is not what its name says it is. Nothing was kept. Save it again under its right ending.',
  'documents.out-of-date':
    'Some sections no longer say what is true. Nothing was approved. Bring the document up to date first.',
  'documents.nothing-changed':
    'Nothing has changed since the last version. The version that was approved still holds. Change the text first, or publish that version.',
  'documents.not-approved': 'There is no approved version yet. Nothing was published. Have the text approved first.',
  'documents.published-already':
    'The newest version is published already. It still holds. Approve a new version to publish another text.',
  'documents.read-already':
    'You have said already that you read this version. That is kept. There is nothing more to do.',
  'documents.contact-needed':
    'Name or e-mail of the business is missing. No file was written. Say both: with the record of processing, or under “Facts for documents”.',
  'audits.not-yet': 'A check cannot be recorded for a day that has not come. Nothing was stored.',
  'audits.reason-needed': 'Say in --note why the check could not be done. Nothing was stored.',
  'audits.findings-needed': 'Say in --reason what was found. Nothing was stored.',
  'audits.findings-unexpected': 'Findings belong to --state findings. Nothing was stored.',
  'audits.nobody-by-that-name': 'Whoever is to be responsible cannot sign in any more. Nothing was stored.',
  'vendors.nobody-by-that-name': 'Whoever is to look after the vendor cannot sign in any more. Nothing was stored.',
  'vendors.looks-like-secret': 'One of the texts looks like a key. Say only where it lies. Nothing was stored.',
  'vendors.answers-there': 'The answers to this questionnaire were kept already. They stay as they are.',
  'vendors.not-asked': 'The file answers something that was not asked. Nothing was kept.',
  'processing.unknown-purpose': 'One of the purposes is not there any more. Nothing was stored.',
  'processing.nobody-by-that-name': 'Whoever is to look after it cannot sign in any more. Nothing was stored.',
  'consents.yes-without-proof': 'A yes needs a wording, a file or a note that shows it. Nothing was stored.',
  'consents.said-in-the-future':
    'What was said cannot be written down for a day that has not come. Nothing was stored.',
  'consents.signal-is-a-no': 'A browser signal can only say no. Nothing was stored.',
  'consents.ends-before-it-begins': 'The consent would end before it begins. Nothing was stored.',
  'training.attendance-columns':
    'The file needs the columns Name, Course and Date in its first row. Nothing was stored.',
  'training.attendance-too-long': 'The file has too many rows. Nothing was stored; split it and import the parts.',
  'retention.start-is-no-day': 'A period must begin with a field that holds a day. Nothing was changed.',
  'retention.day-has-not-come': 'The day that decides has not come yet. Nobody was removed.',
  'devices.day-needed': 'Say on which day the device was lost or disposed of. Nothing was stored.',
  'devices.unknown-system': 'Steward does not know how to ask this system. Nothing was stored.',
  'backups.folder-missing': 'A folder that is to be backed up is not there. Backups made before are as they were.',
  'backups.keychain-needed':
    'The password of the place can only be kept in this computer’s keychain. Nothing was stored.',
  'backups.login-again': 'The password of the place is not on this computer. Add the place again.',
  'backups.folder-not-empty': 'The folder for the restored vault has files in it already. Nothing was changed.',
  'watching.own-alert': 'The alert is about yourself. It stays open: somebody else must look at it.',
  'watching.away-ends-before': 'The absence would end before it begins. Nothing was stored.',
  'law.edition-unreadable': 'The file is not an edition of a law. The edition in use stays.',
  'law.edition-unsigned': 'The edition is not signed. It was refused; the edition in use stays.',
  'law.edition-tampered':
    'The edition was changed after it was signed, or signed by somebody Steward does not know. It was refused; the edition in use stays.',
  'law.edition-malformed':
    'The edition is signed but does not have the right shape. It was refused; the edition in use stays.',
  'law.edition-misplaced':
    'The edition is of a law that Steward does not know, or poses as another. It was refused; the edition in use stays.',
  'law.edition-older': 'The edition is not newer than the one in use. It was refused.',
};

/** What exactly, where that is known: the damaged item, what the place said no with. */
function saidAbout(facts: Readonly<Record<string, string | number>> | undefined): string {
  if (facts?.['item'] !== undefined) return ` (${facts['item']}: ${facts['what'] ?? 'damaged'})`;
  return facts?.['reason'] === undefined ? '' : ` (${facts['reason']})`;
}

/** One or two plain sentences. */
export function wordsFor(failure: Failure): string {
  switch (failure.code) {
    case 'unavailable':
      return resourceWords[failure.resource] + saidAbout(failure.facts);
    case 'rule':
      return (
        named(failure.facts?.['pack']) +
        (ruleWords[failure.rule] ?? `A rule of the workbench says no: ${failure.rule}. Nothing was changed.`)
      );
    case 'invalid':
      return `Not accepted: ${failure.problems.map((problem) => `${problem.path.join('.') || 'input'} (${problem.code})`).join(', ')}. Nothing was changed.`;
    case 'not-found':
      return `There is no such ${failure.what}.`;
    case 'conflict':
      return `Somebody changed the ${failure.what} meanwhile. Nothing was overwritten; look again and repeat.`;
    case 'forbidden':
      return `Not allowed: ${failure.permission}.`;
    case 'locked':
      return 'The vault is locked.';
    case 'bug':
      return `Steward made a mistake (incident ${failure.incident}). Nothing half-done was kept.`;
  }
}

/** The edition a rule spoke about comes first. */
const named = (pack: string | number | undefined): string => (pack === undefined ? '' : `${pack}: `);
