/** How far an obligation is, as a sign and a word: never by colour alone. */
import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleCheckFilled,
  IconHelpCircle,
  IconMinus,
} from '@tabler/icons-react';
import type { ObligationState } from '#shared/domains/obligations/model';
import { useWords } from '../../app/words';
import styles from './StateMark.module.css';

const signs = {
  unknown: IconHelpCircle,
  'not-started': IconCircle,
  'in-place': IconCircleCheck,
  evidenced: IconCircleCheckFilled,
  expired: IconAlertTriangle,
  'not-applicable': IconMinus,
} as const satisfies Record<ObligationState, unknown>;

export function StateMark({ state }: { readonly state: ObligationState }) {
  const w = useWords('obligations');
  const Sign = signs[state];
  return (
    <span className={styles.mark} data-state={state}>
      <Sign size={17} aria-hidden />
      {w.states[state]}
    </span>
  );
}
