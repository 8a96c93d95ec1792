/** What was found and is not settled yet, soonest first. */
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Finding, Programme } from '#shared/domains/audits/model';
import { dueState } from '#shared/domains/today/rules';
import { useMay } from '../../app/session';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { AssignDialog } from './AssignDialog';
import styles from './AuditsPage.module.css';
import { CloseDialog } from './CloseDialog';
import { When } from './PlannedCard';
import { useNames } from './use-names';

export function FindingsCard({ programme }: { readonly programme: Programme }) {
  const w = useWords('audits');
  const mayWrite = useMay()('write', 'audits');
  const nameOf = useNames(programme.people);
  const [assigned, setAssigned] = useState<Finding | null>(null);
  const [closed, setClosed] = useState<Finding | null>(null);
  const titleOf = (name: string): string => programme.checks.find((check) => check.name === name)?.title ?? name;
  return (
    <Card title={w.findings}>
      {programme.findings.length === 0 ? (
        <Text role="status">{w.noFindings}</Text>
      ) : (
        <ul className={styles.list}>
          {programme.findings.map((finding) => (
            <li
              key={finding.id}
              className={styles.item}
              data-state={dueState(programme.today, finding.dueOn)}
              data-severity={finding.severity}
            >
              <div>
                <Text fw={600} className={styles.words ?? ''}>
                  {finding.words}
                </Text>
                <When today={programme.today} on={finding.dueOn} />
                <Text size="sm" className={styles.severity ?? ''}>
                  {w.severityOf(w.severities[finding.severity])}
                </Text>
                <Text size="sm" c="dimmed">
                  {w.findingOf(titleOf(finding.check), nameOf(finding.responsible))}
                </Text>
              </div>
              {mayWrite && (
                <Group gap="xs" className={styles.acts ?? ''}>
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={w.assign(finding.words)}
                    onClick={() => setAssigned(finding)}
                  >
                    {w.assignShort}
                  </Button>
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={w.close(finding.words)}
                    onClick={() => setClosed(finding)}
                  >
                    {w.closeShort}
                  </Button>
                </Group>
              )}
            </li>
          ))}
        </ul>
      )}
      {assigned !== null && (
        <AssignDialog finding={assigned} people={programme.people} onClose={() => setAssigned(null)} />
      )}
      {closed !== null && <CloseDialog finding={closed} onClose={() => setClosed(null)} />}
    </Card>
  );
}
