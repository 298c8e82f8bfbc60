import { useLanguage } from '@/shared/i18n';
import { sentences } from '@/shared/i18n/sentences';
import catalog from './faults.ja.json';

const inJapanese = sentences(catalog);

/** What the author of a recipe package reads about a fault. */
export function useFaultText(): (text: string | undefined) => string {
  const language = useLanguage();
  return (text = '') => (language === 'ja' ? inJapanese(text) : text);
}
