/** How grave a risk is, whether an assessment is needed, and what one still lacks. */
import type { AssessmentTemplate } from '#shared/content/assessment';
import type { AssessmentContent, Lack, Level } from './model';

/** The bands of the 5 × 5 picture. Never lower when either step is higher. */
export function levelOf(likelihood: number, impact: number): Level {
  const score = likelihood * impact;
  return score >= 15 ? 'very-high' : score >= 10 ? 'high' : score >= 5 ? 'middle' : 'low';
}

type Asked = Pick<AssessmentTemplate, 'screenFrom' | 'withRisks' | 'withAdvice'> & {
  readonly parts: readonly Pick<AssessmentTemplate['parts'][number], 'name' | 'when'>[];
  readonly items: readonly Pick<AssessmentTemplate['items'][number], 'name' | 'need'>[];
};

/** Whether enough of the criteria apply; always where there are none. */
export const isNeeded = (
  { screenFrom }: Pick<Asked, 'screenFrom'>,
  { screen, anyway }: Pick<AssessmentContent, 'screen' | 'anyway'>,
): boolean => anyway || new Set(screen).size >= screenFrom;

export const isAsked = (when: 'always' | 'needed' | 'not-needed', needed: boolean): boolean =>
  when === 'always' || (when === 'needed') === needed;

/** A decision other than “in place” has its reason; what is required is not simply “not needed”. */
export const needsReason = (decision: AssessmentContent['items'][number]['decision']): boolean =>
  decision !== 'in-place';

export function lacksOf(template: Asked, content: AssessmentContent): Lack[] {
  const needed = isNeeded(template, content);
  const texts = new Map(content.parts.map(({ name, text }) => [name, text]));
  const decided = new Map(content.items.map((item) => [item.name, item]));
  const lacks: Lack[] = template.parts
    .filter(({ name, when }) => isAsked(when, needed) && (texts.get(name) ?? '') === '')
    .map(({ name }) => ({ kind: 'part', name }));
  for (const { name } of template.items) {
    const item = decided.get(name);
    if (item === undefined) lacks.push({ kind: 'item', name });
    else if (needsReason(item.decision) && item.reason === '') lacks.push({ kind: 'reason', name });
  }
  if (template.withRisks && needed) {
    if (content.risks.length === 0) lacks.push({ kind: 'risks', name: '' });
    if (content.risks.some(({ words, measures }) => words === '' || measures === ''))
      lacks.push({ kind: 'risk-words', name: '' });
  }
  if (template.withAdvice && needed && (content.advice.from === '' || content.advice.text === ''))
    lacks.push({ kind: 'advice', name: '' });
  return lacks;
}

/** The gravest of what is left with all measures; null without risks. */
export function leftLevel({ risks }: Pick<AssessmentContent, 'risks'>): Level | null {
  const order: readonly Level[] = ['low', 'middle', 'high', 'very-high'];
  return risks.reduce<Level | null>((gravest, { leftLikelihood, leftImpact }) => {
    const level = levelOf(leftLikelihood, leftImpact);
    return gravest === null || order.indexOf(level) > order.indexOf(gravest) ? level : gravest;
  }, null);
}
