/** The escrow as three pages to print, one for each keeper: eight short lines, a QR code, and how to use them. */
import { printFonts } from './print-fonts';
import { typeset } from './typeset';

export type EscrowToPrint = {
  readonly storeId: string;
  /** RFC 3339. */
  readonly madeAt: string;
  readonly sheets: readonly { readonly number: number; readonly lines: readonly string[]; readonly qrSvg: string }[];
  readonly language: 'en' | 'de';
};

const texts = {
  en: {
    title: 'Steward escrow',
    storeWord: 'Vault',
    madeWord: 'Made',
    sheetWord: 'Sheet',
    ofWord: 'of 3',
    keepers: ['for the owner', 'for the accountant', 'for the lawyer'],
    lead: 'This sheet is one of three. Any two of them open the vault named below. One alone opens nothing and says nothing about what is in it.',
    linesTitle: 'The eight lines',
    linesHelp: 'The last two characters of a line are its check. There is no letter O, I, L or U.',
    howTitle: 'When the vault must be opened with it',
    how: [
      'Bring this sheet and one of the two others to the computer with the vault or its last backup.',
      'On the unlock screen choose “Use two escrow sheets instead”.',
      'Type the eight lines of each. Spaces, capitals and line breaks do not matter.',
      'Choose a new passphrase, and make new sheets: the old ones then open nothing.',
    ],
    keepTitle: 'Until then',
    keep: [
      'Keep it in a closed envelope, away from the other two sheets.',
      'Do not photograph, scan or send it. Delete the file these pages were printed from.',
      'If it is lost, say so: new sheets make this one worthless.',
    ],
    qrAlt: 'The eight lines as a QR code',
  },
  de: {
    title: 'Steward-Hinterlegung',
    storeWord: 'Tresor',
    madeWord: 'Erstellt',
    sheetWord: 'Blatt',
    ofWord: 'von 3',
    keepers: ['für die Inhaberin oder den Inhaber', 'für die Steuerberatung', 'für die Anwaltskanzlei'],
    lead: 'Dieses Blatt ist eines von dreien. Je zwei davon öffnen den unten genannten Tresor. Eines allein öffnet nichts und verrät nichts über den Inhalt.',
    linesTitle: 'Die acht Zeilen',
    linesHelp:
      'Die letzten beiden Zeichen einer Zeile sind ihre Prüfung. Die Buchstaben O, I, L und U kommen nicht vor.',
    howTitle: 'Wenn der Tresor damit geöffnet werden muss',
    how: [
      'Bringen Sie dieses Blatt und eines der beiden anderen zu dem Computer mit dem Tresor oder seiner letzten Sicherung.',
      'Wählen Sie beim Entsperren „Stattdessen zwei Hinterlegungsblätter benutzen“.',
      'Tippen Sie die acht Zeilen beider Blätter. Leerzeichen, Großschreibung und Zeilenwechsel sind gleichgültig.',
      'Wählen Sie eine neue Passphrase und erstellen Sie neue Blätter: Die alten öffnen dann nichts mehr.',
    ],
    keepTitle: 'Bis dahin',
    keep: [
      'Bewahren Sie es in einem geschlossenen Umschlag auf, getrennt von den beiden anderen Blättern.',
      'Fotografieren, scannen und versenden Sie es nicht. Löschen Sie die Datei, aus der diese Seiten gedruckt wurden.',
      'Wenn es verloren geht, sagen Sie es: Neue Blätter machen dieses wertlos.',
    ],
    qrAlt: 'Die acht Zeilen als QR-Code',
  },
} as const;

/** The bytes of the PDF, one page for each sheet. Throws `unavailable: typesetter` where PDFs cannot be made. */
export async function typesetEscrow({ storeId, madeAt, sheets, language }: EscrowToPrint): Promise<Uint8Array> {
  const made = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(madeAt));
  const { keepers, ...words } = texts[language];
  const pages = sheets.map(({ number, lines }) => ({ number, lines, keeper: keepers[number - 1] ?? '' }));
  return typeset(
    'escrow',
    { ...words, ...printFonts, language, storeId, made, pages },
    madeAt,
    Object.fromEntries(sheets.map(({ number, qrSvg }) => [`sheet-${number}.svg`, Buffer.from(qrSvg)])),
  );
}
