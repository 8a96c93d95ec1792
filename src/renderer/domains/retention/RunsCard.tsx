/** What was removed by rule, each with its certificate. */
import { Button, Text } from '@mantine/core';
import { FailureNotice } from '../../app/FailureNotice';
import { dayIn } from '../../app/language';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import listed from '../../ui/Listed.module.css';

export function RunsCard() {
  const w = useWords('retention');
  const language = useLanguage();
  const mayExport = useMay()('export', 'retention');
  const runs = useAsked('retention', 'runs', {});
  const save = useTask('retention', 'certificate');
  return (
    <Card title={w.runs.title}>
      <FailureNotice failure={runs.failure ?? save.failure} />
      {runs.answer?.length === 0 && <Text>{w.runs.none}</Text>}
      <ul className={listed.list}>
        {runs.answer?.map(({ id, today, removed, stayed }) => (
          <li key={id} className={listed.item}>
            <Text span>{w.runs.one(dayIn(language, today), removed, stayed)}</Text>
            {mayExport && (
              <Button
                size="xs"
                variant="default"
                aria-label={w.runs.saveOf(dayIn(language, today))}
                loading={save.isRunning}
                onClick={() => void save.run({ id, language })}
              >
                {w.runs.save}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {save.answer !== undefined && (
        <Text size="sm" role="status" className={listed.words ?? ''}>
          {w.runs.saved(save.answer.file)}
        </Text>
      )}
    </Card>
  );
}
