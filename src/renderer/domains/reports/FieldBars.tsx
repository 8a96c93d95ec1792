/** The fields as bars under the purpose they serve: about how many people something is held; a list for those who cannot see it. */
import { Anchor, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { namesIn } from '#shared/domains/fields/defaults';
import type { HoldingsField, HoldingsReport } from '#shared/domains/reports/model';
import { useLanguage, useWords } from '../../app/words';
import { groupByPurpose } from './by-purpose';
import styles from './FieldBars.module.css';

export function FieldBars({ report }: { readonly report: HoldingsReport }) {
  const words = useWords('reports');
  const w = words.holdings;
  const named = namesIn(useLanguage());
  const [all, setAll] = useState(false);
  const unused = report.fields.filter((field) => field.people === 0).length;
  const kept = (field: HoldingsField): string =>
    words.kept(named(`${field.retentionClass} rule`, field.retentionRule) || field.retentionName);
  return (
    <div>
      {groupByPurpose(report, (field) => all || field.people > 0).map(({ purpose, fields, retentionClass }) => (
        <section key={purpose.id} className={styles.group}>
          <Title order={3} size="h5">
            {named(purpose.id, purpose.name)}
          </Title>
          <Text size="sm" c="dimmed">
            {w.basis[purpose.lawfulBasis]}: {words.basisMeans[purpose.lawfulBasis]}
            {retentionClass !== null && fields[0] !== undefined && ` · ${kept(fields[0])}`}
          </Text>
          <ul className={styles.bars}>
            {fields.map((field) => (
              <Bar
                key={field.name}
                field={field}
                people={report.people}
                kept={retentionClass === null ? kept(field) : null}
              />
            ))}
          </ul>
        </section>
      ))}
      {unused > 0 && (
        <Anchor component="button" type="button" onClick={() => setAll(!all)}>
          {all ? words.hideUnused : words.showUnused(unused)}
        </Anchor>
      )}
    </div>
  );
}

type BarProps = { readonly field: HoldingsField; readonly people: number; readonly kept: string | null };

function Bar({ field, people, kept }: BarProps) {
  const words = useWords('reports');
  const w = words.holdings;
  const named = namesIn(useLanguage());
  const needsCare = field.sensitivity !== 'ordinary';
  return (
    <li className={styles.row} data-care={needsCare || undefined}>
      <span className={styles.label}>
        {named(field.name, field.label)}
        {needsCare && (
          <span className={styles.care}>
            <IconAlertTriangle size={14} aria-hidden /> {w.sensitivity[field.sensitivity]}
          </span>
        )}
      </span>
      {/* The picture repeats the number beside it. */}
      <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="10" className={styles.ground} />
        <rect width={shareOf(field.people, people)} height="10" className={styles.filled} />
      </svg>
      <span className={styles.people}>{field.people === 0 ? words.unused : w.number(field.people)}</span>
      {kept !== null && <span className={styles.why}>{kept}</span>}
    </li>
  );
}

/** In percent; one person among a million is still seen. */
const shareOf = (some: number, all: number): number =>
  some === 0 ? 0 : Math.max((some / Math.max(all, 1)) * 100, 0.6);
