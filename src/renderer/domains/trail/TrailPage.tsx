/** The audit trail: newest first, a sentence for each entry, and a check of the whole. */
import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { CustomerId } from '#shared/domains/customers/model';
import type { TrailEntry } from '#shared/domains/trail/model';
import { AskedPage } from '../../app/AskedPage';
import { FailureNotice } from '../../app/FailureNotice';
import { TextLink } from '../../app/go';
import { momentIn, numberIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { PageHead } from '../../ui/PageHead';
import styles from './TrailPage.module.css';

const step = 100;

export function TrailPage() {
  const w = useWords('trail');
  const language = useLanguage();
  const [event, setEvent] = useState('');
  const [limit, setLimit] = useState(step);
  const asked = useAsked('trail', 'list', { limit: Math.min(limit, 500), ...(event === '' ? {} : { event }) });
  const verify = useCommand('trail', 'verify');
  const verdict = verify.answer;
  return (
    <Stack gap="md">
      <PageHead title={w.title} lead={w.lead}>
        <Button leftSection={<IconShieldCheck size={18} aria-hidden />} loading={verify.isRunning} onClick={() => void verify.run({})}>
          {w.verify}
        </Button>
      </PageHead>
      <FailureNotice failure={verify.failure} />
      {verdict !== undefined && (
        <Alert role="status" color={verdict.sound ? 'moss' : 'clay'} title={verdict.fault === null ? w.sound(numberIn(language, verdict.entries)) : w.notSound(verdict.fault.number)}>
          {verdict.fault === null ? (
            <>
              <Text size="sm">{w.proves}</Text>
              <Text size="sm">{w.provesNot}</Text>
              <Text size="sm" className={styles.root} translate="no">
                {verdict.root}
              </Text>
            </>
          ) : (
            <Text size="sm">{w.faults[verdict.fault.code]}</Text>
          )}
        </Alert>
      )}
      <Group>
        <NativeSelect
          aria-label={w.filter}
          value={event}
          onChange={(change) => {
            setEvent(change.currentTarget.value);
            setLimit(step);
          }}
          data={[{ value: '', label: w.all }, ...Object.entries(w.events).map(([value, label]) => ({ value, label }))]}
        />
      </Group>
      <AskedPage asked={asked}>
        {({ entries, total }) => (
          <>
            {entries.length === 0 ? (
              <Text c="dimmed">{w.none}</Text>
            ) : (
              <ol className={styles.entries} aria-label={w.title}>
                {entries.map((entry) => (
                  <Entry key={entry.number} entry={entry} />
                ))}
              </ol>
            )}
            {entries.length >= limit && limit < 500 && entries.length < total && (
              <Group>
                <Button variant="default" onClick={() => setLimit(limit + step)}>
                  {w.older}
                </Button>
              </Group>
            )}
          </>
        )}
      </AskedPage>
    </Stack>
  );
}

function Entry({ entry }: { readonly entry: TrailEntry }) {
  const w = useWords('trail');
  const language = useLanguage();
  const facts = Object.entries(entry.facts).map(([name, fact]) => `${name}: ${Array.isArray(fact) ? fact.join(', ') : typeof fact === 'number' ? numberIn(language, fact) : String(fact)}`);
  return (
    <li className={styles.entry} data-stage={entry.stage}>
      <span className={styles.number}>{numberIn(language, entry.number)}</span>
      <span className={styles.what}>
        <b>{w.events[entry.event] ?? entry.event}</b>
        {entry.stage !== undefined && ` – ${w.stages[entry.stage]}`}
        {entry.about.slice(0, 5).map((id) => (
          <span key={id} className={styles.about}>
            {CustomerId.safeParse(id).success ? (
              <TextLink underline="always" to="/customers/$id" params={{ id }}>
                {id}
              </TextLink>
            ) : (
              id
            )}
          </span>
        ))}
        {facts.length > 0 && <span className={styles.facts}>{facts.join(' · ')}</span>}
      </span>
      <span className={styles.when}>
        {momentIn(language, entry.at)}
        <span className={styles.who}>
          {w.who(entry.actor)}, {w.doors[entry.origin]}
        </span>
      </span>
    </li>
  );
}
