/** The list of everything Today looks at: a domain with something due adds its line here. */
import type { DueSource } from '../../ipc/due-source';
import { dueQuestions } from '../applicability/public';
import { dueDuplicates } from '../customers/public';
import { dueEvidence } from '../evidence/public';
import { dueRows } from '../imports/public';
import { dueObligations } from '../obligations/public';

export const dueSources: readonly DueSource[] = [dueQuestions, dueObligations, dueEvidence, dueRows, dueDuplicates];
