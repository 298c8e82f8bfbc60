import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Source } from '@/shared/api/types';
import { useFacts } from '@/shared/lib/provenance';

/** The whole hash stands in the record. */
const HASH_SHOWN = 12;

/** Where a value comes from: its source in words, then the facts the server gives. */
type Props = {
  source: Source;
  detail?: Record<string, string> | undefined;
  names?: Record<string, string>;
};

export function Provenance({ source, detail, names }: Props) {
  const { t } = useTranslation(['step', 'provenance']);
  const facts = useFacts()(detail, names).filter((f) => f.name !== 'formula');
  return (
    <div className="provenance" data-testid="provenance">
      <p>{sourceText(source, t)}</p>
      {facts.length > 0 && (
        <dl className="facts">
          {facts.map((f) => (
            <div key={f.name} style={{ display: 'contents' }}>
              <dt>{f.label}</dt>
              <dd>{f.name === 'blockHash' ? `${f.value.slice(0, HASH_SHOWN)} …` : f.value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function sourceText(source: Source, t: TFunction<['step', 'provenance']>): string {
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
        statistic: t(`provenance:statistic.${source.statistic}`),
      });
    case 'PREVIOUS':
      return t('source.PREVIOUS', { step: source.step });
    case 'CERTIFICATE':
      return t('source.CERTIFICATE', { attribute: source.attribute });
  }
}
