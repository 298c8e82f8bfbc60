import { useTranslation } from 'react-i18next';
import type { Parameter } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { unitText } from '@/shared/lib/units';

type Props = {
  asked: Parameter[];
  values: Record<string, string>;
  onValue: (id: string, value: string) => void;
};

/** The few answers a review step asks for. */
export function ReviewFields({ asked, values, onValue }: Props) {
  const { t } = useTranslation('common');
  const text = useText();
  return asked.map((p) => {
    const yesNo = [
      { value: 'true', label: t('yes') },
      { value: 'false', label: t('no') },
    ];
    const options =
      p.type === 'BOOLEAN'
        ? yesNo
        : (p.choices ?? []).map((c) => ({ value: c.value, label: text(c.name) }));
    if (options.length > 0) {
      return (
        <fieldset key={p.id} className="review-choice">
          <legend>{text(p.name)}</legend>
          {options.map((o) => (
            <label key={o.value}>
              <input
                type="radio"
                name={p.id}
                value={o.value}
                required={p.required}
                checked={values[p.id] === o.value}
                onChange={() => onValue(p.id, o.value)}
              />
              {o.label}
            </label>
          ))}
        </fieldset>
      );
    }
    return (
      <label key={p.id} className="field">
        {text(p.name)} {p.unit && `(${unitText(p.unit)})`}
        <input
          required={p.required}
          value={values[p.id] ?? ''}
          inputMode={p.type === 'DECIMAL' || p.type === 'INTEGER' ? 'decimal' : 'text'}
          onChange={(e) => onValue(p.id, e.target.value.normalize('NFKC'))}
        />
      </label>
    );
  });
}
