/** Picks who looks after something, out of everybody who can still come in; whoever was named before stays in the list. */
import { NativeSelect } from '@mantine/core';
import type { PersonId } from '#shared/domains/access/model';
import type { RiskPicture } from '#shared/domains/risks/model';
import { useLanguage } from '../../app/words';
import { riskWords } from '#shared/domains/risks/words';

type Props = {
  readonly label: string;
  readonly people: RiskPicture['people'];
  readonly value: PersonId | null;
  readonly onChange: (value: PersonId | null) => void;
};

export function OwnerSelect({ label, people, value, onChange }: Props) {
  const { nobody } = riskWords[useLanguage()];
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      data={[
        { value: '', label: nobody },
        ...people
          .filter(({ id, active }) => active || id === value)
          .map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? null : (currentTarget.value as PersonId))}
    />
  );
}
