/** The page's language: the system's to begin with, then what the person chose; and the numbers and dates that go with it. */
import { create } from 'zustand';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

const kept = 'steward-language';

function firstLanguage(): Language {
  const chosen = localStorage.getItem(kept);
  const wanted = chosen ?? navigator.language.slice(0, 2);
  return languages.find((language) => language === wanted) ?? 'en';
}

type LanguageStore = { readonly language: Language; readonly choose: (language: Language) => void };

export const useLanguageStore = create<LanguageStore>()((set) => ({
  language: firstLanguage(),
  choose: (language) => {
    localStorage.setItem(kept, language);
    set({ language });
  },
}));

export const useLanguage = (): Language => useLanguageStore((state) => state.language);

/** A number as people write it. */
export const numberIn = (language: Language, value: number): string => new Intl.NumberFormat(language).format(value);

/** A moment as people write it, in the computer's own time zone. */
export const momentIn = (language: Language, instant: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));

/** A day as people write it; a day has no time zone. */
export const dayIn = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** A day with its weekday, in full. */
export const weekdayIn = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
