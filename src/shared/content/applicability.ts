/** Decides from plain answers which obligations apply, and says why, or why not. It informs; it never says that anybody complies. */
import type { Obligation, Pack, Question } from './pack';
import type { Words } from './words';

/** Answers by the question's stable name. A question without an answer leaves what depends on it open. */
export type Answers = Readonly<Record<string, GivenAnswer>>;
export type GivenAnswer = boolean | number | string | readonly string[];
/** How many people the customer store holds in each place (`US-TX`). */
export type People = ReadonlyMap<string, number>;

export type ApplicabilityReason = { readonly question: string; readonly because: Words; readonly cite: string | null };

export type LabelDecision = {
  readonly label: string;
  readonly applies: 'yes' | 'no' | 'open';
  /** What brought the label; or, where it does not apply, what each question said instead. */
  readonly reasons: readonly ApplicabilityReason[];
  /** Questions that could still bring it: for an obligation those of the first open label of each group, the gate before the detail. */
  readonly openQuestions: readonly string[];
};

export type ObligationDecision = {
  readonly obligation: string;
  readonly regulation: string;
  readonly edition: string;
  readonly applies: LabelDecision['applies'];
  readonly reasons: readonly ApplicabilityReason[];
  readonly openQuestions: readonly string[];
};

/** Every obligation that is in force or about to be, with its reasons. Proposals are left out: they bind nobody. */
export function decideApplicability(
  pack: Pack,
  answers: Answers,
  people: People = new Map(),
): readonly ObligationDecision[] {
  const labels = new Map<string, LabelDecision>();
  const decision = (label: string): LabelDecision => {
    let decided = labels.get(label);
    if (!decided) labels.set(label, (decided = decideLabel(label, pack.questionnaire, answers, people)));
    return decided;
  };
  const { regulation, edition } = pack.manifest;
  return pack.obligations
    .filter(({ law }) => law.status === 'in-force')
    .map((obligation) => ({
      obligation: obligation.name,
      regulation,
      edition,
      ...decideObligation(obligation, decision),
    }));
}

/** How far the value reaches for a bring: a number at or above a threshold, or an equal answer. */
function brings(bring: Question['brings'][number], answer: GivenAnswer): boolean {
  if (bring.atLeast !== undefined) return typeof answer === 'number' && answer >= bring.atLeast;
  if (bring.moreThan !== undefined) return typeof answer === 'number' && answer > bring.moreThan;
  if (typeof answer === 'object') return typeof bring.is === 'string' && answer.includes(bring.is);
  return answer === bring.is;
}

const answerTo = (question: string, answers: Answers): GivenAnswer | undefined =>
  Object.hasOwn(answers, question) ? answers[question] : undefined;

/** What the store itself says to a question about where people live: the place of a bring in which it holds somebody. */
function heldIn(question: Question, candidates: Question['brings'], people: People): ApplicabilityReason | null {
  if (question.residents !== true) return null;
  for (const { is, cite } of candidates) {
    const count = typeof is === 'string' ? (people.get(is) ?? 0) : 0;
    if (count > 0) return { question: question.sameAs ?? question.name, because: heldWords(count), cite };
  }
  return null;
}

const heldWords = (count: number): Words =>
  count === 1
    ? { en: 'Your customer store holds one person there.', de: 'In Ihrem Kundenspeicher ist dort eine Person.' }
    : {
        en: `Your customer store holds ${count.toLocaleString('en')} people there.`,
        de: `In Ihrem Kundenspeicher sind dort ${count.toLocaleString('de')} Menschen.`,
      };

function decideLabel(label: string, questions: readonly Question[], answers: Answers, people: People): LabelDecision {
  const yes: ApplicabilityReason[] = [];
  const no: ApplicabilityReason[] = [];
  const openQuestions: string[] = [];
  for (const question of questions) {
    const candidates = question.brings.filter((bring) => bring.label === label);
    if (candidates.length === 0) continue;
    const asked = question.sameAs ?? question.name;
    // While the pack that asks it for all is missing, the answer stands under the question's own name.
    const answer = answerTo(asked, answers) ?? answerTo(question.name, answers);
    const held = heldIn(question, candidates, people);
    if (held !== null) yes.push(held);
    if (answer === undefined) {
      openQuestions.push(asked);
      continue;
    }
    const bring = candidates.find((candidate) => brings(candidate, answer));
    if (bring) yes.push({ question: asked, because: bring.because, cite: bring.cite });
    else if (held === null) no.push({ question: asked, because: question.otherwise, cite: null });
  }
  if (yes.length > 0) return { label, applies: 'yes', reasons: yes, openQuestions: [] };
  return { label, applies: openQuestions.length > 0 ? 'open' : 'no', reasons: no, openQuestions };
}

export type DecidedLabels = { readonly yes: ReadonlySet<string>; readonly open: ReadonlySet<string> };

/** The labels that answers brought, and those they can still bring. */
export function decideLabels({ questionnaire }: Pack, answers: Answers, people: People = new Map()): DecidedLabels {
  const labels = [...new Set(questionnaire.flatMap(({ brings: all }) => all.map(({ label }) => label)))];
  const decided = labels.map((label) => decideLabel(label, questionnaire, answers, people));
  const those = (applies: 'yes' | 'open'): Set<string> =>
    new Set(decided.filter((one) => one.applies === applies).map(({ label }) => label));
  return { yes: those('yes'), open: those('open') };
}

function decideObligation(
  obligation: Obligation,
  decision: (label: string) => LabelDecision,
): Pick<ObligationDecision, 'applies' | 'reasons' | 'openQuestions'> {
  const groups = obligation.appliesWhen.map((labels) => labels.map(decision));
  const met = groups.find((group) => group.every(({ applies }) => applies === 'yes'));
  if (met) return { applies: 'yes', reasons: distinct(met.flatMap(({ reasons }) => reasons)), openQuestions: [] };
  // A group with a label that does not apply is closed, whatever its other labels turn out to be.
  const open = groups.filter((group) => group.every(({ applies }) => applies !== 'no'));
  // Whether there are people in a State comes before how many: what a later label asks may never be needed.
  const openQuestions = [
    ...new Set(open.flatMap((group) => group.find(({ applies }) => applies === 'open')?.openQuestions ?? [])),
  ];
  const missing = groups.flatMap((group) => group.filter(({ applies }) => applies === 'no'));
  return {
    applies: open.length > 0 ? 'open' : 'no',
    reasons: distinct(missing.flatMap(({ reasons }) => reasons)),
    openQuestions,
  };
}

function distinct(reasons: readonly ApplicabilityReason[]): ApplicabilityReason[] {
  const seen = new Map(reasons.map((reason) => [`${reason.question}\n${reason.because.en}`, reason]));
  return [...seen.values()];
}
