import { useTranslation } from 'react-i18next';
import type { Parameter, Verdict } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { VerdictLine } from './VerdictLine';

type Props = {
  parameter: Parameter;
  label: string;
  value: string;
  verdict: Verdict;
  onChange: (value: string) => void;
  onNext: () => void;
  nextLabel: string;
};

/** Choices and yes/no as buttons of full width; nothing is chosen beforehand. */
export function ChoiceEntry({
  parameter,
  label,
  value,
  verdict,
  onChange,
  onNext,
  nextLabel,
}: Props) {
  const { t } = useTranslation('step');
  const text = useText();
  const options =
    parameter.type === 'BOOLEAN'
      ? [
          { value: 'true', name: t('common:yes') },
          { value: 'false', name: t('common:no') },
        ]
      : parameter.choices.map((c) => ({ value: c.value, name: text(c.name) }));
  return (
    <>
      <div className="choices" role="radiogroup" aria-label={label}>
        {options.map((o) => (
          <button
            key={o.value}
            type="button"
            role="radio"
            className="btn"
            aria-checked={o.value === value}
            data-testid={`choice-${o.value}`}
            onClick={() => onChange(o.value)}
          >
            {o.name}
          </button>
        ))}
      </div>
      {value !== '' && <VerdictLine parameter={parameter} value={value} verdict={verdict} />}
      <button
        type="button"
        className="btn next"
        onClick={onNext}
        disabled={value === ''}
        data-testid="next"
      >
        {nextLabel}
      </button>
    </>
  );
}
