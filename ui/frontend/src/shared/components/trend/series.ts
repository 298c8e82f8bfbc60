import type { Readings, Text } from '@/shared/api/types';

export type LaneGap = { from: number; to: number | null; reason: string };
/** One tag, ready to draw. Times are seconds since 1970; null breaks the line. */
export type Lane = {
  tag: string;
  name: Text;
  unit: string;
  decimals: number;
  low: number | null;
  high: number | null;
  x: number[];
  min: (number | null)[];
  max: (number | null)[];
  last: (number | null)[];
  /** Where readings of bad or uncertain quality lie. */
  bad: number[];
  gaps: LaneGap[];
};

const number = (v: string | undefined) => (v === undefined ? null : Number(v));
export const seconds = (iso: string) => Date.parse(iso) / 1000;

type Point = {
  x: number;
  min: number | null;
  max: number | null;
  last: number | null;
  bad: boolean;
};

function points(r: Readings): Point[] {
  if (r.raw) {
    return r.raw.map(({ t, v, q }) => {
      const y = q === 'BAD' ? null : number(v);
      return { x: seconds(t), min: y, max: y, last: y, bad: q !== 'GOOD' };
    });
  }
  return (r.buckets ?? [])
    .filter((b) => b.min !== undefined || b.bad > 0) // nothing measured and nothing bad: slower than the pixels
    .map((b) => ({
      x: seconds(b.t),
      min: number(b.min),
      max: number(b.max),
      last: number(b.last),
      bad: b.bad > 0,
    }));
}

/**
 * Turns an answer into columns for the chart. Every gap puts a hole into the line at its beginning,
 * so that no line ever crosses it; a bucket that begins inside a gap holds what came after it.
 */
export function toLane(r: Readings): Lane {
  const gaps = r.gaps
    .map((g) => ({ from: seconds(g.from), to: g.to ? seconds(g.to) : null, reason: g.reason }))
    .sort((a, b) => a.from - b.from);
  const lane: Lane = {
    tag: r.tag,
    name: r.name,
    unit: r.unit ?? '',
    decimals: r.decimals,
    low: number(r.low),
    high: number(r.high),
    x: [],
    min: [],
    max: [],
    last: [],
    bad: [],
    gaps,
  };
  const all = points(r).map((p) => {
    const inside = gaps.find((g) => g.to !== null && p.x > g.from && p.x < g.to);
    return inside && r.buckets && p.min !== null ? { ...p, x: inside.to! } : p;
  });
  const holes = gaps.map((g): Point => ({
    x: g.from + 1e-3,
    min: null,
    max: null,
    last: null,
    bad: false,
  }));
  for (const p of [...all, ...holes].sort((a, b) => a.x - b.x)) push(lane, p);
  const silent = silentStart(r, lane);
  return silent ? { ...lane, gaps: [silent, ...gaps] } : lane;
}

/** Below this share of the span the first reading counts as being at its beginning. */
const START_SHARE = 0.02;

/** An empty beginning no gap explains (the device was not connected yet) is shown as well. */
function silentStart(r: Readings, lane: Lane): LaneGap | undefined {
  const from = seconds(r.from);
  const to = seconds(r.to);
  const first = Math.min(lane.x[0] ?? to, lane.gaps[0]?.from ?? to);
  return first - from > START_SHARE * (to - from)
    ? { from, to: first, reason: 'NO_READING' }
    : undefined;
}

function push(lane: Lane, p: Point): void {
  const before = lane.x.at(-1);
  lane.x.push(before !== undefined && p.x <= before ? before + 1e-6 : p.x);
  lane.min.push(p.min);
  lane.max.push(p.max);
  lane.last.push(p.last);
  if (p.bad) lane.bad.push(p.x);
}

/** A live value; a stale or bad one, or one after a long silence, breaks the line before it. */
export function appendLive(lane: Lane, at: number, value: number | null, good: boolean): Lane {
  const before = lane.x.at(-1);
  if (before !== undefined && at <= before) return lane;
  const next: Lane = {
    ...lane,
    x: [...lane.x],
    min: [...lane.min],
    max: [...lane.max],
    last: [...lane.last],
    bad: [...lane.bad],
  };
  const silence = before === undefined ? 0 : at - before;
  if (silence > longestSilence(lane))
    push(next, { x: before! + 1e-3, min: null, max: null, last: null, bad: false });
  const y = good ? value : null;
  push(next, { x: at, min: y, max: y, last: y, bad: !good });
  return next;
}

/** Five times the usual distance of the last points: beyond it two values are not neighbours. */
export function longestSilence(lane: Lane): number {
  const tail = lane.x.slice(-21);
  const steps = tail
    .slice(1)
    .map((x, i) => x - tail[i]!)
    .filter((d) => d > 0.01)
    .sort((a, b) => a - b);
  return Math.max(5, 5 * (steps[Math.floor(steps.length / 2)] ?? Infinity));
}

/** Points with a hole on both sides: without a dot they would be invisible. */
export function isolated(line: readonly (number | null)[], from: number, to: number): number[] {
  const found: number[] = [];
  for (let i = from; i <= to; i++) {
    if (line[i] != null && line[i - 1] == null && line[i + 1] == null) found.push(i);
  }
  return found;
}
