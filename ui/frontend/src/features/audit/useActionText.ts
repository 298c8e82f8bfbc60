import { useTranslation } from 'react-i18next';

/** `step.opened` in the reader's language; an action nobody has translated stands as it is. */
export function useActionText(): (action: string) => string {
  const { t } = useTranslation('audit');
  return (action) => t(`action.${action.replaceAll('.', '_')}`, { defaultValue: action });
}
