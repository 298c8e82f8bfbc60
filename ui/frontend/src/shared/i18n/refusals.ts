import { useTranslation } from 'react-i18next';
import catalog from './refusals.ja.json';
import { sentences } from './sentences';

/** The Japanese of a refusal's sentence, or the sentence itself if nobody has translated it. */
export const inJapanese = sentences(catalog);

/** Names of roles and states instead of their codes: `[OPERATOR, QA]` is for programs. */
function named(text: string, name: (code: string) => string): string {
  return text.replace(/^\[(.*)\]$/, '$1').replace(/\b[A-Z][A-Z_]+\b/g, name);
}

/** What people read of a refusal's rule, value, needed and solver. */
export function useRefusalText(): (text: string) => string {
  const { t, i18n } = useTranslation('common');
  const name = (code: string) => {
    const key = ['role', 'stepState', 'batchState'].find((k) => i18n.exists(`common:${k}.${code}`));
    return key === undefined ? code : t(`common:${key}.${code}`);
  };
  return (text) => named(i18n.language === 'ja' ? inJapanese(text) : text, name);
}
