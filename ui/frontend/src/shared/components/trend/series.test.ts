import { expect, it } from 'vitest';
import type { Readings } from '@/shared/api/types';
import { appendLive, isolated, seconds, toLane } from './series';
import { axisRange, colourStops, isOutside, stats } from './stats';

const T0 = '2026-11-20T00:00:00Z';
const at = (s: number) => new Date(Date.parse(T0) + s * 1000).toISOString();
const x = (s: number) => seconds(T0) + s;
const unlimited: Readings = {
  tag: 'BRX-01.T_PV',
  name: { en: 'Temperature', ja: '温度' },
  unit: 'Cel',
  decimals: 1,
  from: T0,
  to: at(600),
  gaps: [],
};
const base: Readings = { ...unlimited, low: '36.5', high: '37.5' };
const bucket = (s: number, min?: string, max?: string, bad = 0) => ({
  t: at(s),
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max, last: max }),
  bad,
});

// SM10: a lost signal must look lost. A line over the hole would be invented data.
it('breaks the line at every gap and keeps the exact bounds', () => {
  const lane = toLane({
    ...base,
    buckets: [bucket(0, '37.0', '37.1'), bucket(10, '37.0', '37.0'), bucket(80, '37.2', '37.3')],
    gaps: [{ from: at(14), to: at(74), reason: 'connection lost' }],
  });
  expect(lane.x).toEqual([x(0), x(10), x(14) + 1e-3, x(80)]);
  expect(lane.last).toEqual([37.1, 37.0, null, 37.3]);
  expect(lane.gaps).toEqual([{ from: x(14), to: x(74), reason: 'connection lost' }]);
});

it('breaks the line at a gap shorter than a bucket', () => {
  const lane = toLane({
    ...base,
    buckets: [bucket(0, '37', '37'), bucket(60, '37', '37')],
    gaps: [{ from: at(20), to: at(30), reason: 'r' }],
  });
  expect(lane.last).toEqual([37, null, 37]);
});

it('moves a bucket that begins inside a gap to its end, where its readings are', () => {
  const lane = toLane({
    ...base,
    buckets: [bucket(0, '37', '37'), bucket(60, '38', '38')],
    gaps: [{ from: at(20), to: at(65), reason: 'r' }],
  });
  expect(lane.x.at(-1)).toBe(x(65));
});

it('keeps an open gap open', () => {
  const lane = toLane({
    ...base,
    buckets: [bucket(0, '37', '37')],
    gaps: [{ from: at(5), reason: 'down' }],
  });
  expect(lane.gaps[0]!.to).toBeNull();
  expect(lane.last).toEqual([37, null]);
  expect(stats(lane, x(65)).gapSeconds).toBe(60);
});

it('breaks at bad readings but not at empty buckets of a slow tag', () => {
  const lane = toLane({
    ...base,
    buckets: [
      bucket(0, '37', '37'),
      bucket(10, undefined, undefined),
      bucket(20, undefined, undefined, 3),
      bucket(30, '37', '37'),
    ],
  });
  expect(lane.last).toEqual([37, null, 37]);
  expect(lane.bad).toEqual([x(20)]);
});

it('draws raw readings, bad ones as holes, uncertain ones marked', () => {
  const lane = toLane({
    ...base,
    raw: [
      { t: at(0), v: '37.00', q: 'GOOD' },
      { t: at(1), v: '12', q: 'BAD' },
      { t: at(2), v: '37.2', q: 'UNCERTAIN' },
    ],
  });
  expect(lane.last).toEqual([37, null, 37.2]);
  expect(lane.bad).toEqual([x(1), x(2)]);
});

it('marks points that stand alone', () => {
  expect(isolated([1, null, 2, null, 3, 4], 0, 5)).toEqual([0, 2]);
});

it('appends live values, and breaks after silence or bad quality', () => {
  const lane = toLane({
    ...base,
    raw: Array.from({ length: 10 }, (_, i) => ({ t: at(i), v: '37', q: 'GOOD' })),
  });
  const near = appendLive(lane, x(10), 37.1, true);
  expect(near.last.at(-1)).toBe(37.1);
  expect(near.x).toHaveLength(11);
  expect(appendLive(near, x(10), 38, true)).toBe(near);
  const late = appendLive(near, x(70), 37.2, true);
  expect(late.last.slice(-2)).toEqual([null, 37.2]);
  expect(appendLive(near, x(11), 37.2, false).last.at(-1)).toBeNull();
});

// A limit is the last acceptable value.
it('counts what is outside the limits, not what is on them', () => {
  expect(isOutside({ low: 36.5, high: 37.5 }, 36.5, 37.5)).toBe(false);
  const lane = toLane({
    ...base,
    buckets: [bucket(0, '36.4', '37'), bucket(10, '36.5', '37.5'), bucket(20, '37', '37.6')],
  });
  expect(stats(lane, x(600))).toMatchObject({
    min: 36.4,
    max: 37.6,
    last: 37.6,
    outside: 2,
    intervals: 3,
  });
});

it('shows limits and data in one axis, also for a flat line', () => {
  const lane = toLane({ ...base, buckets: [bucket(0, '37', '37')] });
  const [lo, hi] = axisRange(lane);
  expect(lo).toBeLessThan(36.5);
  expect(hi).toBeGreaterThan(37.5);
  const [a, b] = axisRange(toLane({ ...unlimited, buckets: [bucket(0, '0', '0')] }));
  expect(a).toBeLessThan(b);
});

it('colours red only beyond a limit that exists', () => {
  expect(
    colourStops({ low: null, high: 7 }, [0, 10], 'dark', 'red').map(([s, c]) => [
      Math.round(s * 100) / 100,
      c,
    ]),
  ).toEqual([
    [0, 'red'],
    [0.3, 'red'],
    [0.3, 'dark'],
    [1, 'dark'],
    [1, 'dark'],
    [1, 'dark'],
  ]);
});

// Nothing is silent: a device that was never connected leaves no gap on the server.
it('explains an empty beginning that no gap covers', () => {
  expect(toLane({ ...base, buckets: [bucket(300, '37', '37')] }).gaps).toEqual([
    { from: x(0), to: x(300), reason: 'NO_READING' },
  ]);
  expect(toLane({ ...base, buckets: [] }).gaps).toEqual([
    { from: x(0), to: x(600), reason: 'NO_READING' },
  ]);
  const known = { from: at(0), to: at(300), reason: 'CONNECT_FAILED' };
  expect(toLane({ ...base, buckets: [bucket(300, '37', '37')], gaps: [known] }).gaps).toHaveLength(
    1,
  );
});
