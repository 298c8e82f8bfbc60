import { useTranslation } from 'react-i18next';
import { useTime } from '@/shared/lib/time';
import { plantSpeed, usePlantNow } from '@/shared/session/clock';
import { useSession } from '@/shared/session/session';

/** On every page of the demonstration, so that no screenshot passes for a real record. */
export function DemonstrationLine() {
  const { t } = useTranslation('shell');
  const { demonstration } = useSession();
  const time = useTime();
  const now = usePlantNow();
  if (!demonstration) return null;
  return (
    <aside className="demo-line" aria-label={t('demo.label')} data-testid="demonstration">
      <strong>{t('demo.text')}</strong>
      <span>{t('demo.clock', { time: time.exact(new Date(now).toISOString()) })}</span>
      <span>{t('demo.speed', { speed: plantSpeed() })}</span>
    </aside>
  );
}
