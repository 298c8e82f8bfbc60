import { expect, it } from 'vitest';
import { pan, parseRange, spanOf, zoom } from './range';

const h = 3_600_000;

it('reads the span from the address line and ignores nonsense', () => {
  expect(parseRange('h6', '', '', 'all')).toEqual({ name: 'h6' });
  expect(parseRange('toString', '', '', 'all')).toEqual({ name: 'all' });
  expect(parseRange('h6', '2026-11-20T00:00:00Z', '2026-11-20T01:00:00Z', 'all')).toEqual({
    from: Date.parse('2026-11-20T00:00:00Z'),
    to: Date.parse('2026-11-20T01:00:00Z'),
  });
  expect(parseRange('', '2026-11-20T02:00:00Z', '2026-11-20T01:00:00Z', 'd1')).toEqual({
    name: 'd1',
  });
});

it('never begins before the batch', () => {
  expect(spanOf({ name: 'd1' }, 90 * h, 100 * h)).toEqual({ from: 90 * h, to: 100 * h });
  expect(spanOf({ name: 'h1' }, 90 * h, 100 * h)).toEqual({ from: 99 * h, to: 100 * h });
});

it('moves and zooms within the ends', () => {
  expect(pan({ from: 50 * h, to: 52 * h }, -1, 0, 100 * h)).toEqual({ from: 49 * h, to: 51 * h });
  expect(pan({ from: 0, to: 2 * h }, -1, 0, 100 * h)).toEqual({ from: 0, to: 2 * h });
  expect(pan({ from: 98 * h, to: 100 * h }, 1, 0, 100 * h)).toEqual({ from: 98 * h, to: 100 * h });
  expect(zoom({ from: 40 * h, to: 60 * h }, 0.5, 0, 100 * h)).toEqual({ from: 45 * h, to: 55 * h });
  expect(zoom({ from: 10 * h, to: 90 * h }, 2, 0, 100 * h)).toEqual({ from: 0, to: 100 * h });
});
