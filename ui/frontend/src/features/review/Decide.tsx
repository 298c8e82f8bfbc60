import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exceptionName } from '@/shared/api/batches';
import { post, put } from '@/shared/api/client';
import type { BatchView, BatchException } from '@/shared/api/types';
import { ReasonedSignature } from '@/shared/components/ReasonedSignature';
import { ShownFacts } from '@/shared/components/ShownFacts';
import { useLanguage } from '@/shared/i18n';
import { decisionsFor } from './groups';

type Decision = 'ACCEPT' | 'DEVIATION' | 'CLOSE_DEVIATION';

/** Accept, open a deviation, or close it: each with a comment and a signature over both. */
export function Decide({ batch, exception }: { batch: BatchView; exception: BatchException }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const queries = useQueryClient();
  const [decision, setDecision] = useState<Decision>();
  const offered = decisionsFor(exception.state);
  if (offered.length === 0) return null;
  const id = exception.id;
  return (
    <div className="row">
      {offered.map((d) => (
        <button
          key={d}
          type="button"
          className={d === 'DEVIATION' ? 'btn' : 'btn primary'}
          onClick={() => setDecision(d)}
          data-testid={`decide-${d}`}
        >
          {t(`decide.${d}`)}
        </button>
      ))}
      {decision && (
        <ReasonedSignature
          opened
          onClose={() => setDecision(undefined)}
          title={`${t(`decide.${decision}`)}: ${exceptionName(exception)}`}
          explain={<p>{t(`decide.${decision}_explain`)}</p>}
          label={t('decide.comment')}
          ask={(comment) =>
            post('/api/exceptions/{id}/challenges', {
              path: { id },
              body: { decision, comment, language },
            })
          }
          content={(challenge) => <ShownFacts challenge={challenge} header={batch.header} />}
          sign={async (signature, comment, requestId) => {
            await put('/api/exceptions/{id}/decisions/{requestId}', {
              path: { id, requestId },
              body: { decision, comment, language, signature },
            });
            await queries.invalidateQueries({ queryKey: ['batch', batch.header.id] });
          }}
        />
      )}
    </div>
  );
}
