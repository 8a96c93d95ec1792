/** A person's days as bars with the usual range behind them, and the day of the alert in another colour; said in words as well. */
import { Text } from '@mantine/core';
import type { Alert, Picture } from '#shared/domains/watching/model';
import { dayIn, numberIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useLanguage, useWords } from '../../app/words';
import styles from './NormalRange.module.css';

const width = 480;
const height = 88;
const gap = 2;

/** Four thousand beside five would leave five invisible. */
const scaled = (value: number, most: number): number => (most === 0 ? 0 : Math.log1p(value) / Math.log1p(most));

export function NormalRange({ alert }: { readonly alert: Alert }) {
  const { answer: picture } = useAsked('watching', 'picture', { id: alert.id });
  if (picture === undefined || picture.counted === null || picture.days.length < 2) return null;
  return <Bars picture={picture} />;
}

function Bars({ picture: { alert, counted, days, low, high } }: { readonly picture: Picture }) {
  const w = useWords('watching').picture;
  const language = useLanguage();
  const number = (value: number): string => numberIn(language, value);
  const most = Math.max(...days.map(({ value }) => value));
  const each = width / Math.max(days.length, 20);
  const up = (value: number): number => height * (1 - scaled(value, most));
  const says = w.says(
    w.counted[counted ?? ''] ?? '',
    days.length - 1,
    number(low),
    number(high),
    number(days.find(({ day }) => day === alert.day)?.value ?? 0),
  );
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${width} ${height + 2}`} className={styles.picture} role="img" aria-label={says}>
        <rect className={styles.usual} x={0} y={up(high)} width={width} height={Math.max(2, up(low) - up(high))} />
        {days.map(({ day, value }, index) => (
          <rect
            key={day}
            className={day === alert.day ? styles.event : styles.day}
            x={index * each}
            y={Math.min(up(value), height - 1)}
            width={Math.max(1, each - gap)}
            height={Math.max(1, height - up(value))}
          >
            <title>{`${dayIn(language, day)}: ${number(value)}`}</title>
          </rect>
        ))}
      </svg>
      <figcaption>
        <Text size="sm">{says}</Text>
        <Text size="xs" c="dimmed">
          {w.scale}
        </Text>
      </figcaption>
    </figure>
  );
}
