/** One of five steps, by number and word. */
import { NativeSelect } from '@mantine/core';

type Props = {
  readonly label: string;
  readonly steps: readonly string[];
  readonly value: number;
  readonly onChange: (value: number) => void;
};

export const StepSelect = ({ label, steps, value, onChange }: Props) => (
  <NativeSelect
    label={label}
    value={String(value)}
    data={steps.map((words, at) => ({ value: String(at + 1), label: words }))}
    onChange={(event) => onChange(Number(event.currentTarget.value))}
  />
);
