import { useTranslation } from 'react-i18next';
import type { Parameter, Verdict } from '@/shared/api/types';
import { normalizeNumber } from '@/shared/lib/decimal';
import { isComplete } from '../model/items';
import { unitText } from '@/shared/lib/units';
import { useKeys } from '@/shared/lib/useKeys';
import { Keypad, press } from './Keypad';
import { VerdictLine } from './VerdictLine';

type Props = {
  parameter: Parameter;
  label: string;
  value: string;
  verdict: Verdict;
  onChange: (value: string) => void;
  onNext: () => void;
  nextLabel: string;
  onScan: (code: string) => void;
  active: boolean;
};

export function NumberEntry({
  parameter,
  label,
  value,
  verdict,
  onNext,
  nextLabel,
  ...rest
}: Props) {
  const { t } = useTranslation('step');
  const { onChange, onScan, active } = rest;
  const integer = parameter.type === 'INTEGER';
  useKeys(active, {
    onScan,
    onKey: (key) =>
      key === 'Enter' ? onNext() : onChange(press(value, normalizeNumber(key), integer)),
  });
  const outside = verdict === 'ALERT' || verdict === 'REJECT';
  return (
    <>
      <div
        className="entry-value"
        data-verdict={verdict}
        data-testid="entry"
        role="status"
        aria-label={label}
      >
        <output>{value === '' ? ' ' : value}</output>
        <span>{unitText(parameter.unit)}</span>
      </div>
      {isComplete(parameter, value) ? (
        <VerdictLine parameter={parameter} value={value} verdict={verdict} />
      ) : (
        <p className="verdict" data-outside={outside}>
          {t('enterValue')}
        </p>
      )}
      <Keypad
        value={value}
        onChange={onChange}
        onNext={onNext}
        nextLabel={nextLabel}
        integer={integer}
        label={t('keypadFor', { name: label })}
      />
    </>
  );
}
