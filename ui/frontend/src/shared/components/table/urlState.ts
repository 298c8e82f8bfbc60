import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

type Search = Record<string, unknown>;

/** One value of the address line; setting it to nothing removes it. No history entry per key press. */
export function useUrlValues(): {
  value: (name: string) => string;
  set: (values: Record<string, string | undefined>) => void;
} {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const set = useCallback(
    (values: Record<string, string | undefined>) => {
      void navigate({
        to: '.',
        replace: true,
        resetScroll: false,
        search: ((before: Search) => {
          const next = { ...before };
          for (const [name, value] of Object.entries(values)) {
            if (value) next[name] = value;
            else delete next[name];
          }
          return next;
        }) as never,
      });
    },
    [navigate],
  );
  return useMemo(
    () => ({ value: (name) => (search[name] == null ? '' : String(search[name])), set }),
    [search, set],
  );
}
