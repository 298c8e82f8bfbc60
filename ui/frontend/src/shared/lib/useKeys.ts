import { useEffect, useRef } from 'react';
import { listenToKeys, type KeyListeners } from './wedge';

/** Scans and typed keys go to the newest listeners as long as `active`. */
export function useKeys(active: boolean, listeners: KeyListeners) {
  const newest = useRef(listeners);
  useEffect(() => {
    newest.current = listeners;
  });
  useEffect(() => (active ? listenToKeys(() => newest.current) : undefined), [active]);
}
