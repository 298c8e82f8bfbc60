import type { Connection } from '@/shared/api/types';
import { useTranslation } from 'react-i18next';
import { WarnIcon } from '@/shared/components/Icons';

const tones = { LIVE: '', CONNECTING: '', STALE: 'warn', DOWN: 'bad', UNTRUSTED: 'bad' } as const;

/** State in words, colour only when it is not normal, and the reason beside it. */
export function ConnectionMark({ connection }: { connection: Connection }) {
  const { t } = useTranslation('equipment');
  const tone = tones[connection.state];
  return (
    <span data-testid="connection-state" data-state={connection.state}>
      {tone ? (
        <span className={`tag ${tone}`}>
          <WarnIcon size={18} /> {t(`state.${connection.state}`)}
        </span>
      ) : (
        t(`state.${connection.state}`)
      )}
      {connection.reason && connection.state !== 'LIVE' && (
        <span className="equipment-reason">{connection.reason}</span>
      )}
    </span>
  );
}
