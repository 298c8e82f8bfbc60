import { useEffect } from 'react';

const signsOfLife = ['pointerdown', 'keydown', 'wheel'] as const;

/** Locks after the time the site has set; the user cannot change it (R: idle lock). */
export function useIdleLock(active: boolean, seconds: number | undefined, lock: () => unknown) {
  useEffect(() => {
    if (!active || !seconds) return;
    let last = performance.now();
    const touch = () => {
      last = performance.now();
    };
    const timer = setInterval(() => {
      if (performance.now() - last > seconds * 1000) lock();
    }, 1000);
    for (const type of signsOfLife) window.addEventListener(type, touch, { passive: true });
    return () => {
      clearInterval(timer);
      for (const type of signsOfLife) window.removeEventListener(type, touch);
    };
  }, [active, seconds, lock]);
}
