/** What somebody said about marketing, as a sign and a word: never by colour alone. */
import { IconCheck, IconHelp, IconMinus, IconX } from '@tabler/icons-react';
import type { MarketingStatus } from '#shared/domains/customers/model';
import { useWords } from '../../app/words';
import styles from './MarketingMark.module.css';

const signs = {
  subscribed: IconCheck,
  unsubscribed: IconMinus,
  never: IconX,
  'not-asked': IconHelp,
} as const satisfies Record<MarketingStatus, unknown>;

export function MarketingMark({ status }: { readonly status: MarketingStatus }) {
  const w = useWords('customers');
  const Sign = signs[status];
  return (
    <span className={styles.mark} data-status={status}>
      <Sign size={15} aria-hidden />
      {w.marketing[status]}
    </span>
  );
}
