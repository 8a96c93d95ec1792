/** Sizes as people say them. */
import { useLanguage } from '../../app/words';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

export function useBytes(): (bytes: number) => string {
  const language = useLanguage();
  return (bytes) => {
    const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
    return new Intl.NumberFormat(language, {
      style: 'unit',
      unit: units[power] ?? 'byte',
      unitDisplay: 'short',
      maximumFractionDigits: power === 0 ? 0 : 1,
    }).format(bytes / 1_000 ** power);
  };
}
