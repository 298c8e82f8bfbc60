import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/shared/api/problem';
import { useRefusalText } from '@/shared/i18n/refusals';
import { plantNowMs, plantSpeed } from '@/shared/session/clock';
import { useSession } from '@/shared/session/session';
import { useUrlValues } from '../table/urlState';
import { TrendLanes } from '../TrendLanes';
import { GapTable } from './GapTable';
import type { Mark } from './plot';
import { pan, parseRange, ranges, spanOf, zoom, type Chosen, type RangeName } from './range';
import { StatsTable } from './StatsTable';
import { useLanes } from './useLanes';
import { useReasonText } from './useReasonText';

type Props = {
  tags: string[];
  /** First moment worth showing. */
  start: string;
  /** When the batch ended; without it the curves follow the plant's clock. */
  end?: string | undefined;
  initial?: RangeName;
  exportName: string;
  marks?: readonly Mark[];
  /** false while nothing runs: curves without limits */
  limited?: boolean;
  /** Beside the range buttons, for example a chooser of equipment. */
  tools?: ReactNode;
};

const iso = (ms: number) => new Date(ms).toISOString();

/** Curves with their range buttons, the numbers under them and every gap as a row. */
export function TrendPanel(props: Props) {
  const { tags, start, end, initial = 'all', exportName, marks, limited = true, tools } = props;
  const { t } = useTranslation('trend');
  const words = useRefusalText();
  const { session } = useSession();
  const { value, set } = useUrlValues();
  const reasonText = useReasonText();
  const chosen = parseRange(value('range'), value('from'), value('to'), initial);
  const follow = !end && 'name' in chosen;
  const startMs = Date.parse(start);
  const endMs = () => (end ? Date.parse(end) : plantNowMs());

  const key =
    'name' in chosen ? `${chosen.name} ${start} ${end ?? ''}` : `${chosen.from} ${chosen.to}`;
  const {
    lanes: read,
    span,
    error,
    isPending,
  } = useLanes(
    tags,
    key,
    () => {
      const { from, to } = spanOf(chosen, startMs, endMs());
      return { from: iso(from), to: iso(to) };
    },
    follow,
  );
  const lanes = useMemo(
    () => (limited ? read : read.map((lane) => ({ ...lane, low: null, high: null }))),
    [read, limited],
  );
  const window = useWindow(chosen, startMs, endMs, span, follow);
  const choose = (next: Chosen) =>
    set(
      'name' in next
        ? { range: next.name, from: undefined, to: undefined }
        : { range: undefined, from: iso(next.from), to: iso(next.to) },
    );
  const now = () => spanOf(chosen, startMs, endMs());

  return (
    <div className="trend-panel">
      <div className="trend-tools">
        {tools}
        <div role="group" aria-label={t('range')} className="trend-ranges">
          {(Object.keys(ranges) as RangeName[]).map((name) => {
            const pressed = 'name' in chosen && chosen.name === name;
            return (
              <button
                key={name}
                type="button"
                className={pressed ? 'btn primary' : 'btn'}
                aria-pressed={pressed}
                onClick={() => choose({ name })}
              >
                {t(`ranges.${name}`)}
              </button>
            );
          })}
          <button
            type="button"
            className="btn"
            aria-label={t('earlier')}
            onClick={() => choose(pan(now(), -1, startMs, endMs()))}
          >
            ◀
          </button>
          <button
            type="button"
            className="btn"
            aria-label={t('later')}
            onClick={() => choose(pan(now(), 1, startMs, endMs()))}
          >
            ▶
          </button>
          <button
            type="button"
            className="btn"
            aria-label={t('zoomIn')}
            onClick={() => choose(zoom(now(), 0.5, startMs, endMs()))}
          >
            ＋
          </button>
          <button
            type="button"
            className="btn"
            aria-label={t('zoomOut')}
            onClick={() => choose(zoom(now(), 2, startMs, endMs()))}
          >
            －
          </button>
        </div>
        <span className="muted" role="status">
          {follow ? t('following') : t('fixed')}
        </span>
      </div>
      {error && (
        <p className="trend-error" role="alert">
          {t('failed')} {isProblem(error) ? `${error.code} ${words(error.refusal.rule)}` : ''}
        </p>
      )}
      {tags.length === 0 && <p className="muted">{t('noTags')}</p>}
      {!limited && <p className="muted">{t('atRest')}</p>}
      {isPending && tags.length > 0 && <p className="muted">{t('loading')}</p>}
      {lanes.length > 0 && window && (
        <>
          <TrendLanes
            lanes={lanes}
            window={window}
            zone={session?.siteZone ?? 'Asia/Tokyo'}
            reasonText={reasonText}
            onRange={(from, to) => choose({ from: from * 1000, to: to * 1000 })}
            {...(marks && { marks })}
          />
          <StatsTable lanes={lanes} until={window[1]} exportName={exportName} />
          <GapTable
            lanes={lanes}
            until={window[1]}
            exportName={exportName}
            reasonText={reasonText}
          />
        </>
      )}
    </div>
  );
}

/** The drawn window in seconds: moves with the plant's clock while following, else stands still. */
function useWindow(
  chosen: Chosen,
  startMs: number,
  endMs: () => number,
  span: { from: string; to: string } | undefined,
  follow: boolean,
): [number, number] | undefined {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    if (!follow) return;
    const timer = setInterval(() => setTick((n) => n + 1), plantSpeed() > 1 ? 500 : 1000);
    return () => clearInterval(timer);
  }, [follow]);
  return useMemo(() => {
    if (!span) return undefined;
    const { from, to } = follow
      ? spanOf(chosen, startMs, endMs())
      : 'name' in chosen
        ? { from: Date.parse(span.from), to: Date.parse(span.to) }
        : chosen;
    return [from / 1000, to / 1000];
    // eslint-disable-next-line react-hooks/exhaustive-deps -- recomputed by the tick, on purpose
  }, [JSON.stringify(chosen), span, follow, tick, startMs]);
}
