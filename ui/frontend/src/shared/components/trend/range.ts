/** What the address line says about the shown span: a named range, or two times. */
export const ranges = { all: 0, d1: 24, h6: 6, h1: 1 } as const;
export type RangeName = keyof typeof ranges;
export type Chosen = { name: RangeName } | { from: number; to: number };

export const isRangeName = (x: string): x is RangeName => Object.hasOwn(ranges, x);

/** `range=h6`, or `from=…&to=…`; anything else is the default. */
export function parseRange(range: string, from: string, to: string, byDefault: RangeName): Chosen {
  const a = Date.parse(from),
    b = Date.parse(to);
  if (a < b) return { from: a, to: b };
  return { name: isRangeName(range) ? range : byDefault };
}

/** Milliseconds of the span; a named range ends at `end`, and none begins before `start`. */
export function spanOf(chosen: Chosen, start: number, end: number): { from: number; to: number } {
  if ('from' in chosen) return chosen;
  const hours = ranges[chosen.name];
  const from = hours === 0 ? start : Math.max(start, end - hours * 3_600_000);
  return { from: Math.min(from, end - 60_000), to: end };
}

/** Half a window to the left or right, never past the ends. */
export function pan(
  span: { from: number; to: number },
  direction: -1 | 1,
  start: number,
  end: number,
) {
  const width = span.to - span.from;
  const wanted = span.from + (direction * width) / 2;
  const from = Math.max(Math.min(wanted, end - width), Math.min(start, end - width));
  return { from, to: from + width };
}

/** Half or double the width around the middle; at least ten seconds, at most everything. */
export function zoom(
  span: { from: number; to: number },
  factor: number,
  start: number,
  end: number,
) {
  const width = Math.min(
    Math.max((span.to - span.from) * factor, 10_000),
    Math.max(end - start, 60_000),
  );
  const middle = (span.from + span.to) / 2;
  const from = Math.max(Math.min(middle - width / 2, end - width), Math.min(start, end - width));
  return { from, to: from + width };
}
