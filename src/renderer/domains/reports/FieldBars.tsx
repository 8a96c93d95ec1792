/** The fields as bars: about how many people something is held, with purpose and time; a list for those who cannot see it. */
import { Anchor, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { HoldingsReport } from '#shared/domains/reports/model';
import { useWords } from '../../app/words';
import styles from './FieldBars.module.css';

export function FieldBars({ report }: { readonly report: HoldingsReport }) {
  const words = useWords('reports');
  const w = words.holdings;
  const [all, setAll] = useState(false);
  const used = report.fields.filter((field) => field.people > 0).toSorted((a, b) => b.people - a.people);
  const unused = report.fields.filter((field) => field.people === 0);
  return (
    <div>
      <ul className={styles.bars}>
        {[...used, ...(all ? unused : [])].map((field) => (
          <li key={field.name} className={styles.row} data-care={field.sensitivity !== 'ordinary' || undefined}>
            <span className={styles.label}>
              {field.label}
              {field.sensitivity !== 'ordinary' && (
                <span className={styles.care}>
                  <IconAlertTriangle size={14} aria-hidden /> {words.sensitive}
                </span>
              )}
            </span>
            {/* The picture repeats the number beside it. */}
            <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100" height="10" className={styles.ground} rx="1" />
              <rect width={(field.people / Math.max(report.people, 1)) * 100} height="10" className={styles.filled} rx="1" />
            </svg>
            <span className={styles.people}>{field.people === 0 ? words.unused : w.number(field.people)}</span>
            <span className={styles.why}>
              {field.purposeName} · {w.basis[field.lawfulBasis]} · {field.retentionName}
            </span>
          </li>
        ))}
      </ul>
      {unused.length > 0 && (
        <Anchor component="button" type="button" onClick={() => setAll(!all)}>
          {all ? words.hideUnused : words.showUnused(unused.length)}
        </Anchor>
      )}
      {used.length === 0 && <Text c="dimmed">{words.none}</Text>}
    </div>
  );
}
