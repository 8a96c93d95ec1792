/** The kinds of assessments with those that were made; a new one begins here. */
import { Button, Text } from '@mantine/core';
import type { Assessment, RiskPicture } from '#shared/domains/risks/model';
import { FailureNotice } from '../../app/FailureNotice';
import { PageLink, useGo } from '../../app/go';
import { dayIn } from '../../app/language';
import { useMay } from '../../app/session';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import styles from './risks.module.css';

export function AssessmentsCard({ picture }: { readonly picture: RiskPicture }) {
  const w = useWords('risks');
  const language = useLanguage();
  const go = useGo();
  const mayWrite = useMay()('write', 'risks');
  const begin = useCommand('risks', 'begin');
  async function start(template: Assessment['template']): Promise<void> {
    const begun = await begin.run({ template, language });
    if (begun !== undefined) await go({ to: '/risks/$id', params: { id: begun.id } });
  }
  return (
    <Card title={w.assessments}>
      <Text c="dimmed">{w.assessmentsLead}</Text>
      <FailureNotice failure={begin.failure} />
      <ul className={styles.list}>
        {picture.templates.map((template) => (
          <li key={template.name} className={styles.item}>
            <div>
              <Text fw={600}>{template.title}</Text>
              <Text size="sm">{template.lead}</Text>
            </div>
            {mayWrite && (
              <Button
                variant="default"
                size="xs"
                aria-label={w.begin(template.title)}
                onClick={() => void start(template.name)}
              >
                {w.beginShort}
              </Button>
            )}
          </li>
        ))}
        {picture.assessments.map((one) => {
          const state = one.replaced ? 'replaced' : one.state;
          return (
            <li key={one.id} className={styles.item}>
              <div>
                <Text fw={600} className={styles.words ?? ''}>
                  {one.content.title}
                </Text>
                <Text size="sm" c="dimmed">
                  {w.states[state]}, {dayIn(language, (one.signedAt ?? one.changedAt).slice(0, 10))}
                  {one.reviewOn !== null && !one.replaced && ` · ${w.look(dayIn(language, one.reviewOn))}`}
                </Text>
              </div>
              <Button
                variant="default"
                size="xs"
                aria-label={w.open(one.content.title)}
                renderRoot={(props) => <PageLink to="/risks/$id" params={{ id: one.id }} {...props} />}
              >
                {w.openShort}
              </Button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
