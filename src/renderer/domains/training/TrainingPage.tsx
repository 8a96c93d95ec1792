/** One’s own training: what is due, a drill in between, and what was passed. */
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCertificate, IconMailQuestion } from '@tabler/icons-react';
import { drillName, type Result, type TrainingPicture } from '#shared/domains/training/model';
import { AskedPage } from '../../app/AskedPage';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { PageLink } from '../../app/go';
import { dayIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { PageHead } from '../../ui/PageHead';
import { BeginCard } from './BeginCard';
import { StateSign } from './StateSign';
import styles from './training.module.css';
import { TrainingTabs } from './TrainingTabs';

export function TrainingPage() {
  const w = useWords('training');
  const language = useLanguage();
  const asked = useAsked('training', 'picture', { language, today: localToday() });
  return (
    <Stack gap="lg">
      <PageHead title={w.title} lead={w.lead} />
      <TrainingTabs here="mine" />
      <AskedPage asked={asked}>{(picture) => <Mine picture={picture} />}</AskedPage>
    </Stack>
  );
}

function Mine({ picture }: { readonly picture: TrainingPicture }) {
  const isMine = ({ member }: { readonly member: string }): boolean => member === picture.me;
  const results = picture.results.filter(isMine);
  const isEmpty = picture.courses.every(({ on }) => !on);
  return (
    <Stack gap="lg">
      {isEmpty ? <BeginCard picture={picture} /> : <Courses picture={picture} />}
      <DrillCard last={results.find(({ course }) => course === drillName)} />
      {results.length > 0 && <Results results={results} />}
    </Stack>
  );
}

function Courses({ picture }: { readonly picture: TrainingPicture }) {
  const w = useWords('training');
  const language = useLanguage();
  const courses = new Map(picture.courses.map((course) => [course.name, course]));
  const own = picture.standings
    .filter(({ member }) => member === picture.me)
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.course.localeCompare(b.course));
  return (
    <Card title={w.courses}>
      {own.length === 0 ? (
        <Text>{w.notYet}</Text>
      ) : (
        <ul className={styles.list}>
          {own.map(({ course: name, state, dueOn, doneOn }) => {
            const course = courses.get(name);
            const day = dayIn(language, dueOn);
            const said = state === 'overdue' ? w.overdue(day) : state === 'due' ? w.due(day) : w.upToDate(day);
            return (
              <li key={name} className={styles.item}>
                <div>
                  <Text fw={600}>{course?.title ?? name}</Text>
                  <StateSign state={state}>{said}</StateSign>
                  <Text size="sm">{course?.about}</Text>
                  <Text size="sm" c="dimmed">
                    {w.minutes(course?.minutes ?? 0)}
                    {doneOn !== null && ` · ${w.doneOn(dayIn(language, doneOn))}`}
                  </Text>
                </div>
                <Button
                  renderRoot={(props) => <PageLink to="/training/course/$name" params={{ name }} {...props} />}
                  variant={state === 'up-to-date' ? 'default' : 'filled'}
                  size="xs"
                  aria-label={(state === 'up-to-date' ? w.againOne : w.takeOne)(course?.title ?? name)}
                >
                  {state === 'up-to-date' ? w.again : w.take}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}

function DrillCard({ last }: { readonly last: Result | undefined }) {
  const w = useWords('training').drill;
  const language = useLanguage();
  return (
    <Card title={w.title}>
      <Text>{w.card}</Text>
      {last !== undefined && <Text size="sm">{w.earlier(last.right, last.outOf, dayIn(language, last.on))}</Text>}
      <Group>
        <Button
          component={PageLink}
          to="/training/drill"
          variant="default"
          leftSection={<IconMailQuestion size={18} aria-hidden />}
        >
          {w.begin}
        </Button>
      </Group>
    </Card>
  );
}

function Results({ results }: { readonly results: readonly Result[] }) {
  const w = useWords('training');
  const language = useLanguage();
  const certificate = useTask('training', 'certificate');
  return (
    <Card title={w.results}>
      <FailureNotice failure={certificate.failure} />
      {certificate.answer !== undefined && <Alert role="status">{w.saved(certificate.answer.file)}</Alert>}
      <ul className={styles.list}>
        {results.map((result) => (
          <li key={result.id} className={styles.item}>
            <div>
              <Text fw={600}>{w.result(result.title, dayIn(language, result.on))}</Text>
              <Text size="sm">
                {w.score(result.right, result.outOf)} · {result.passed ? w.passed : w.notPassed} · {w.ways[result.way]}
              </Text>
            </div>
            {result.passed && (
              <Button
                variant="default"
                size="xs"
                leftSection={<IconCertificate size={16} aria-hidden />}
                disabled={certificate.isRunning}
                aria-label={w.certificateOf(w.result(result.title, dayIn(language, result.on)))}
                onClick={() => void certificate.run({ result: result.id, language })}
              >
                {w.certificate}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
