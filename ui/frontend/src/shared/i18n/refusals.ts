import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { sentences } from './sentences';

type Translate = (english: string) => string;

let translate: Translate = (english) => english;
const listeners = new Set<() => void>();

/** Asked for after the first paint: the catalog is large, and refusals are rare. */
export async function loadRefusals(): Promise<void> {
  const { default: catalog } = await import('./refusals.ja.json');
  translate = sentences(catalog);
  listeners.forEach((changed) => changed());
}

function subscribe(changed: () => void) {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** The Japanese of a refusal's sentence, or the sentence itself if nobody has translated it. */
export const inJapanese: Translate = (english) => translate(english);

/** Names of roles and states instead of their codes: `[OPERATOR, QA]` is for programs. */
function named(text: string, name: (code: string) => string): string {
  return text.replace(/^\[(.*)\]$/, '$1').replace(/\b[A-Z][A-Z_]+\b/g, name);
}

/** What people read of a refusal's rule, value, needed and solver. */
export function useRefusalText(): (text: string) => string {
  const { t, i18n } = useTranslation('common');
  const japanese = useSyncExternalStore(subscribe, () => translate);
  const name = (code: string) => {
    const key = ['role', 'stepState', 'batchState'].find((k) => i18n.exists(`common:${k}.${code}`));
    return key === undefined ? code : t(`common:${key}.${code}`);
  };
  return (text) => named(i18n.language === 'ja' ? japanese(text) : text, name);
}
