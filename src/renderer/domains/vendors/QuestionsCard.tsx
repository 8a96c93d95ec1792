/** Questions to one vendor: a page to send, a file to read, and answers that are kept only when somebody has read them. */
import { Alert, Button, Group, Text } from '@mantine/core';
import type { Vendor, VendorQuestion } from '#shared/domains/vendors/model';
import { FailureNotice } from '../../app/FailureNotice';
import { dayIn, momentIn } from '../../app/language';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import styles from './VendorsPage.module.css';

export function QuestionsCard({ vendor }: { readonly vendor: Vendor }) {
  const w = useWords('vendors').questions;
  const language = useLanguage();
  const may = useMay();
  const write = useTask('vendors', 'ask');
  const read = useTask('vendors', 'readAnswers');
  const take = useCommand('vendors', 'takeAnswers');
  const { answer: sent = [] } = useAsked('vendors', 'questionnaires', { vendor: vendor.id });
  const found = read.answer;
  const asked = sent.find(({ id }) => id === found?.answers.questionnaire);
  return (
    <Card title={w.title}>
      <Text size="sm" c="dimmed">
        {w.lead}
      </Text>
      <FailureNotice failure={write.failure ?? read.failure ?? take.failure} />
      {write.answer !== undefined && <Alert role="status">{w.written(write.answer.file)}</Alert>}
      <Group>
        {may('export', 'vendors') && (
          <Button
            variant="default"
            loading={write.isRunning}
            onClick={() => void write.run({ vendor: vendor.id, language })}
          >
            {w.write}
          </Button>
        )}
        {may('write', 'vendors') && (
          <Button variant="default" loading={read.isRunning} onClick={() => void read.run({})}>
            {w.read}
          </Button>
        )}
      </Group>
      {found !== undefined && (
        <section aria-label={w.review(found.vendorName)}>
          <Text fw={600}>{w.review(found.vendorName)}</Text>
          {found.vendor === vendor.id ? (
            <>
              <Text size="sm">{w.reviewLead}</Text>
              <Text size="sm" c="dimmed">
                {w.by(found.answers.filledInBy, dayIn(language, found.answers.filledInOn))}
              </Text>
              <Answers questions={asked?.questions ?? []} answers={found.answers.answers} />
              <Group mt="sm">
                <Button
                  loading={take.isRunning}
                  onClick={() =>
                    void take.run({ answers: found.answers }).then((kept) => kept !== undefined && read.reset())
                  }
                >
                  {w.take}
                </Button>
                <Button variant="default" onClick={read.reset}>
                  {w.drop}
                </Button>
              </Group>
            </>
          ) : (
            <Alert color="clay">{w.other(found.vendorName)}</Alert>
          )}
        </section>
      )}
      <ul className={styles.list}>
        {sent.map((one) => (
          <li key={one.id} className={styles.item}>
            {one.takenAt === null ? (
              <Text size="sm">{w.sent(momentIn(language, one.sentAt))}</Text>
            ) : (
              <details>
                <summary>{w.answered(one.filledInBy, dayIn(language, one.filledInOn ?? ''))}</summary>
                <Answers questions={one.questions} answers={one.answers} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

type AnswersProps = {
  readonly questions: readonly VendorQuestion[];
  readonly answers: Readonly<Record<string, string>>;
};

function Answers({ questions, answers }: AnswersProps) {
  const w = useWords('vendors').questions;
  return (
    <dl className={styles.answers}>
      {questions.map(({ name, words, kind }) => {
        const answer = answers[name];
        return (
          <Answer key={name} question={words}>
            {answer === undefined ? w.noAnswer : kind === 'yes-no' ? (w.answers[answer] ?? answer) : answer}
          </Answer>
        );
      })}
    </dl>
  );
}

const Answer = ({ question, children }: { readonly question: string; readonly children: string }) => (
  <>
    <dt>{question}</dt>
    <dd>{children}</dd>
  </>
);
