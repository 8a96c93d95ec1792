/** Step: the questions that decide which laws apply, one at a time, until none is left or somebody goes on. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useRef } from 'react';
import type { AskedQuestion, GivenAnswer } from '#shared/domains/applicability/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { AnswerForm } from '../applicability/AnswerForm';
import type { StepProps } from './step-props';

export function LawsStep({ onDone }: StepProps) {
  const w = useWords('setup');
  const language = useLanguage();
  const { answer: questions = [] } = useAsked('applicability', 'questions', { language });
  const { answer: decisions = [] } = useAsked('applicability', 'decisions', { language });
  const give = useCommand('applicability', 'answer');
  const heading = useRef<HTMLHeadingElement>(null);
  const waiting = questions.filter(({ relevant, given, notKnown }) => relevant && given === null && !notKnown);
  const current = waiting[0];
  const applying = decisions.filter(({ applies }) => applies === 'yes').map(({ title }) => title);

  async function answer(question: AskedQuestion, given: GivenAnswer | null): Promise<void> {
    if ((await give.run({ question: question.name, answer: given })) !== undefined)
      heading.current?.focus({ preventScroll: true });
  }
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {w.laws.lead}
      </Text>
      {current === undefined ? (
        <Text>{w.laws.done}</Text>
      ) : (
        <>
          <Text size="sm">{w.laws.left(waiting.length)}</Text>
          <Title order={3} size="h4" ref={heading} tabIndex={-1}>
            {current.words}
          </Title>
          <AnswerForm
            key={current.name}
            question={current}
            isSaving={give.isRunning}
            onAnswer={(given) => void answer(current, given)}
          />
        </>
      )}
      <FailureNotice failure={give.failure} />
      <Text size="sm" role="status">
        {applying.length === 0 ? w.laws.none : w.laws.applies(applying.join(', '))}
      </Text>
      <Group>
        <Button variant={current === undefined ? 'filled' : 'default'} onClick={onDone}>
          {w.goOn}
        </Button>
      </Group>
    </Stack>
  );
}
