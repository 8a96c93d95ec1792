/** How one question is answered: yes or no, one of a few, several out of many, a number; or "I do not know yet". */
import { Button, Group, MultiSelect, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { AskedQuestion, GivenAnswer } from '#shared/domains/applicability/model';
import { useLanguage, useWords } from '../../app/words';

type Props = {
  readonly question: AskedQuestion;
  readonly isSaving: boolean;
  /** Null says that nobody knows yet. */
  readonly onAnswer: (given: GivenAnswer | null) => void;
};

export function AnswerForm({ question, isSaving, onAnswer }: Props) {
  const w = useWords('applicability');
  return (
    <Stack gap="sm">
      {question.answer === 'several' && <Several question={question} isSaving={isSaving} onAnswer={onAnswer} />}
      <Group align="flex-end" gap="sm">
        {question.answer === 'yes-no' && (
          <>
            <Button size="md" miw={110} disabled={isSaving} onClick={() => onAnswer(true)}>
              {w.yes}
            </Button>
            <Button size="md" miw={110} variant="default" disabled={isSaving} onClick={() => onAnswer(false)}>
              {w.no}
            </Button>
          </>
        )}
        {question.answer === 'choice' &&
          question.choices.map(({ name, words }) => (
            <Button key={name} variant="default" disabled={isSaving} onClick={() => onAnswer(name)}>
              {words}
            </Button>
          ))}
        {question.answer === 'number' && <Amount question={question} isSaving={isSaving} onAnswer={onAnswer} />}
        <Button variant="subtle" disabled={isSaving} onClick={() => onAnswer(null)}>
          {w.skip}
        </Button>
      </Group>
    </Stack>
  );
}

/** Several out of a long list: found by typing, and with what the customer store knows chosen already. */
function Several({ question, isSaving, onAnswer }: Props) {
  const w = useWords('applicability');
  const before = Array.isArray(question.given) ? question.given : [];
  const [chosen, setChosen] = useState<string[]>([
    ...new Set([...before, ...question.held.map(({ choice }) => choice)]),
  ]);
  const nameOf = (choice: string): string => question.choices.find(({ name }) => name === choice)?.words ?? choice;
  return (
    <Stack gap="sm">
      <MultiSelect
        label={w.several}
        description={w.severalHelp}
        data={question.choices.map(({ name, words }) => ({ value: name, label: words }))}
        value={chosen}
        onChange={setChosen}
        searchable
        hidePickedOptions
        clearSearchOnChange
        maxDropdownHeight={260}
      />
      {question.held.length > 0 && (
        <Text size="sm">{w.held(question.held.map(({ choice, people }) => w.heldIn(nameOf(choice), people)))}</Text>
      )}
      <Group gap="sm">
        <Button disabled={isSaving || chosen.length === 0} onClick={() => onAnswer(chosen)}>
          {w.save}
        </Button>
        <Button variant="default" disabled={isSaving} onClick={() => onAnswer([])}>
          {w.noneOfThem}
        </Button>
      </Group>
    </Stack>
  );
}

function Amount({ question, isSaving, onAnswer }: Props) {
  const w = useWords('applicability');
  const language = useLanguage();
  const [typed, setTyped] = useState<number | string>(typeof question.given === 'number' ? question.given : '');
  return (
    <>
      <NumberInput
        label={w.number}
        value={typed}
        onChange={setTyped}
        min={0}
        allowDecimal={false}
        allowNegative={false}
        thousandSeparator={language === 'de' ? '.' : ','}
        decimalSeparator={language === 'de' ? ',' : '.'}
        hideControls
      />
      <Button
        disabled={isSaving || typeof typed !== 'number'}
        onClick={() => typeof typed === 'number' && onAnswer(typed)}
      >
        {w.save}
      </Button>
    </>
  );
}
