import type { BatchView } from '@/shared/api/types';
import { useTranslation } from 'react-i18next';
import { useText } from '@/shared/i18n';
import { useTime } from '@/shared/lib/time';
import { usePlantNow } from '@/shared/session/clock';
import { bars, place, scale } from './timeline';

/** Unit procedures over the days of the batch. An SVG with attributes: no inline styles under our CSP. */
export function Timeline({ batch }: { batch: BatchView }) {
  const { t } = useTranslation('batch');
  const text = useText();
  const time = useTime();
  const now = usePlantNow(5000);
  const s = scale(batch, now);
  const iso = (ms: number) => new Date(ms).toISOString();
  return (
    <section className="panel timeline" aria-label={t('timeline.title')}>
      <div className="timeline-days" aria-hidden="true">
        <svg width="100%" height="20">
          {s.days
            .filter((d) => place(d.at, s) < 94)
            .map((d) => (
              <text key={d.day} x={`${place(d.at, s)}%`} y="15" dx="3">
                {t('timeline.day', { day: d.day })}
              </text>
            ))}
        </svg>
      </div>
      <ol>
        {bars(batch, now).map(({ up, from, to, exceptions }) => {
          const begun = !Number.isNaN(from);
          const span = begun
            ? `${time.dateTime(iso(from))} – ${up.endedAt ? time.dateTime(up.endedAt) : t('timeline.now')}`
            : t('timeline.notStarted');
          return (
            <li key={up.id} data-state={up.state}>
              <span className="timeline-name">
                {up.number} {text(up.title)}
              </span>
              <svg
                width="100%"
                height="22"
                role="img"
                aria-label={`${t(`upState.${up.state}`)}: ${span}`}
              >
                {s.days.map((d) => (
                  <line
                    key={d.day}
                    x1={`${place(d.at, s)}%`}
                    x2={`${place(d.at, s)}%`}
                    y1="0"
                    y2="22"
                    className="grid"
                  />
                ))}
                {begun && (
                  <rect
                    className="actual"
                    x={`${place(from, s)}%`}
                    width={`${Math.max(0.6, place(to, s) - place(from, s))}%`}
                    y="5"
                    height="12"
                  />
                )}
              </svg>
              <span className="timeline-note">
                {exceptions > 0 ? (
                  <span className="tag warn">
                    ! {t('timeline.exceptions', { count: exceptions })}
                  </span>
                ) : (
                  t(`upState.${up.state}`)
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
