import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '@/shared/api/client';
import type { HoldTime, Session } from '@/shared/api/types';
import { ClockIcon, WarnIcon } from '@/shared/components/Icons';
import { spanText } from '@/shared/lib/time';
import { holdTimeLevel, holdTimeEnd } from '@/shared/lib/holdTimes';
import { usePlantNow } from '@/shared/session/clock';
import { hasRole } from '@/shared/session/session';
import { useWork } from '@/shared/work';

/** The most urgent running hold time of all my work. */
export function TimerChip() {
  const { t } = useTranslation('shell');
  const { data } = useWork();
  const now = usePlantNow();
  const running = (data?.items ?? []).flatMap((item) =>
    item.holdTimes
      .filter((h) => !h.stoppedAt)
      .map((h): [string, HoldTime] => [item.batch.shortCode, h]),
  );
  const [first] = running.sort((a, b) => holdTimeEnd(a[1]) - holdTimeEnd(b[1]));
  if (!first) return null;
  const [code, hold] = first;
  const left = holdTimeEnd(hold) - now;
  const level = holdTimeLevel(hold, now);
  return (
    <span className={`tag ${level}`} role="timer" data-testid="timer-chip">
      <ClockIcon size={20} /> {code} {hold.id}{' '}
      {t(left >= 0 ? 'timer.left' : 'timer.over', { span: spanText(left) })}
    </span>
  );
}

/** Open exceptions over all batches in view; only for those who act on them. */
export function ExceptionsChip({ session }: { session: Session }) {
  const { t } = useTranslation('shell');
  const { data } = useQuery({
    queryKey: ['batches', 'exceptions'],
    queryFn: () => get('/api/batches', { query: { limit: 1 } }),
    enabled: !session.locked && hasRole(session, ['SUPERVISOR', 'QA']),
    refetchInterval: 60_000,
  });
  const count = data?.openExceptions ?? 0;
  if (count === 0) return null;
  return (
    <span className="tag warn" data-testid="exceptions-chip">
      <WarnIcon size={20} /> {t('exceptions', { count })}
    </span>
  );
}
