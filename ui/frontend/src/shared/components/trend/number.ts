import { useLanguage } from '@/shared/i18n';
import { localeOf } from '@/shared/i18n/languages';
import type { Lane } from './series';

/** Numbers of a chart, for reading only; record values stay the text they were recorded as. */
export function useLaneNumber({ decimals }: Pick<Lane, 'decimals'>): (value: number) => string {
  const locale = localeOf(useLanguage());
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: false,
  });
  return (value) => format.format(value);
}
