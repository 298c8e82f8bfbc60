import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Parameter } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { unitText } from '@/shared/lib/units';

type Props = { parameter: Parameter; value: string; onChange: (value: string) => void };

export function CorrectionValue({ parameter: p, value, onChange }: Props) {
  const { t } = useTranslation('step');
  const text = useText();
  const id = useId();
  if (p.type === 'BOOLEAN' || p.type === 'CHOICE') {
    const options =
      p.type === 'BOOLEAN'
        ? ['true', 'false'].map((v) => [v, t(v === 'true' ? 'common:yes' : 'common:no')] as const)
        : p.choices.map((c) => [c.value, text(c.name)] as const);
    return (
      <div className="quick-reasons" role="radiogroup" aria-label={t('correct.new')}>
        {options.map(([v, name]) => (
          <button
            key={v}
            type="button"
            role="radio"
            className="btn"
            aria-checked={v === value}
            data-testid={`correction-${v}`}
            onClick={() => onChange(v)}
          >
            {name}
          </button>
        ))}
      </div>
    );
  }
  const number = p.type === 'DECIMAL' || p.type === 'INTEGER';
  return (
    <label className="field" htmlFor={id}>
      {t('correct.new')} {unitText(p.unit)}
      <input
        id={id}
        value={value}
        data-autofocus
        data-testid="correction-value"
        inputMode={number ? 'decimal' : 'text'}
        autoComplete="off"
        onChange={(e) => onChange(e.target.value)}
      />
    </label>
  );
}
