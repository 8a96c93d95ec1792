/** The conversation: one plain question at a time, what follows from the answers, and a signed memo of it. */
import { Alert, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconFileTypePdf } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { AskedQuestion, GivenAnswer, RegulationDecision } from '#shared/domains/applicability/model';
import { AskedPage } from '../../app/AskedPage';
import { FailureNotice } from '../../app/FailureNotice';
import { momentIn, numberIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { PageHead } from '../../ui/PageHead';
import { AnswerForm } from './AnswerForm';
import styles from './ApplicabilityPage.module.css';

export function ApplicabilityPage() {
  const w = useWords('applicability');
  const language = useLanguage();
  const questions = useAsked('applicability', 'questions', { language });
  const { answer: decisions } = useAsked('applicability', 'decisions', { language });
  return (
    <Stack gap="lg">
      <PageHead title={w.title} lead={w.lead} />
      <AskedPage asked={questions}>{(list) => <Conversation questions={list} decisions={decisions ?? []} />}</AskedPage>
    </Stack>
  );
}

type Props = { readonly questions: readonly AskedQuestion[]; readonly decisions: readonly RegulationDecision[] };

function Conversation({ questions, decisions }: Props) {
  const w = useWords('applicability');
  const answer = useCommand('applicability', 'answer');
  const [changing, setChanging] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const answered = questions.filter((question) => question.given !== null);
  const waiting = questions.filter(
    ({ askAgain, relevant, given, notKnown }) => askAgain !== null || (relevant && given === null && !notKnown),
  );
  const unknown = questions.filter(({ relevant, notKnown }) => relevant && notKnown);
  const current = questions.find(({ name }) => name === changing) ?? waiting[0] ?? null;

  async function give(question: AskedQuestion, given: GivenAnswer | null): Promise<void> {
    if ((await answer.run({ question: question.name, answer: given })) === undefined) return;
    setChanging(null);
    heading.current?.focus({ preventScroll: true });
  }

  return (
    <div className={styles.columns}>
      <Stack gap="lg">
        {current === null ? (
          <Card>
            <Group gap="sm" wrap="nowrap" align="flex-start">
              <IconCircleCheck size={28} className={styles.done} aria-hidden />
              <div>
                <Title order={2} size="h3">
                  {w.done}
                </Title>
                <Text c="dimmed">{w.doneLead}</Text>
              </div>
            </Group>
          </Card>
        ) : (
          <Card>
            <Text size="sm" c="dimmed">
              {w.progress(answered.length, Math.max(1, waiting.length))}
            </Text>
            {current.askAgain !== null && <Alert color="yellow">{w.again(current.askAgain.people)}</Alert>}
            <Title order={2} size="h3" ref={heading} tabIndex={-1}>
              {current.words}
            </Title>
            <AnswerForm
              key={current.name}
              question={current}
              isSaving={answer.isRunning}
              onAnswer={(given) => void give(current, given)}
            />
            <FailureNotice failure={answer.failure} />
          </Card>
        )}
        {unknown.length > 0 && (
          <Card title={w.notKnown}>
            <Text size="sm" c="dimmed">
              {w.notKnownLead}
            </Text>
            <ul className={styles.answers}>
              {unknown.map((question) => (
                <li key={question.name} className={styles.answer}>
                  <Text>{question.words}</Text>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    onClick={() => setChanging(question.name)}
                    aria-label={`${w.answerNow}: ${question.words}`}
                  >
                    {w.answerNow}
                  </Button>
                </li>
              ))}
            </ul>
          </Card>
        )}
        {answered.length > 0 && (
          <Card title={w.answers}>
            <ul className={styles.answers}>
              {answered.map((question) => (
                <li key={question.name} className={styles.answer}>
                  <Text>{question.words}</Text>
                  <Group gap="xs" wrap="nowrap">
                    <Given question={question} />
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      onClick={() => setChanging(question.name)}
                      aria-label={`${w.change}: ${question.words}`}
                    >
                      {w.change}
                    </Button>
                  </Group>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </Stack>
      <Decisions decisions={decisions} />
    </div>
  );
}

function Given({ question }: { readonly question: AskedQuestion }) {
  const w = useWords('applicability');
  const language = useLanguage();
  const { given } = question;
  const nameOf = (choice: string): string => question.choices.find(({ name }) => name === choice)?.words ?? choice;
  const said =
    typeof given === 'boolean'
      ? given
        ? w.yes
        : w.no
      : typeof given === 'number'
        ? numberIn(language, given)
        : Array.isArray(given)
          ? given.map(nameOf).join(', ') || w.nothingChosen
          : nameOf(given ?? '');
  return (
    <Text fw={600} title={question.givenAt === null ? undefined : w.answered(momentIn(language, question.givenAt))}>
      {said}
    </Text>
  );
}

function Decisions({ decisions }: { readonly decisions: readonly RegulationDecision[] }) {
  const w = useWords('applicability');
  const language = useLanguage();
  const memo = useTask('applicability', 'memo');
  return (
    <Card title={w.decisions}>
      <Text size="sm" c="dimmed">
        {w.notAdvice}
      </Text>
      {decisions.map((decision) => (
        <div key={decision.regulation} className={styles.decision} data-applies={decision.applies}>
          <Group justify="space-between" gap="xs">
            <Text fw={600}>{decision.title}</Text>
            <Text size="sm" fw={600}>
              {w.applies[decision.applies]}
            </Text>
          </Group>
          {decision.applies !== 'no' && (
            <Text size="sm">{w.counts(decision.obligations.yes, decision.obligations.open)}</Text>
          )}
          {decision.reasons.length > 0 && (
            <List size="sm" className={styles.reasons}>
              {decision.reasons.slice(0, 4).map(({ because, cite }) => (
                <List.Item key={because}>
                  {because} {cite !== null && <span className={styles.cite}>{cite}</span>}
                </List.Item>
              ))}
            </List>
          )}
        </div>
      ))}
      <FailureNotice failure={memo.failure} />
      {memo.answer !== undefined && <Alert role="status">{w.memoDone(memo.answer.file, memo.answer.digest)}</Alert>}
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconFileTypePdf size={18} aria-hidden />}
          loading={memo.isRunning}
          onClick={() => void memo.run({ language, format: 'pdf' })}
        >
          {w.memo}
        </Button>
        <Button variant="subtle" disabled={memo.isRunning} onClick={() => void memo.run({ language, format: 'json' })}>
          {w.memoJson}
        </Button>
      </Group>
    </Card>
  );
}
