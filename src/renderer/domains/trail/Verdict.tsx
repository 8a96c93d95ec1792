/** What a check of the trail found, what that proves, and what it does not. */
import { Alert, Text } from '@mantine/core';
import type { TrailVerdict } from '#shared/domains/trail/model';
import { numberIn } from '../../app/language';
import { useLanguage, useWords } from '../../app/words';
import styles from './TrailPage.module.css';

export function Verdict({ verdict: { entries, root, fault } }: { readonly verdict: TrailVerdict }) {
  const w = useWords('trail');
  const language = useLanguage();
  if (fault !== null) {
    return (
      <Alert role="alert" color="clay" title={w.notSound(numberIn(language, fault.number))}>
        <Text size="sm">{w.faults[fault.code]}</Text>
        <Text size="sm">{w.afterFault}</Text>
      </Alert>
    );
  }
  return (
    <Alert role="status" color="moss" title={w.sound(numberIn(language, entries))}>
      <Text size="sm">{w.proves}</Text>
      <Text size="sm">{w.provesNot}</Text>
      <Text size="sm" className={styles.root} translate="no">
        {root}
      </Text>
    </Alert>
  );
}
