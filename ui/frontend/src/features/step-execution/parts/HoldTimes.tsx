import { useTranslation } from 'react-i18next';
import type { HoldTime } from '@/shared/api/types';
import { ClockIcon } from '@/shared/components/Icons';
import { useText } from '@/shared/i18n';
import { holdTimeEnd, holdTimeLevel } from '@/shared/lib/holdTimes';
import { spanText, useTime } from '@/shared/lib/time';
import { usePlantNow } from '@/shared/session/clock';

/** Running hold times with the time left; stopped ones only say how they ended. */
export function HoldTimes({ holdTimes }: { holdTimes: HoldTime[] }) {
  const { t } = useTranslation('step');
  const text = useText();
  const time = useTime();
  const now = usePlantNow();
  if (holdTimes.length === 0) return null;
  return (
    <ul className="hold-times" aria-label={t('holdTimes')}>
      {holdTimes.map((hold) => {
        const left = holdTimeEnd(hold) - now;
        return (
          <li key={hold.id} className={`tag ${holdTimeLevel(hold, now)}`} data-testid="hold-time">
            <ClockIcon size={20} /> {text(hold.name)}{' '}
            {hold.stoppedAt
              ? t(`hold.${hold.state}`)
              : t(left >= 0 ? 'hold.left' : 'hold.over', {
                  span: spanText(left),
                  until: time.clock(hold.normalUntil),
                })}
          </li>
        );
      })}
    </ul>
  );
}
