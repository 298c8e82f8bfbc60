import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useText } from '@/shared/i18n';
import { unitText } from '@/shared/lib/units';
import { drawLane, type LaneOptions, type LanePlot, type Mark } from './plot';
import type { Lane } from './series';
import { useLaneNumber } from './number';
import './trend.css';

export type LanesProps = {
  lanes: readonly Lane[];
  /** Seconds since 1970. */
  window: [number, number];
  zone: string;
  marks?: readonly Mark[];
  reasonText: (reason: string) => string;
  /** A span dragged over a lane; also offered as buttons outside, touch cannot drag. */
  onRange?: (from: number, to: number) => void;
};

const NO_MARKS: readonly Mark[] = [];

/** The heavy half of TrendLanes: loaded only where a curve is shown. */
export default function Lanes({ lanes, marks = NO_MARKS, ...rest }: LanesProps) {
  const language = useLanguage();
  return (
    <div className="lanes">
      {lanes.map((lane, i) => (
        <LaneFigure
          key={`${lane.tag} ${language} ${rest.zone}`}
          lane={lane}
          marks={marks}
          language={language}
          showLabels={i === 0}
          showTimes={i === lanes.length - 1 || i % 4 === 3}
          {...rest}
        />
      ))}
    </div>
  );
}

function LaneFigure(props: LaneOptions) {
  const { lane, window, showTimes } = props;
  const { t } = useTranslation('trend');
  const text = useText();
  const number = useLaneNumber(lane);
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<LanePlot>(undefined);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const drawn = drawLane(element, latest.current);
    plot.current = drawn;
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      drawn.destroy();
    };
  }, []);
  useEffect(() => plot.current?.update(latest.current), [lane, window]);

  const limits =
    lane.low === null && lane.high === null
      ? t('noLimits')
      : `${t('limits')} ${lane.low === null ? '' : number(lane.low)} – ${lane.high === null ? '' : number(lane.high)}`;
  const last = lane.last.at(-1);
  return (
    <figure>
      <figcaption>
        <b>
          {text(lane.name)} {lane.unit && `(${unitText(lane.unit)})`}
        </b>
        <span className="muted">{lane.tag}</span>
        <span className="muted">{limits}</span>
        <span className="lane-now">{last == null ? t('noValue') : number(last)}</span>
      </figcaption>
      <div
        ref={host}
        className={showTimes ? 'lane with-times' : 'lane'}
        role="img"
        aria-label={t('laneLabel', { name: text(lane.name), limits })}
      />
    </figure>
  );
}
