/** The recovery kit as a page to print: big numbered words, a QR code, and how to use them on a new computer. */
import { printFonts } from './print-fonts';
import { typeset } from './typeset';

export type KitToPrint = {
  readonly storeId: string;
  /** RFC 3339. */
  readonly madeAt: string;
  readonly words: readonly string[];
  readonly qrSvg: string;
  readonly language: 'en' | 'de';
};

const texts = {
  en: {
    title: 'Steward recovery kit',
    lead: 'These 24 words open the vault named below when the passphrase is lost or the computer is gone. They were shown once and are kept nowhere else.',
    storeWord: 'Vault',
    madeWord: 'Made',
    wordsTitle: 'The words, in this order',
    howTitle: 'When you need them',
    how: [
      'Install Steward on the computer, or open it where it is.',
      'Put the vault’s folder, or its last backup, in place.',
      'On the unlock screen choose “Use the recovery kit instead”.',
      'Type the 24 words in their order. Capitals and line breaks do not matter.',
      'Choose a new passphrase in the settings, and make a new kit.',
    ],
    keepTitle: 'Until then',
    keep: [
      'Keep this paper away from the computer: in a safe, with your accountant, at home.',
      'Whoever has it and a copy of the vault can read everything in it.',
      'Do not photograph it. Delete the file this page was printed from.',
    ],
    qrAlt: 'The 24 words as a QR code',
  },
  de: {
    title: 'Steward-Notfallblatt',
    lead: 'Diese 24 Wörter öffnen den unten genannten Tresor, wenn die Passphrase verloren oder der Computer weg ist. Sie wurden einmal gezeigt und sind sonst nirgends aufbewahrt.',
    storeWord: 'Tresor',
    madeWord: 'Erstellt',
    wordsTitle: 'Die Wörter, in dieser Reihenfolge',
    howTitle: 'Wenn Sie sie brauchen',
    how: [
      'Installieren Sie Steward auf dem Computer oder öffnen Sie es dort, wo es ist.',
      'Legen Sie den Ordner des Tresors oder seine letzte Sicherung an ihren Platz.',
      'Wählen Sie beim Entsperren „Stattdessen das Notfallblatt benutzen“.',
      'Tippen Sie die 24 Wörter in ihrer Reihenfolge. Großschreibung und Zeilenwechsel sind gleichgültig.',
      'Wählen Sie in den Einstellungen eine neue Passphrase und erstellen Sie ein neues Notfallblatt.',
    ],
    keepTitle: 'Bis dahin',
    keep: [
      'Bewahren Sie dieses Papier nicht beim Computer auf: im Tresor, bei der Steuerberatung, zu Hause.',
      'Wer es und eine Kopie des Tresors hat, kann alles darin lesen.',
      'Fotografieren Sie es nicht. Löschen Sie die Datei, aus der diese Seite gedruckt wurde.',
    ],
    qrAlt: 'Die 24 Wörter als QR-Code',
  },
} as const;

/** The bytes of the PDF. Throws `unavailable: typesetter` where PDFs cannot be made. */
export async function typesetKit({ storeId, madeAt, words, qrSvg, language }: KitToPrint): Promise<Uint8Array> {
  const made = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(madeAt));
  return typeset('kit', { ...texts[language], ...printFonts, language, storeId, made, words }, madeAt, {
    'kit.svg': Buffer.from(qrSvg),
  });
}
