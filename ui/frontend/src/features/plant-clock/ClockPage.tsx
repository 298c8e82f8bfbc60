import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { setPlantSpeed } from '@/shared/api/client';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { useTime } from '@/shared/lib/time';
import { plantSpeed, setPlantClock, usePlantNow } from '@/shared/session/clock';
import { useSession } from '@/shared/session/session';
import './clock.css';
import './texts';

/** From life to a nine-day culture before lunch; the server accepts 1 to 5000. */
const speeds = [1, 10, 60, 600, 2000, 5000] as const;

/** Demonstration only: how fast the simulated plant lives. */
export default function ClockPage() {
  const { t } = useTranslation('clock');
  const { demonstration } = useSession();
  const time = useTime();
  const now = usePlantNow();
  const change = useMutation({
    mutationFn: setPlantSpeed,
    onSuccess: setPlantClock,
  });
  return (
    <main className="page stack">
      <h1>{t('title')}</h1>
      {demonstration ? (
        <section className="panel stack" aria-label={t('title')}>
          <p className="clock-now" data-testid="plant-now">
            {time.exact(new Date(now).toISOString())}
          </p>
          <p className="muted">{t('explain')}</p>
          <div className="clock-speeds" role="group" aria-label={t('speed')}>
            {speeds.map((speed) => (
              <button
                key={speed}
                type="button"
                className="btn"
                aria-pressed={plantSpeed() === speed}
                disabled={change.isPending}
                data-testid={`speed-${speed}`}
                onClick={() => change.mutate(speed)}
              >
                {t('times', { speed })}
              </button>
            ))}
          </div>
          {change.error && <ErrorPanel error={change.error} write />}
        </section>
      ) : (
        <p className="panel">{t('none')}</p>
      )}
    </main>
  );
}
