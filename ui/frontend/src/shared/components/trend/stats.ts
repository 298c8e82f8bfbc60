import type { Lane } from './series';

export type LaneStats = {
  min: number | null;
  max: number | null;
  last: number | null;
  /** Intervals (or single readings) with a value outside the limits, and all with a value. */
  outside: number;
  intervals: number;
  gaps: number;
  gapSeconds: number;
  bad: number;
};

export const isOutside = (
  lane: Pick<Lane, 'low' | 'high'>,
  min: number | null,
  max: number | null,
) =>
  (lane.low !== null && min !== null && min < lane.low) ||
  (lane.high !== null && max !== null && max > lane.high);

/** The numbers under the chart, from the same buckets the chart shows. `until` closes open gaps. */
export function stats(lane: Lane, until: number): LaneStats {
  const s: LaneStats = {
    min: null,
    max: null,
    last: null,
    outside: 0,
    intervals: 0,
    gaps: lane.gaps.length,
    gapSeconds: 0,
    bad: lane.bad.length,
  };
  lane.x.forEach((_, i) => {
    const lo = lane.min[i]!,
      hi = lane.max[i]!;
    if (lo === null || hi === null) return;
    s.intervals++;
    s.min = s.min === null ? lo : Math.min(s.min, lo);
    s.max = s.max === null ? hi : Math.max(s.max, hi);
    s.last = lane.last[i]!;
    if (isOutside(lane, lo, hi)) s.outside++;
  });
  for (const g of lane.gaps) s.gapSeconds += Math.max(0, (g.to ?? until) - g.from);
  return s;
}

/** Room for the data and the limits, a tenth above and below, never a flat axis. */
export function axisRange(lane: Lane): [number, number] {
  const { min, max } = stats(lane, 0);
  const known = [min, max, lane.low, lane.high].filter(
    (v): v is number => v !== null && Number.isFinite(v),
  );
  if (known.length === 0) return [0, 1];
  const lo = Math.min(...known),
    hi = Math.max(...known);
  const pad = (hi - lo) * 0.1 || Math.max(Math.abs(hi) * 0.05, 0.5);
  return [lo - pad, hi + pad];
}

/** Where on the way from the top of the lane (0) to its bottom (1) a value lies, held inside. */
export const share = (value: number, [lo, hi]: [number, number]) =>
  Math.min(1, Math.max(0, (hi - value) / (hi - lo)));

/** Colour stops from the top: red above the limits, dark inside, red below. */
export function colourStops(
  lane: Pick<Lane, 'low' | 'high'>,
  range: [number, number],
  inside: string,
  outside: string,
): [number, string][] {
  const top = lane.high === null ? 0 : share(lane.high, range);
  const bottom = lane.low === null ? 1 : share(lane.low, range);
  return [
    [0, lane.high === null ? inside : outside],
    [top, lane.high === null ? inside : outside],
    [top, inside],
    [bottom, inside],
    [bottom, lane.low === null ? inside : outside],
    [1, lane.low === null ? inside : outside],
  ];
}
