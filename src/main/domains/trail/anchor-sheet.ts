/** The anchor sheet: one page to print with the trail's length, root and signed checkpoint, and how to check with it. */
import QRCode from 'qrcode';
import { shortRoot, type TrailCheckpoint } from '#shared/domains/trail/model';
import { printFonts } from '../../files/print-fonts';
import { typeset } from '../../files/typeset';

const texts = {
  en: {
    title: 'Anchor of the audit trail',
    lead: 'This page holds the audit trail fast as it was on the day below. Kept away from the computer, it shows later whether anybody changed, cut or rewrote the trail, even somebody who has every key.',
    vaultWord: 'Vault',
    madeWord: 'Made',
    sizeWord: 'Entries',
    shortWord: 'Short root',
    rootWord: 'Root (SHA-256)',
    keyWord: 'Public key',
    noteTitle: 'The signed checkpoint',
    noteHint:
      'The QR code says exactly these five lines, each ended by a line feed. Here the last one is broken for lack of room.',
    howTitle: 'How to check with it',
    how: [
      'Read the QR code, or type the five lines, into a text file such as anchor.checkpoint.',
      'In Steward: Audit trail, “Compare with a checkpoint”. In a terminal: steward audit verify --vault DIR --checkpoint anchor.checkpoint',
      '“Extends” means: everything that was in the trail on that day is still in it, unchanged and in the same order.',
      'Anything else means that it is not. Keep the vault as it is and ask who had access.',
      'The entry alone, by eye: the trail’s page shows the short root of every checkpoint that is kept.',
    ],
    keepTitle: 'Where to keep it',
    keep: [
      'With somebody else: accountant, lawyer, a relative. Or sign it with a date and put it in a safe.',
      'A new sheet each month. The old ones stay good.',
      'It holds no personal data and opens nothing. It may be copied, scanned and sent.',
    ],
    qrAlt: 'The signed checkpoint as a QR code',
    signed: 'Received by, date',
  },
  de: {
    title: 'Anker des Prüfprotokolls',
    lead: 'Dieses Blatt hält das Prüfprotokoll so fest, wie es am unten genannten Tag war. Außerhalb des Computers aufbewahrt, zeigt es später, ob jemand das Protokoll geändert, gekürzt oder neu geschrieben hat, selbst jemand, der alle Schlüssel hat.',
    vaultWord: 'Tresor',
    madeWord: 'Erstellt',
    sizeWord: 'Einträge',
    shortWord: 'Kurze Wurzel',
    rootWord: 'Wurzel (SHA-256)',
    keyWord: 'Öffentlicher Schlüssel',
    noteTitle: 'Der unterschriebene Prüfpunkt',
    noteHint:
      'Der QR-Code enthält genau diese fünf Zeilen, jede mit einem Zeilenumbruch am Ende. Die letzte ist hier aus Platzmangel umgebrochen.',
    howTitle: 'Wie man damit prüft',
    how: [
      'Lesen Sie den QR-Code ein oder tippen Sie die fünf Zeilen ab, in eine Textdatei wie anker.checkpoint.',
      'In Steward: Prüfprotokoll, „Mit einem Prüfpunkt vergleichen“. Im Terminal: steward audit verify --vault ORDNER --checkpoint anker.checkpoint',
      '„Setzt fort“ heißt: Alles, was an diesem Tag im Protokoll stand, steht noch darin, unverändert und in derselben Reihenfolge.',
      'Alles andere heißt, dass es nicht so ist. Lassen Sie den Tresor, wie er ist, und klären Sie, wer Zugang hatte.',
      'Mit bloßem Auge: Die Seite des Protokolls zeigt die kurze Wurzel jedes aufbewahrten Prüfpunkts.',
    ],
    keepTitle: 'Wo es liegen soll',
    keep: [
      'Bei jemand anderem: Steuerberatung, Anwältin, Verwandte. Oder mit Datum unterschrieben im Tresor.',
      'Jeden Monat ein neues Blatt. Die alten bleiben gültig.',
      'Es enthält keine personenbezogenen Daten und öffnet nichts. Es darf kopiert, eingescannt und verschickt werden.',
    ],
    qrAlt: 'Der unterschriebene Prüfpunkt als QR-Code',
    signed: 'Erhalten von, Datum',
  },
} as const;

export type AnchorSheet = {
  readonly storeId: string;
  readonly checkpoint: TrailCheckpoint;
  /** `name+id+key`. */
  readonly key: string;
  readonly language: 'en' | 'de';
};

/** The bytes of the PDF. Throws `unavailable: typesetter` where PDFs cannot be made. */
export async function anchorPdf({ storeId, checkpoint, key, language }: AnchorSheet): Promise<Uint8Array> {
  const { size, root, note, madeAt } = checkpoint;
  const qr = await QRCode.toString(note, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 });
  const made = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return typeset(
    'anchor',
    {
      ...texts[language],
      ...printFonts,
      language,
      storeId,
      made: `${made.format(new Date(madeAt))} UTC`,
      size: new Intl.NumberFormat(language).format(size),
      shortRoot: shortRoot(root),
      root,
      key,
      lines: note.trimEnd().split('\n'),
    },
    madeAt,
    { 'checkpoint.svg': Buffer.from(qr) },
  );
}
