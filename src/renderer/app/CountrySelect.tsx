/** Picks a country, or says that it is not known. */
import { NativeSelect } from '@mantine/core';
import { useCountries } from './countries';
import { useWords } from './words';

type Props = { readonly value: string | null; readonly onChange: (country: string | null) => void };

export function CountrySelect({ value, onChange }: Props) {
  const w = useWords('processing').form;
  return (
    <NativeSelect
      label={w.country}
      value={value ?? ''}
      data={[{ value: '', label: w.countryUnknown }, ...useCountries()]}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}
