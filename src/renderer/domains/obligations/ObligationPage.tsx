/** One obligation: what it asks, why it applies, what would show it, and what the business recorded. */
import { Alert, Anchor, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconPaperclip } from '@tabler/icons-react';
import type { ObligationDetail } from '#shared/domains/obligations/model';
import { AskedPage } from '../../app/AskedPage';
import { FailureNotice } from '../../app/FailureNotice';
import { PageLink } from '../../app/go';
import { dayIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { PageHead } from '../../ui/PageHead';
import styles from './ObligationPage.module.css';
import { RecordForm } from './RecordForm';
import { StateMark } from './StateMark';

export function ObligationPage({ name }: { readonly name: string }) {
  const w = useWords('obligations');
  const language = useLanguage();
  const asked = useAsked('obligations', 'get', { name, language });
  return (
    <AskedPage asked={asked} back={{ to: '/', label: w.back }}>
      {(obligation) => (
        <Stack gap="md">
          <Anchor component={PageLink} to="/obligations" size="sm" className={styles.back}>
            <IconArrowLeft size={15} aria-hidden /> {w.back}
          </Anchor>
          <PageHead title={obligation.title} lead={obligation.citation}>
            <StateMark state={obligation.state} />
          </PageHead>
          {obligation.recordedUnder !== null && (
            <Alert color="yellow">{w.recordedUnder(obligation.recordedUnder)}</Alert>
          )}
          <div className={styles.columns}>
            <Stack gap="md">
              <About obligation={obligation} />
              <LinkedEvidence obligation={obligation} />
            </Stack>
            <RecordForm key={`${obligation.name} ${obligation.revision}`} obligation={obligation} />
          </div>
        </Stack>
      )}
    </AskedPage>
  );
}

function About({ obligation }: { readonly obligation: ObligationDetail }) {
  const w = useWords('obligations');
  return (
    <Card title={w.asks}>
      <Text size="lg">{obligation.sentence}</Text>
      <Text size="sm" c="dimmed">
        {w.whoFor}: {obligation.appliesTo}
      </Text>
      {obligation.reasons.length > 0 && (
        <div>
          <Text fw={600}>{obligation.state === 'not-applicable' ? w.whyNot : w.why}</Text>
          <List size="sm">
            {obligation.reasons.map(({ because, cite }) => (
              <List.Item key={because}>
                {because} {cite !== null && <span className={styles.cite}>{cite}</span>}
              </List.Item>
            ))}
          </List>
        </div>
      )}
      <div>
        <Text fw={600}>{w.wanted}</Text>
        <Text size="sm">{obligation.evidenceWanted}</Text>
        {obligation.reviewMonths !== null && <Text size="sm">{w.everyMonths(obligation.reviewMonths)}</Text>}
      </div>
      <Text size="xs" c="dimmed">
        {w.source}: {obligation.citation}, {w.confidence[obligation.confidence]}. {w.reviewer(obligation.reviewer)}.{' '}
        {w.edition} {obligation.edition}.
      </Text>
    </Card>
  );
}

function LinkedEvidence({ obligation }: { readonly obligation: ObligationDetail }) {
  const w = useWords('obligations');
  const language = useLanguage();
  const add = useTask('evidence', 'add');
  return (
    <Card title={w.linked}>
      {obligation.linked.length === 0 && <Text c="dimmed">{w.noneLinked}</Text>}
      {obligation.linked.length > 0 && (
        <List icon={<IconPaperclip size={16} aria-hidden />} spacing={6}>
          {obligation.linked.map((one) => (
            <List.Item key={`${one.id} ${one.through ?? ''}`}>
              {one.title}
              {one.expiresOn !== null &&
                ` · ${one.expired ? w.expired(dayIn(language, one.expiresOn)) : w.expires(dayIn(language, one.expiresOn))}`}
              {one.through !== null && (
                <Text size="sm" c="dimmed">
                  {w.through(w.measures[one.through] ?? one.through)}
                </Text>
              )}
            </List.Item>
          ))}
        </List>
      )}
      <FailureNotice failure={add.failure} />
      <Group>
        <Button
          variant="default"
          leftSection={<IconPaperclip size={17} aria-hidden />}
          loading={add.isRunning}
          onClick={() => void add.run({ targets: [obligation.name] })}
        >
          {w.addEvidence}
        </Button>
      </Group>
    </Card>
  );
}
