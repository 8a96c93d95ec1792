/** All countries in the reader's language and order, for choosing one. */
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import { useMemo } from 'react';
import { useLanguage } from './language';

type Choice = { readonly value: string; readonly label: string };

export function useCountries(): readonly Choice[] {
  const language = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
    return codes
      .map(([alpha2 = '']) => ({ value: alpha2, label: names.of(alpha2) ?? alpha2 }))
      .toSorted((a, b) => a.label.localeCompare(b.label, language));
  }, [language]);
}
