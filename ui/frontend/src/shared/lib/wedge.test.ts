import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { codeToChar, listenToKeys } from './wedge';

describe('wedge scanner', () => {
  let scans: string[];
  let keys: string[];
  let stop: () => void;
  let now: number;

  beforeEach(() => {
    vi.useFakeTimers();
    scans = [];
    keys = [];
    now = 1000;
    stop = listenToKeys(() => ({ onScan: (c) => scans.push(c), onKey: (k) => keys.push(k) }));
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  function down(
    code: string,
    gapMs: number,
    target: EventTarget = document.body,
    shiftKey = false,
  ) {
    now += gapMs;
    vi.advanceTimersByTime(gapMs);
    const event = new KeyboardEvent('keydown', {
      key: 'Process', // what a Japanese IME reports for every key
      code,
      shiftKey,
      bubbles: true,
      cancelable: true,
    });
    Object.defineProperty(event, 'timeStamp', { value: now });
    target.dispatchEvent(event);
    return event;
  }
  const codeOf = (char: string) =>
    /\d/.test(char)
      ? `Digit${char}`
      : char === '-'
        ? 'Minus'
        : char === '/'
          ? 'Slash'
          : `Key${char}`;
  const burst = (text: string, gapMs = 8, target?: EventTarget) => {
    for (const char of text) down(codeOf(char.toUpperCase()), gapMs, target, /[A-Z]/.test(char));
    return down('Enter', gapMs, target);
  };

  it('reads the physical keys whatever the IME makes of them', () => {
    const enter = burst('A9997-26-K7M42P-3/culture-bag');
    expect(scans).toEqual(['A9997-26-K7M42P-3/culture-bag']);
    expect(enter.defaultPrevented).toBe(true);
    vi.advanceTimersByTime(500);
    expect(keys).toEqual([]);
  });

  it('takes slow keys for typing, each one at once', () => {
    for (const digit of '1.5') down(digit === '.' ? 'Period' : `Digit${digit}`, 200);
    vi.advanceTimersByTime(100);
    down('Enter', 200);
    expect(scans).toEqual([]);
    expect(keys).toEqual(['1', '.', '5', 'Enter']);
  });

  it('takes a short burst for fast typing', () => {
    down('Digit1', 500);
    down('Digit2', 20);
    vi.advanceTimersByTime(100);
    expect(keys).toEqual(['1', '2']);
  });

  it('does not mix typed keys into a scan that follows', () => {
    down('Digit7', 500);
    vi.advanceTimersByTime(300);
    burst('LV-2610-07');
    expect(scans).toEqual(['LV-2610-07']);
    expect(keys).toEqual(['7']);
  });

  it('leaves what is typed into a field to the field', () => {
    const input = document.body.appendChild(document.createElement('input'));
    burst('LV-2610-07', 8, input);
    input.remove();
    expect(scans).toEqual([]);
  });

  it('maps shifted symbols of the US layout', () => {
    expect([
      codeToChar('Digit2', true),
      codeToChar('Minus', true),
      codeToChar('KeyK', false),
    ]).toEqual(['@', '_', 'k']);
  });
});
