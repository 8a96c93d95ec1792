/** Where the business stands, as counts side by side: no percentage, no verdict. */
import type { ObligationState } from '#shared/domains/obligations/model';
import { numberIn } from '../../app/language';
import { useLanguage, useWords } from '../../app/words';
import styles from './StandingBar.module.css';
import { StateMark } from './StateMark';

const order: readonly ObligationState[] = ['evidenced', 'in-place', 'not-started', 'expired', 'unknown'];

export function StandingBar({ counts }: { readonly counts: Readonly<Record<ObligationState, number>> }) {
  const w = useWords('today');
  const language = useLanguage();
  return (
    <dl className={styles.standing} aria-label={w.standing}>
      {order.map((state) => (
        <div key={state} className={styles.part} data-state={state}>
          <dt>
            <StateMark state={state} />
          </dt>
          <dd>{numberIn(language, counts[state])}</dd>
        </div>
      ))}
    </dl>
  );
}
