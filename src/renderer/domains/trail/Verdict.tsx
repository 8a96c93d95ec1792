/** What a check of the trail found, what that proves, and what it does not. */
import { Alert, Text } from '@mantine/core';
import type { TrailVerdict } from '#shared/domains/trail/model';
import { numberIn } from '../../app/language';
import { useLanguage, useWords } from '../../app/words';
import styles from './TrailPage.module.css';

export function Verdict({ verdict }: { readonly verdict: TrailVerdict }) {
  const w = useWords('trail');
  const language = useLanguage();
  const { entries, root, fault, against, checkpoints } = verdict;
  const compared = against === null ? null : w.against[against.result](numberIn(language, against.size ?? 0));
  if (fault !== null) {
    return (
      <Alert role="alert" color="clay" title={w.notSound(numberIn(language, fault.number))}>
        <Text size="sm">{w.faults[fault.code]}</Text>
        {compared !== null && <Text size="sm">{compared}</Text>}
        <Text size="sm">{w.afterFault}</Text>
      </Alert>
    );
  }
  if (against !== null && against.result !== 'extends') {
    const tampered = against.result === 'shorter' || against.result === 'differs' || against.result === 'other-key';
    return (
      <Alert role="alert" color={tampered ? 'clay' : 'yellow'} title={w.notExtends}>
        <Text size="sm">{compared}</Text>
        {tampered && <Text size="sm">{w.afterFault}</Text>}
      </Alert>
    );
  }
  return (
    <Alert role="status" color="moss" title={w.sound(numberIn(language, entries))}>
      <Text size="sm">{w.proves}</Text>
      {checkpoints > 0 && <Text size="sm">{w.checkpointsFit(numberIn(language, checkpoints))}</Text>}
      {compared === null ? <Text size="sm">{w.provesNot}</Text> : <Text size="sm">{compared}</Text>}
      <Text size="sm" className={styles.root} translate="no">
        {root}
      </Text>
    </Alert>
  );
}
