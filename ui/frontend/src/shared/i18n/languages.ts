/** To add a language: one line here, one folder in src/locales, one messages file on the server. */
export const languages = [
  { id: 'en', name: 'English', locale: 'en-GB' },
  { id: 'ja', name: '日本語', locale: 'ja-JP' },
] as const;

export type Language = (typeof languages)[number]['id'];

export const isLanguage = (x: unknown): x is Language => languages.some((l) => l.id === x);

export const localeOf = (language: Language): string =>
  languages.find((l) => l.id === language)?.locale ?? 'en-GB';
