import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Parameter } from '@/shared/api/types';
import { useTime } from '@/shared/lib/time';
import { plantNowMs } from '@/shared/session/clock';

type Props = {
  parameter: Parameter;
  label: string;
  value: string;
  onChange: (value: string) => void;
  onNext: () => void;
  nextLabel: string;
};

const MINUTE_MS = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;
const shifts = [-HOUR, -10, -1, 1, 10, HOUR] as const;
/** What is planned lies days or months away. */
const plannedShifts = [-30 * DAY, -DAY, -HOUR, HOUR, DAY, 30 * DAY] as const;

/**
 * "Now" for the usual case, steps for another time. No browser date field: it writes the date as the browser's
 * country does, which is ambiguous, and its targets are too small for gloves.
 */
export function TimeEntry({ parameter, label, value, onChange, onNext, nextLabel }: Props) {
  const { t } = useTranslation('step');
  const time = useTime();
  const latest = () => (parameter.planned ? Infinity : plantNowMs());
  const set = (ms: number) => onChange(new Date(Math.min(ms, latest())).toISOString());
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
        {(parameter.planned ? plannedShifts : shifts).map((minutes) => (
          <button
            key={minutes}
            type="button"
            className="btn"
            data-testid={`time-shift-${minutes}`}
            onClick={() => shift(minutes)}
          >
            {shiftText(t, minutes)}
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

function shiftText(t: TFunction<'step'>, minutes: number): string {
  const amount = Math.abs(minutes);
  const sign = minutes < 0 ? '−' : '+';
  if (amount >= DAY) return t('shiftDays', { sign, days: amount / DAY });
  return amount === HOUR ? t('shiftHour', { sign }) : t('shiftMinutes', { sign, minutes: amount });
}
