import { useTranslation } from 'react-i18next';

/** Known reasons in the person's language; free text of a device stays as it was recorded. */
export function useReasonText(): (reason: string) => string {
  const { t } = useTranslation('trend');
  return (reason) =>
    /^[A-Z][A-Z0-9_]*$/.test(reason) ? t(`reasons.${reason}`, { defaultValue: reason }) : reason;
}
