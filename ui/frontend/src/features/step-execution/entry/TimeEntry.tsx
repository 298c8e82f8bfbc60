import { useTranslation } from 'react-i18next';
import { useTime } from '@/shared/lib/time';
import { plantNowMs } from '@/shared/session/clock';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onNext: () => void;
  nextLabel: string;
};

const MINUTE_MS = 60_000;
const shifts = [-60, -10, -1, 1, 10, 60] as const;

/**
 * "Now" for the usual case, steps for another time. No browser date field: it writes the date as the browser's
 * country does, which is ambiguous, and its targets are too small for gloves.
 */
export function TimeEntry({ label, value, onChange, onNext, nextLabel }: Props) {
  const { t } = useTranslation('step');
  const time = useTime();
  const set = (ms: number) => onChange(new Date(Math.min(ms, plantNowMs())).toISOString());
  const shift = (minutes: number) =>
    set((value === '' ? plantNowMs() : Date.parse(value)) + minutes * MINUTE_MS);
  return (
    <>
      <p className="entry-value small-value" data-testid="entry" role="status">
        <output>{value === '' ? '\u00a0' : time.exact(value)}</output>
      </p>
      <button
        type="button"
        className="btn"
        data-testid="time-now"
        onClick={() => set(plantNowMs())}
      >
        {t('now')}
      </button>
      <div className="shifts" role="group" aria-label={t('otherTime', { name: label })}>
        {shifts.map((minutes) => (
          <button key={minutes} type="button" className="btn" onClick={() => shift(minutes)}>
            {t(Math.abs(minutes) === 60 ? 'shiftHour' : 'shiftMinutes', {
              sign: minutes < 0 ? '−' : '+',
              minutes: Math.abs(minutes),
            })}
          </button>
        ))}
      </div>
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
