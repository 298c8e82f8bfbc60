import i18n from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Text } from '@/shared/api/types';
import { isLanguage, languages, type Language } from './languages';

const STORAGE_KEY = 'kizuna.language';

type Catalog = Record<string, unknown>;
/** What every page may need, in every language: switching works without the server. */
const shared = import.meta.glob<Catalog>(
  '../../locales/*/{batch,bpmn,common,equipment,errors,nav,provenance,session,shell,shown,sign,step,table,trend,work}.json',
  { eager: true, import: 'default' },
);

/** `locales/ja/work.json` is the namespace `work` of Japanese. */
export function catalogs(files: Record<string, Catalog>): Record<string, Record<string, Catalog>> {
  const all: Record<string, Record<string, Catalog>> = {};
  for (const [file, catalog] of Object.entries(files)) {
    const [, language, namespace] = /locales\/(\w+)\/([\w-]+)\.json$/.exec(file) ?? [];
    if (language && namespace) (all[language] ??= {})[namespace] = catalog;
  }
  return all;
}

/** The texts of one feature, in every language; they come with its page (`texts.ts` there). */
export function addTexts(files: Record<string, Catalog>) {
  for (const [language, namespaces] of Object.entries(catalogs(files))) {
    for (const [namespace, catalog] of Object.entries(namespaces)) {
      i18n.addResourceBundle(language, namespace, catalog);
    }
  }
}

void i18n.use(initReactI18next).init({
  resources: catalogs(shared),
  lng: initialLanguage(),
  fallbackLng: 'en',
  defaultNS: 'common',
  interpolation: { escapeValue: false },
  initAsync: false,
});
document.documentElement.lang = i18n.language;

export function setLanguage(language: Language) {
  void i18n.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(STORAGE_KEY, language);
}

function initialLanguage(): Language {
  const stored = localStorage.getItem(STORAGE_KEY);
  if (isLanguage(stored)) return stored;
  const preferred = navigator.language.slice(0, 2);
  return languages.find((l) => l.id === preferred)?.id ?? 'en';
}

export function useLanguage(): Language {
  const { i18n: current } = useTranslation();
  return isLanguage(current.language) ? current.language : 'en';
}

/** Picks the language of texts that come from the server (approved recipe texts, names). */
export function useText(): (text: Text | string | undefined) => string {
  const language = useLanguage();
  return (text) => {
    if (text === undefined) return '';
    return typeof text === 'string' ? text : text[language] || text.en;
  };
}

export default i18n;
