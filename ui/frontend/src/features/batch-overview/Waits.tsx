import { useTranslation } from 'react-i18next';
import { spanText, useTime } from '@/shared/lib/time';
import { usePlantNow } from '@/shared/session/clock';

/** Until when the route waits without anybody; nothing once that moment is here. */
export function Waits({ until }: { until: string | undefined }) {
  const { t } = useTranslation('batch');
  const time = useTime();
  const left = Date.parse(until ?? '') - usePlantNow();
  if (!(left > 0)) return null;
  return (
    <p className="notice" data-testid="waits">
      {t('waits', { time: time.dateTime(until), span: spanText(left) })}
    </p>
  );
}
