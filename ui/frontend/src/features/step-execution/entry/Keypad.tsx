import { useTranslation } from 'react-i18next';

const rows = ['7', '8', '9', '4', '5', '6', '1', '2', '3'] as const;
const LONGEST = 12;

type Props = {
  value: string;
  onChange: (value: string) => void;
  onNext: () => void;
  nextLabel: string;
  integer: boolean;
  label: string;
};

/** What one key makes of the text so far; the same for the keypad and a keyboard. */
export function press(value: string, key: string, integer: boolean): string {
  if (key === 'Backspace') return value.slice(0, -1);
  if (key === '-') return value.startsWith('-') ? value.slice(1) : `-${value}`;
  if (key === '.') {
    if (integer || value.includes('.')) return value;
    return /\d$/.test(value) ? `${value}.` : `${value}0.`;
  }
  if (!/^\d$/.test(key) || value.length >= LONGEST) return value;
  return value === '0' || value === '-0' ? value.slice(0, -1) + key : value + key;
}

/** Keys of 20 mm where the tablet has the room, for double gloves. */
export function Keypad({ value, onChange, onNext, nextLabel, integer, label }: Props) {
  const { t } = useTranslation('step');
  const tap = (key: string) => onChange(press(value, key, integer));
  return (
    // A tapped key keeps no focus: Enter on a keyboard would press it once more.
    <div
      className="keypad"
      role="group"
      aria-label={label}
      onMouseDown={(event) => event.preventDefault()}
    >
      {rows.map((key) => (
        <button key={key} type="button" className="btn" onClick={() => tap(key)}>
          {key}
        </button>
      ))}
      <button type="button" className="btn" onClick={() => tap('.')} disabled={integer}>
        .
      </button>
      <button type="button" className="btn" onClick={() => tap('0')}>
        0
      </button>
      <button
        type="button"
        className="btn"
        aria-label={t('key.delete')}
        data-testid="key-delete"
        onClick={() => tap('Backspace')}
      >
        ⌫
      </button>
      <button
        type="button"
        className="btn"
        aria-label={t('key.sign')}
        data-testid="key-sign"
        onClick={() => tap('-')}
      >
        ±
      </button>
      <button type="button" className="btn next" onClick={onNext} data-testid="next">
        {nextLabel}
      </button>
    </div>
  );
}
