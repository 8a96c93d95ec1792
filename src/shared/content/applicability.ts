/** Decides from plain answers which obligations apply, and says why, or why not. It informs; it never says that anybody complies. */
import type { Obligation, Pack, Question } from './pack';
import type { Words } from './words';

/** Answers by the question's stable name. A question without an answer leaves what depends on it open. */
export type Answers = Readonly<Record<string, boolean | number | string>>;

export type ApplicabilityReason = { readonly question: string; readonly because: Words; readonly cite: string | null };

export type LabelDecision = {
  readonly label: string;
  readonly applies: 'yes' | 'no' | 'open';
  /** What brought the label; or, where it does not apply, what each question said instead. */
  readonly reasons: readonly ApplicabilityReason[];
  /** Questions that could still bring it. */
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
export function decideApplicability(pack: Pack, answers: Answers): readonly ObligationDecision[] {
  const labels = new Map<string, LabelDecision>();
  const decision = (label: string): LabelDecision => {
    let decided = labels.get(label);
    if (!decided) labels.set(label, (decided = decideLabel(label, pack.questionnaire, answers)));
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
function brings(bring: Question['brings'][number], answer: boolean | number | string): boolean {
  if (bring.atLeast !== undefined) return typeof answer === 'number' && answer >= bring.atLeast;
  if (bring.moreThan !== undefined) return typeof answer === 'number' && answer > bring.moreThan;
  return answer === bring.is;
}

const answerTo = (question: string, answers: Answers): boolean | number | string | undefined =>
  Object.hasOwn(answers, question) ? answers[question] : undefined;

function decideLabel(label: string, questions: readonly Question[], answers: Answers): LabelDecision {
  const yes: ApplicabilityReason[] = [];
  const no: ApplicabilityReason[] = [];
  const openQuestions: string[] = [];
  for (const question of questions) {
    const candidates = question.brings.filter((bring) => bring.label === label);
    if (candidates.length === 0) continue;
    const asked = question.sameAs ?? question.name;
    // While the pack that asks it for all is missing, the answer stands under the question's own name.
    const answer = answerTo(asked, answers) ?? answerTo(question.name, answers);
    if (answer === undefined) {
      openQuestions.push(asked);
      continue;
    }
    const bring = candidates.find((candidate) => brings(candidate, answer));
    if (bring) yes.push({ question: asked, because: bring.because, cite: bring.cite });
    else no.push({ question: asked, because: question.otherwise, cite: null });
  }
  if (yes.length > 0) return { label, applies: 'yes', reasons: yes, openQuestions: [] };
  return { label, applies: openQuestions.length > 0 ? 'open' : 'no', reasons: no, openQuestions };
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
  const openQuestions = [...new Set(open.flatMap((group) => group.flatMap((label) => label.openQuestions)))];
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
