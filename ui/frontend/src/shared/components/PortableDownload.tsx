import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '@/shared/api/client';
import { fetchFile, saveFile, type Progress } from '@/shared/api/download';
import { hasRole, useSession } from '@/shared/session/session';
import { ErrorPanel } from './ErrorPanel';

type Copy = 'full' | 'sponsor';
type Props = { batch: { id: string; number: string } };

/** The record in one file that verifies anywhere: for quality both copies, for a client theirs. */
export function PortableDownload({ batch }: Props) {
  const { t } = useTranslation('record', { keyPrefix: 'portable' });
  const { session } = useSession();
  const [running, setRunning] = useState<{ copy: Copy; progress?: Progress }>();
  const [done, setDone] = useState<string>();
  const [error, setError] = useState<unknown>();
  const quality = hasRole(session, ['QA']);
  if (!quality && !hasRole(session, ['CLIENT_READER'])) return null;
  const copies: Copy[] = quality ? ['full', 'sponsor'] : ['sponsor'];

  const download = async (copy: Copy) => {
    setError(undefined);
    setDone(undefined);
    setRunning({ copy });
    const name = `${batch.number}-${copy}.zip`;
    try {
      const address = addressOf('/api/batches/{batch}/portable', {
        path: { batch: batch.id },
        query: { copy },
      });
      const file = await fetchFile(address, (progress) => setRunning({ copy, progress }));
      saveFile(file, name);
      setDone(name);
    } catch (problem) {
      setError(problem);
    } finally {
      setRunning(undefined);
    }
  };

  return (
    <section className="panel" aria-label={t('title')} data-testid="portable">
      <h2>{t('title')}</h2>
      <p>{t('what')}</p>
      <div className="row">
        {copies.map((copy) => (
          <button
            key={copy}
            type="button"
            className="btn"
            disabled={running !== undefined}
            onClick={() => void download(copy)}
            data-testid={`portable-${copy}`}
          >
            {t(`copy.${copy}`)}
          </button>
        ))}
        <span role="status" data-testid="portable-status">
          {running && <Running progress={running.progress} />}
          {done && t('done', { name: done })}
        </span>
      </div>
      {error !== undefined && <ErrorPanel error={error} />}
    </section>
  );
}

/** First it is made, printed in both languages; then it comes. */
function Running({ progress }: { progress: Progress | undefined }) {
  const { t } = useTranslation('record', { keyPrefix: 'portable' });
  if (!progress) return <>{t('making')}</>;
  const percent = progress.of ? Math.floor((100 * progress.bytes) / progress.of) : 0;
  return (
    <>
      {t('coming', { percent })} <progress value={percent} max={100} aria-hidden="true" />
    </>
  );
}
