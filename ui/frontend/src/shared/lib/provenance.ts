import { useTranslation } from 'react-i18next';
import { useRefusalText } from '@/shared/i18n/refusals';
import { useTime } from './time';

/** One thing known about where a value comes from, in the reader's words. */
export type Fact = { name: string; label: string; value: string };

const isTime = (value: string): boolean => /^\d{4}-\d\d-\d\dT/.test(value);

/** Reads what the server keeps beside a value; the inputs of a formula bear the names of `inputs`. */
export function useFacts(): (
  detail: Record<string, string> | undefined,
  inputs?: Record<string, string>,
) => Fact[] {
  const { t } = useTranslation(['provenance', 'equipment']);
  const sentence = useRefusalText();
  const time = useTime();
  const value = (name: string, raw: string) => {
    if (name === 'quality') return t(`equipment:quality.${raw}`, { defaultValue: raw });
    if (name === 'statistic') return t(`statistic.${raw}`, { defaultValue: raw });
    if (name === 'insteadOf') return t(`source.${raw}`, { defaultValue: raw });
    if (name === 'because') return sentence(raw);
    return isTime(raw) ? time.exact(raw) : raw;
  };
  return (detail = {}, inputs = {}) =>
    Object.entries(detail).map(([name, raw]) => {
      const input = name.startsWith('input.') ? name.slice('input.'.length) : undefined;
      return {
        name,
        label: input ? (inputs[input] ?? input) : t(`fact.${name}`, { defaultValue: name }),
        value: value(name, raw),
      };
    });
}
