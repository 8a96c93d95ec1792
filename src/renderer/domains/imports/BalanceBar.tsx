/** Where the rows went, as one bar in four parts that differ by pattern as well as by colour, with the numbers beside it. */
import type { ImportReport } from '#shared/domains/imports/model';
import { useWords } from '../../app/words';
import { type PartName, partsOf } from './balance';
import styles from './BalanceBar.module.css';

type Props = {
  readonly report: Pick<ImportReport, 'rows' | PartName>;
  /** Only the bar, for a table; the words go to a screen reader. */ readonly small?: boolean;
};

export function BalanceBar({ report, small = false }: Props) {
  const w = useWords('imports');
  const parts = partsOf(report);
  const inWords = w.balance(report);
  return (
    <div>
      <div
        className={small ? styles.small : styles.bar}
        role="img"
        aria-label={inWords}
        title={small ? inWords : undefined}
      >
        {parts.map(({ name, count, share }) =>
          count === 0 ? null : <div key={name} className={styles.part} data-part={name} style={{ flexGrow: share }} />,
        )}
      </div>
      {!small && (
        <dl className={styles.legend}>
          {parts.map(({ name, count }) => (
            <div key={name} className={styles.entry}>
              <dt>
                <span className={styles.key} data-part={name} aria-hidden />
                {w.parts[name]}
              </dt>
              <dd>{w.number(count)}</dd>
              <dd className={styles.meaning}>{w.meanings[name]}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
