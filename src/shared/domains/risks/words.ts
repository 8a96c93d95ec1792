/** The words of risks on paper. */
import type { Language } from '#shared/content/words';
import type { Decision, Level, Treatment } from './model';

export type RiskWords = {
  readonly register: string;
  readonly registerLead: string;
  readonly picture: string;
  readonly pictureAlt: (counts: string) => string;
  readonly likelihood: string;
  readonly impact: string;
  readonly headers: readonly string[];
  readonly levels: Readonly<Record<Level, string>>;
  readonly treatments: Readonly<Record<Treatment, string>>;
  readonly left: string;
  readonly measures: string;
  readonly owner: string;
  readonly nobody: string;
  readonly reviewOn: string;
  readonly actions: string;
  readonly actionHeaders: readonly string[];
  readonly none: string;
  readonly screen: string;
  readonly needed: string;
  readonly notNeeded: string;
  readonly anyway: string;
  readonly items: string;
  readonly itemHeaders: readonly string[];
  readonly decisions: Readonly<Record<Decision, string>>;
  readonly undecided: string;
  readonly needs: Readonly<Record<'standard' | 'required' | 'addressable' | 'check', string>>;
  readonly risks: string;
  readonly riskHeaders: readonly string[];
  readonly highLeft: string;
  readonly advice: string;
  readonly adviceFrom: (from: string) => string;
  readonly signature: string;
  readonly signedBy: (who: string, when: string) => string;
  readonly signedAlone: string;
  readonly author: string;
  readonly digest: string;
  readonly draft: string;
  readonly edition: string;
};

export const riskWords: Readonly<Record<Language, RiskWords>> = {
  en: {
    register: 'Risk register',
    registerLead: 'What could happen, how likely and how grave it is, what is done about it and by whom.',
    picture: 'Where the risks stand',
    pictureAlt: (counts) => `Likelihood from 1 to 5 against impact from 1 to 5. ${counts}`,
    likelihood: 'Likelihood',
    impact: 'Impact',
    headers: ['Risk', 'Level', 'Likelihood', 'Impact', 'Treatment', 'Owner', 'Look again'],
    levels: { low: 'low', middle: 'middle', high: 'high', 'very-high': 'very high' },
    treatments: { reduce: 'reduce', avoid: 'avoid', share: 'share', accept: 'accept' },
    left: 'What is left',
    measures: 'Measures',
    owner: 'Owner',
    nobody: 'nobody named',
    reviewOn: 'Look again on',
    actions: 'Open actions',
    actionHeaders: ['Action', 'Owner', 'Due'],
    none: 'none',
    screen: 'Is it needed?',
    needed: 'The criteria call for it.',
    notNeeded: 'The criteria do not call for it.',
    anyway: 'It is made although the criteria do not call for it.',
    items: 'Point by point',
    itemHeaders: ['Point', 'Source', 'Kind', 'Decision', 'Reason or note'],
    decisions: {
      'in-place': 'in place',
      'other-way': 'done another way',
      missing: 'missing',
      'not-needed': 'not needed',
    },
    undecided: 'not decided',
    needs: { standard: 'standard', required: 'required', addressable: 'addressable', check: 'question' },
    risks: 'Risks, measures and what is left',
    riskHeaders: ['Risk', 'Before', 'Measures', 'Left'],
    highLeft: 'What is left is high. Before it begins, ask the supervisory authority.',
    advice: 'Advice',
    adviceFrom: (from) => `Asked: ${from}`,
    signature: 'Sign-off',
    signedBy: (who, when) => `Signed by ${who} on ${when}`,
    signedAlone: 'Author and signer are the same person: there was nobody else who could sign.',
    author: 'Author',
    digest: 'Digest of the content (SHA-256)',
    draft: 'Draft, not signed',
    edition: 'Edition of the questions',
  },
  de: {
    register: 'Risikoverzeichnis',
    registerLead: 'Was geschehen könnte, wie wahrscheinlich und wie schwer, was dagegen getan wird und von wem.',
    picture: 'Wo die Risiken stehen',
    pictureAlt: (counts) => `Wahrscheinlichkeit von 1 bis 5 gegen Auswirkung von 1 bis 5. ${counts}`,
    likelihood: 'Wahrscheinlichkeit',
    impact: 'Auswirkung',
    headers: ['Risiko', 'Stufe', 'Wahrscheinlichkeit', 'Auswirkung', 'Umgang', 'Zuständig', 'Wieder ansehen'],
    levels: { low: 'niedrig', middle: 'mittel', high: 'hoch', 'very-high': 'sehr hoch' },
    treatments: { reduce: 'verringern', avoid: 'vermeiden', share: 'teilen', accept: 'hinnehmen' },
    left: 'Was bleibt',
    measures: 'Maßnahmen',
    owner: 'Zuständig',
    nobody: 'niemand benannt',
    reviewOn: 'Wieder ansehen am',
    actions: 'Offene Aufgaben',
    actionHeaders: ['Aufgabe', 'Zuständig', 'Fällig'],
    none: 'keine',
    screen: 'Ist sie nötig?',
    needed: 'Die Punkte verlangen sie.',
    notNeeded: 'Die Punkte verlangen sie nicht.',
    anyway: 'Sie wird gemacht, obwohl die Punkte sie nicht verlangen.',
    items: 'Punkt für Punkt',
    itemHeaders: ['Punkt', 'Fundstelle', 'Art', 'Entscheidung', 'Grund oder Notiz'],
    decisions: { 'in-place': 'umgesetzt', 'other-way': 'anders gelöst', missing: 'fehlt', 'not-needed': 'nicht nötig' },
    undecided: 'nicht entschieden',
    needs: { standard: 'Standard', required: 'Pflicht', addressable: 'mit Begründung', check: 'Frage' },
    risks: 'Risiken, Maßnahmen und was bleibt',
    riskHeaders: ['Risiko', 'Vorher', 'Maßnahmen', 'Bleibt'],
    highLeft: 'Was bleibt, ist hoch. Fragen Sie die Aufsichtsbehörde, bevor es beginnt.',
    advice: 'Rat',
    adviceFrom: (from) => `Gefragt: ${from}`,
    signature: 'Freigabe',
    signedBy: (who, when) => `Unterschrieben von ${who} am ${when}`,
    signedAlone: 'Verfasst und unterschrieben hat dieselbe Person: Es gab niemand anderen, der unterschreiben konnte.',
    author: 'Verfasst von',
    digest: 'Prüfsumme des Inhalts (SHA-256)',
    draft: 'Entwurf, nicht unterschrieben',
    edition: 'Fassung der Fragen',
  },
};
