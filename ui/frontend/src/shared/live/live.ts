import { useEffect, useState, useSyncExternalStore } from 'react';
import { doubtSession } from '@/shared/api/client';
import type { LiveEvents, LiveValue } from '@/shared/api/types';
import { setPlantClock } from '@/shared/session/clock';

/*
 * One EventSource for the whole page. Browsers allow six connections per host over HTTP/1.1, so pages share
 * it: each names its tags, the stream is reopened when the set grows or shrinks.
 */
type Received = LiveValue & { receivedAtMs: number };
type EventName = keyof LiveEvents;
type Listener = (data: unknown) => void;

/** Two heartbeats (15 s) may be late before the connection counts as lost. */
const SILENCE_MS = 35_000;
/** A value older than this on arrival is greyed and cannot be captured. */
export const STALE_AFTER_MS = 10_000;

let source: EventSource | undefined;
let connected = false;
let enabled = false;
let lastSignMs = 0;
let values: Record<string, Received> = {};
let reopening: ReturnType<typeof setTimeout> | undefined;
const wanted = new Map<string, number>();
const subscribers = new Set<() => void>();
const listeners = new Map<EventName, Set<Listener>>();

const notify = () => subscribers.forEach((f) => f());

function setConnected(next: boolean) {
  if (connected === next) return;
  connected = next;
  notify();
}

/** On while somebody is logged in and the screen is not locked. */
export function enableLive(on: boolean) {
  enabled = on;
  reopen(0);
}

function reopen(delayMs: number) {
  clearTimeout(reopening);
  reopening = setTimeout(open, delayMs);
}

function open() {
  source?.close();
  source = undefined;
  if (!enabled) return setConnected(false);
  const tags = [...wanted.keys()].sort();
  const query = tags.length > 0 ? `?tags=${tags.map(encodeURIComponent).join(',')}` : '';
  const stream = new EventSource(`/api/live${query}`);
  source = stream;
  stream.onopen = alive;
  stream.onerror = () => {
    setConnected(false);
    // A stream refused with an HTTP status is closed for good by the browser: ask again later.
    if (stream.readyState === EventSource.CLOSED) {
      doubtSession();
      reopen(3000);
    }
  };
  for (const name of ['values', 'connection', 'work', 'heartbeat'] as const) {
    stream.addEventListener(name, (e) => receive(name, e as MessageEvent<string>));
  }
}

function alive() {
  lastSignMs = performance.now();
  setConnected(true);
}

function receive(name: EventName, event: MessageEvent<string>) {
  alive();
  const data: unknown = event.data ? JSON.parse(event.data) : undefined;
  if (name === 'values') store(data as LiveEvents['values']);
  if (name === 'heartbeat') setPlantClock((data as LiveEvents['heartbeat']).clock);
  listeners.get(name)?.forEach((f) => f(data));
}

function store(received: LiveValue[]) {
  const receivedAtMs = performance.now();
  values = { ...values };
  for (const value of received) {
    values[value.tag] = { ...value, receivedAtMs };
  }
  notify();
}

setInterval(() => {
  if (connected && performance.now() - lastSignMs > SILENCE_MS) {
    setConnected(false);
    reopen(0);
  }
}, 5000);

// The operating system often knows before the stream does.
window.addEventListener('offline', () => setConnected(false));
window.addEventListener('online', () => reopen(0));

const subscribe = (f: () => void) => {
  subscribers.add(f);
  return () => void subscribers.delete(f);
};

export const useConnected = (): boolean => useSyncExternalStore(subscribe, () => connected);

/** The newest values of the tags; the stream carries them as long as the component stands. */
export function useLiveValues(tags: string[]): Record<string, Received> {
  const key = [...tags].sort().join(',');
  useEffect(() => {
    const mine = key === '' ? [] : key.split(',');
    const added = mine.filter((t) => !wanted.has(t));
    for (const tag of mine) wanted.set(tag, (wanted.get(tag) ?? 0) + 1);
    if (added.length > 0) reopen(100);
    return () => {
      for (const tag of mine) {
        const left = (wanted.get(tag) ?? 1) - 1;
        if (left > 0) wanted.set(tag, left);
        else wanted.delete(tag);
      }
    };
  }, [key]);
  return useSyncExternalStore(subscribe, () => values);
}

/** Hears an event by name: `work` (worklist changed), `connection`, `values`. */
export function useLiveEvent(name: EventName, listener: Listener) {
  useEffect(() => {
    const set = listeners.get(name) ?? new Set();
    listeners.set(name, set.add(listener));
    return () => void set.delete(listener);
  }, [name, listener]);
}

/** Seconds since the value arrived, and whether it may still be used. */
export function useFreshness(value: Received | undefined): { stale: boolean; seconds?: number } {
  const isConnected = useConnected();
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  if (!value) return { stale: true };
  const age = Math.max(0, now - value.receivedAtMs);
  const stale = !isConnected || value.stale || age > STALE_AFTER_MS;
  return { stale, seconds: Math.round(age / 1000) };
}
