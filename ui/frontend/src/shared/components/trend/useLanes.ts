import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { get } from '@/shared/api/client';
import { useLiveValues } from '@/shared/live/live';
import { plantSpeed } from '@/shared/session/clock';
import type { Readings } from '@/shared/api/types';
import { appendLive, seconds, toLane, type Lane } from './series';

/** One bucket per two pixels of a wide screen; the server sends raw readings when there are fewer. */
const BUCKETS = 600;
/** The server's buckets and gaps replace what was appended here; sooner where the plant's clock runs fast. */
const refreshMs = () => (plantSpeed() > 10 ? 4_000 : 15_000);

export type Span = { from: string; to: string };

async function readings(tags: string[], { from, to }: Span): Promise<Readings[]> {
  const query = { tag: tags, from, to, buckets: BUCKETS };
  return (await get('/api/readings', { query })).lanes;
}

/**
 * Lanes of the tags over a span, as the server reduced them, with live values appended while `follow`.
 *
 * @param span asked again for each fetch, because its end moves with the plant's clock.
 */
export function useLanes(tags: string[], key: string, span: () => Span, follow: boolean) {
  const query = useQuery({
    queryKey: ['readings', tags, key],
    queryFn: async () => {
      const asked = span();
      return { span: asked, lanes: (await readings(tags, asked)).map(toLane) };
    },
    enabled: tags.length > 0,
    refetchInterval: follow ? refreshMs : false,
    staleTime: follow ? 0 : 60_000,
    placeholderData: (before) => before,
  });
  const lanes = useAppended(query.data?.lanes, follow);
  return { ...query, lanes, span: query.data?.span };
}

const NONE: Lane[] = [];

function useAppended(fetched: Lane[] | undefined, follow: boolean): Lane[] {
  const [lanes, setLanes] = useState<Lane[]>(fetched ?? NONE);
  const tags = useMemo(
    () => (follow ? (fetched ?? NONE).map((l) => l.tag) : []),
    [fetched, follow],
  );
  const live = useLiveValues(tags);
  useEffect(() => setLanes(fetched ?? NONE), [fetched]);
  useEffect(() => {
    if (!follow) return;
    setLanes((before) => {
      let changed = false;
      const next = before.map((lane) => {
        const value = live[lane.tag];
        if (!value?.t) return lane;
        const y = value.v === undefined ? null : Number(value.v);
        const appended = appendLive(lane, seconds(value.t), y, !value.stale && value.q === 'GOOD');
        changed ||= appended !== lane;
        return appended;
      });
      return changed ? next : before;
    });
  }, [live, follow]);
  return lanes;
}
