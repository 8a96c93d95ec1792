/** Picks who is responsible, out of everybody who can still come in; whoever was named before stays in the list. */
import { NativeSelect } from '@mantine/core';
import type { PersonId } from '#shared/domains/access/model';
import type { Programme } from '#shared/domains/audits/model';
import { useWords } from '../../app/words';

type Props = {
  readonly label: string;
  readonly people: Programme['people'];
  readonly value: PersonId | null;
  readonly onChange: (value: PersonId | null) => void;
};

export function PersonSelect({ label, people, value, onChange }: Props) {
  const w = useWords('audits');
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      data={[
        { value: '', label: w.form.nobody },
        ...people
          .filter(({ id, active }) => active || id === value)
          .map(({ id, name, active }) => ({ value: id, label: active ? name : w.gone(name) })),
      ]}
      onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? null : (currentTarget.value as PersonId))}
    />
  );
}
