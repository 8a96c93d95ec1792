/** English or German, before anybody is let in. */
import { NativeSelect } from '@mantine/core';
import { type Language, useLanguageStore } from '../../app/language';

const names = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
];

export function LanguageChoice() {
  const { language, choose } = useLanguageStore();
  return (
    <NativeSelect
      size="xs"
      aria-label="Language / Sprache"
      data={names}
      value={language}
      onChange={(event) => choose(event.currentTarget.value as Language)}
    />
  );
}
