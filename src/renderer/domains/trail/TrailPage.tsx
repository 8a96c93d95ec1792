/** The audit trail: newest first, a sentence for each entry, and a check of the whole. */
import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { FailureNotice } from '../../app/FailureNotice';
import { Loading } from '../../app/Loading';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useTask } from '../../app/use-task';
import { useWords } from '../../app/words';
import { PageHead } from '../../ui/PageHead';
import { Anchors } from './Anchors';
import { Entry } from './Entry';
import { Findings } from './Findings';
import styles from './TrailPage.module.css';
import { useEntries } from './use-entries';
import { Verdict } from './Verdict';

export function TrailPage() {
  const w = useWords('trail');
  const [event, setEvent] = useState('');
  const { entries, failure, hasOlder, isLoadingOlder, loadOlder } = useEntries(event);
  const { answer: fields = [] } = useAsked('fields', 'list', {});
  const { answer: purposes = [] } = useAsked('fields', 'purposes', {});
  const { answer: standing } = useAsked('trail', 'standing', {});
  const verify = useCommand('trail', 'verify');
  const proof = useTask('trail', 'saveProof');
  return (
    <Stack gap="md">
      <PageHead title={w.title} lead={w.lead}>
        <Button
          leftSection={<IconShieldCheck size={18} aria-hidden />}
          loading={verify.isRunning}
          onClick={() => void verify.run({})}
        >
          {w.verify}
        </Button>
      </PageHead>
      <Findings findings={standing?.findings ?? []} />
      <FailureNotice failure={verify.failure} />
      {verify.answer !== undefined && <Verdict verdict={verify.answer} />}
      <Anchors compare={(checkpoint) => void verify.run({ checkpoint })} />
      <Group>
        <NativeSelect
          aria-label={w.filter}
          value={event}
          onChange={(change) => setEvent(change.currentTarget.value)}
          data={[{ value: '', label: w.all }, ...Object.entries(w.events).map(([value, label]) => ({ value, label }))]}
        />
      </Group>
      <FailureNotice failure={failure ?? proof.failure} />
      {proof.answer !== undefined && <Alert role="status">{w.proofSaved(proof.answer.file)}</Alert>}
      {entries === undefined && failure === null && <Loading />}
      {entries?.length === 0 && <Text c="dimmed">{w.none}</Text>}
      {entries !== undefined && entries.length > 0 && (
        <ol className={styles.entries} aria-label={w.title}>
          {entries.map((entry) => (
            <Entry
              key={entry.number}
              entry={entry}
              named={{ fields, purposes }}
              prove={(number) => void proof.run({ number })}
            />
          ))}
        </ol>
      )}
      {hasOlder && (
        <Group>
          <Button variant="default" loading={isLoadingOlder} onClick={loadOlder}>
            {w.older}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
