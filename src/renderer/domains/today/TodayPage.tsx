/** The first page after unlocking: the next best thing, what is due, a calendar, and where the business stands. */
import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconCalendarDown, IconSunrise } from '@tabler/icons-react';
import type { DueItem } from '#shared/domains/today/model';
import { firstHalfDone } from '#shared/domains/today/rules';
import { AskedPage } from '../../app/AskedPage';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { PageLink, useGo } from '../../app/go';
import { momentIn, weekdayIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { PageHead } from '../../ui/PageHead';
import { StandingBar } from '../obligations/StandingBar';
import { DueList } from './DueList';
import { MonthPicture } from './MonthPicture';
import styles from './TodayPage.module.css';

export function TodayPage() {
  const w = useWords('today');
  const language = useLanguage();
  const day = localToday();
  const asked = useAsked('today', 'list', { language, today: day });
  const long = weekdayIn(language, day);
  return (
    <Stack gap="lg">
      <PageHead title={w.title} lead={w.lead(long)} />
      <AskedPage asked={asked}>
        {({ items, clockWentBack }) => (
          <Stack gap="lg">
            {clockWentBack !== null && (
              <Alert color="clay" title={w.clockBack}>
                {w.clockBackLead(momentIn(language, clockWentBack.lastSeen))}
              </Alert>
            )}
            <NextThing items={items} />
            <div className={styles.columns}>
              <Card title={w.due}>
                <DueList items={items} />
              </Card>
              <Calendar items={items} />
            </div>
            <Standing />
          </Stack>
        )}
      </AskedPage>
    </Stack>
  );
}

/** One thing: the first customers, then what waits half done, then what the register says helps most. */
function NextThing({ items }: { readonly items: readonly DueItem[] }) {
  const w = useWords('today');
  const language = useLanguage();
  const { answer: count } = useAsked('customers', 'count', {});
  const { answer: summary } = useAsked('obligations', 'summary', { language });
  if (count === undefined || summary === undefined) return null;
  const { next } = summary;
  const halfDone = firstHalfDone(items);
  const noCustomers = count.total === 0;
  const calm = !noCustomers && next.kind === 'none' && items.length === 0;
  return (
    <section className={styles.next} aria-labelledby="next-thing">
      <IconSunrise className={styles.picture} aria-hidden />
      <div className={styles.nextWords}>
        <Title order={2} size="h4" id="next-thing" className={styles.kicker}>
          {w.nextTitle}
        </Title>
        {noCustomers ? (
          <Text size="lg">{w.firstCustomers}</Text>
        ) : halfDone !== null ? (
          <>
            <Text size="lg" fw={600}>
              {w.kinds[halfDone.kind](halfDone.title, halfDone.count)}
            </Text>
            <Text>{w.halfDone}</Text>
          </>
        ) : (
          <>
            {next.title !== null && (
              <Text size="lg" fw={600}>
                {next.title}
              </Text>
            )}
            <Text>{w.next[calm ? 'none' : next.kind](next.serves)}</Text>
          </>
        )}
      </div>
      {noCustomers ? (
        <Button component={PageLink} to="/imports" rightSection={<IconArrowRight size={18} aria-hidden />}>
          {w.go.import}
        </Button>
      ) : halfDone !== null ? (
        <GoToHalfDone item={halfDone} />
      ) : next.kind === 'answer-question' ? (
        <Button component={PageLink} to="/applicability" rightSection={<IconArrowRight size={18} aria-hidden />}>
          {w.go.question}
        </Button>
      ) : next.name !== null ? (
        <GoTo name={next.name} />
      ) : null}
    </section>
  );
}

function GoToHalfDone({ item }: { readonly item: DueItem }) {
  const w = useWords('today');
  const go = useGo();
  return (
    <Button
      rightSection={<IconArrowRight size={18} aria-hidden />}
      onClick={() =>
        void (item.kind === 'quarantine-open'
          ? go({ to: '/imports/$id/quarantine', params: { id: item.about } })
          : go({ to: '/customers/duplicates' }))
      }
    >
      {w.go.decide}
    </Button>
  );
}

function GoTo({ name }: { readonly name: string }) {
  const w = useWords('today');
  const go = useGo();
  return (
    <Button
      onClick={() => void go({ to: '/obligations/$name', params: { name } })}
      rightSection={<IconArrowRight size={18} aria-hidden />}
    >
      {w.go.obligation}
    </Button>
  );
}

function Calendar({ items }: { readonly items: readonly DueItem[] }) {
  const w = useWords('today');
  const language = useLanguage();
  const calendar = useTask('today', 'calendar');
  return (
    <Card title={w.calendar}>
      <MonthPicture items={items} />
      <FailureNotice failure={calendar.failure} />
      {calendar.answer !== undefined && (
        <Text size="sm" role="status">
          {w.exported(calendar.answer.events, calendar.answer.file)}
        </Text>
      )}
      <Group>
        <Button
          variant="default"
          leftSection={<IconCalendarDown size={18} aria-hidden />}
          loading={calendar.isRunning}
          disabled={!items.some((item) => item.on !== null)}
          onClick={() => void calendar.run({ language, today: localToday() })}
        >
          {w.export}
        </Button>
      </Group>
    </Card>
  );
}

function Standing() {
  const w = useWords('today');
  const language = useLanguage();
  const { answer: summary } = useAsked('obligations', 'summary', { language });
  if (summary === undefined) return null;
  return (
    <Card title={w.standing}>
      <StandingBar counts={summary.counts} />
      <Anchor component={PageLink} to="/obligations">
        {w.toRegister}
      </Anchor>
    </Card>
  );
}
