import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useTime } from '@/shared/lib/time';
import { fromSiteLocal, toSiteLocal } from '@/shared/lib/siteTime';
import { plantNowMs } from '@/shared/session/clock';
import { useSession } from '@/shared/session/session';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onNext: () => void;
  nextLabel: string;
};

/** "Now" for the usual case; an earlier time is chosen in the site's zone and the server flags it as late. */
export function TimeEntry({ label, value, onChange, onNext, nextLabel }: Props) {
  const { t } = useTranslation('step');
  const time = useTime();
  const { session } = useSession();
  const zone = session?.siteZone ?? 'Asia/Tokyo';
  const id = useId();
  return (
    <>
      <p className="entry-value small-value" data-testid="entry" role="status">
        <output>{value === '' ? ' ' : time.dateTime(value)}</output>
      </p>
      <button
        type="button"
        className="btn primary-outline"
        data-testid="time-now"
        onClick={() => onChange(new Date(plantNowMs()).toISOString())}
      >
        {t('now')}
      </button>
      <label className="field" htmlFor={id}>
        {t('otherTime', { name: label, zone: time.zone })}
        <input
          id={id}
          type="datetime-local"
          value={value === '' ? '' : toSiteLocal(value, zone)}
          max={toSiteLocal(new Date(plantNowMs()).toISOString(), zone)}
          onChange={(e) => onChange(e.target.value && fromSiteLocal(e.target.value, zone))}
        />
      </label>
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
