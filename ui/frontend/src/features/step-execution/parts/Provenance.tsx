import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Source } from '@/shared/api/types';
import { useTime } from '@/shared/lib/time';

/** Where a value comes from: its source in words, then the facts the server gives. */
type Props = {
  source: Source;
  detail?: Record<string, string> | undefined;
  names?: Record<string, string>;
};

export function Provenance({ source, detail, names = {} }: Props) {
  const { t } = useTranslation(['step', 'equipment']);
  const time = useTime();
  const facts = factsOf(detail);
  const shown = (name: string, value: string) =>
    name === 'quality'
      ? t(`equipment:quality.${value}`, { defaultValue: value })
      : isTime(value)
        ? time.exact(value)
        : value;
  return (
    <div className="provenance" data-testid="provenance">
      <p>{sourceText(source, t)}</p>
      {facts.length > 0 && (
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{names[name] ?? t(`fact.${name}`, { defaultValue: name })}</dt>
              <dd>{shown(name, value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function sourceText(source: Source, t: TFunction<'step'>): string {
  switch (source.kind) {
    case 'MANUAL':
      return t('source.MANUAL');
    case 'SCAN':
      return t('source.SCAN');
    case 'FORMULA':
      return t('source.FORMULA', { expression: source.expression });
    case 'TAG':
      return t('source.TAG', { at: `${source.equipment} ${source.tag}` });
    case 'WINDOW':
      return t('source.WINDOW', {
        at: `${source.equipment} ${source.tag}`,
        statistic: source.statistic,
      });
    case 'PREVIOUS':
      return t('source.PREVIOUS', { step: source.step });
    case 'CERTIFICATE':
      return t('source.CERTIFICATE', { attribute: source.attribute });
  }
}

const isTime = (value: string): boolean => /^\d{4}-\d\d-\d\dT/.test(value);

const factsOf = (detail: Record<string, string> = {}): [string, string][] =>
  Object.entries(detail)
    .filter(([name]) => name !== 'formula')
    .map(([name, value]) => [name.replace(/^input\./, ''), value]);
