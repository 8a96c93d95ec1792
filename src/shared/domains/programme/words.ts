/** The words of the year and its reviews on paper. */
import type { Language } from '#shared/content/words';

export type ProgrammeWords = {
  readonly year: string;
  readonly yearLead: (from: string, until: string) => string;
  readonly slipped: string;
  readonly nothingSlipped: string;
  readonly headers: readonly string[];
  readonly nobody: string;
  readonly review: string;
  readonly heldOn: (day: string) => string;
  readonly figures: readonly string[];
  readonly present: string;
  readonly looked: string;
  readonly decided: string;
  readonly nextOn: string;
  readonly none: string;
  readonly signature: string;
  readonly signed: string;
  readonly key: string;
  readonly sign: string;
};

export const programmeWords: Readonly<Record<Language, ProgrammeWords>> = {
  en: {
    year: 'The year',
    yearLead: (from, until) =>
      `Everything with a date from ${from} to ${until}. What comes again is planned as if it were done in time.`,
    slipped: 'What slipped',
    nothingSlipped: 'Nothing is late.',
    headers: ['Day', 'What', 'Who'],
    nobody: '',
    review: 'Management review',
    heldOn: (day) => `Held on ${day}`,
    figures: [
      'obligations that apply',
      'of them with evidence',
      'not started or run out',
      'late',
      'open risks',
      'of them high or very high',
      'courses late',
    ],
    present: 'Present',
    looked: 'What was looked at',
    decided: 'What was decided',
    nextOn: 'Next review',
    none: 'nothing said',
    signature: 'Signature',
    signed: 'Digest of the review (SHA-256)',
    key: 'Public key of the vault (Ed25519)',
    sign: 'Signature over the canonical JSON of the review',
  },
  de: {
    year: 'Das Jahr',
    yearLead: (from, until) =>
      `Alles mit einem Datum vom ${from} bis zum ${until}. Was wiederkommt, ist geplant, als würde es rechtzeitig getan.`,
    slipped: 'Was liegen blieb',
    nothingSlipped: 'Nichts ist überfällig.',
    headers: ['Tag', 'Was', 'Wer'],
    nobody: '',
    review: 'Bewertung durch die Leitung',
    heldOn: (day) => `Gehalten am ${day}`,
    figures: [
      'Pflichten, die gelten',
      'davon mit Nachweis',
      'nicht begonnen oder abgelaufen',
      'überfällig',
      'offene Risiken',
      'davon hoch oder sehr hoch',
      'Kurse überfällig',
    ],
    present: 'Anwesend',
    looked: 'Was angesehen wurde',
    decided: 'Was beschlossen wurde',
    nextOn: 'Nächste Bewertung',
    none: 'nichts gesagt',
    signature: 'Unterschrift',
    signed: 'Prüfsumme der Bewertung (SHA-256)',
    key: 'Öffentlicher Schlüssel des Tresors (Ed25519)',
    sign: 'Unterschrift über das kanonische JSON der Bewertung',
  },
};
