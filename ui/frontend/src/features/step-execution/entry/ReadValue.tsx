import { useTranslation } from 'react-i18next';
import { RefusalPanel } from '@/shared/components/RefusalPanel';
import { unitText } from '@/shared/lib/units';
import { mayTypeInstead, type Item } from '../model/items';
import { Provenance } from '../parts/Provenance';
import { VerdictLine } from './VerdictLine';

type Props = {
  item: Extract<Item, { kind: 'value' }>;
  /** parameter names for the inputs of a formula */
  names: Record<string, string>;
  onTypeInstead: () => void;
  onNext: () => void;
  nextLabel: string;
};

/** A value the system computes or reads: shown with where it comes from, never typed over silently. */
export function ReadValue({ item, names, onTypeInstead, onNext, nextLabel }: Props) {
  const { t } = useTranslation('step');
  const { parameter, evaluated, verdict, state } = item;
  const shown = evaluated?.display ?? evaluated?.value;
  return (
    <>
      <div
        className="entry-value"
        data-verdict={verdict}
        data-testid="entry"
        role="status"
        data-read
      >
        <output>{shown ?? '–'}</output>
        <span>{unitText(evaluated?.unit ?? parameter.unit)}</span>
      </div>
      {evaluated?.value !== undefined && (
        <VerdictLine parameter={parameter} value={evaluated.value} verdict={verdict} />
      )}
      <Provenance source={parameter.source} detail={evaluated?.detail} names={names} />
      {evaluated?.problem && <RefusalPanel refusal={evaluated.problem} />}
      {state === 'wait' && !evaluated?.problem && <p className="muted">{t('waitsForOthers')}</p>}
      {mayTypeInstead(parameter, evaluated?.problem) && (
        <button type="button" className="btn" onClick={onTypeInstead} data-testid="type-instead">
          {t('typeInstead')}
        </button>
      )}
      <button type="button" className="btn next" onClick={onNext} data-testid="next">
        {nextLabel}
      </button>
    </>
  );
}
