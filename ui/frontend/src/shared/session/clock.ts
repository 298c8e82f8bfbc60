import { useEffect, useState } from 'react';
import type { PlantClock } from '@/shared/api/types';

/*
 * Time limits run on the plant's clock, which the server tells with every session answer; the clock of the
 * tablet is only used to count on from there.
 */
type Anchor = { plantMs: number; atMs: number; speed: number };
let anchor: Anchor = { plantMs: Date.now(), atMs: performance.now(), speed: 1 };

export function setPlantClock(clock: PlantClock | undefined) {
  const plantMs = clock ? Date.parse(clock.now) : NaN;
  if (clock && !Number.isNaN(plantMs)) {
    anchor = { plantMs, atMs: performance.now(), speed: clock.speed };
  }
}

export const plantNowMs = (): number =>
  anchor.plantMs + (performance.now() - anchor.atMs) * anchor.speed;

export const plantSpeed = (): number => anchor.speed;

/** Re-renders about once a second with the present plant time. */
export function usePlantNow(everyMs = 1000): number {
  const [now, setNow] = useState(plantNowMs);
  useEffect(() => {
    const timer = setInterval(() => setNow(plantNowMs()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
