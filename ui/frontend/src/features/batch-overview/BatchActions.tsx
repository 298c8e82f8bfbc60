import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newRequestId, post, put } from '@/shared/api/client';
import type { BatchView } from '@/shared/api/types';
import { ReasonedSignature, ReasonForm } from '@/shared/components/ReasonedSignature';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { Sheet } from '@/shared/components/Sheet';
import { ShownFacts } from '@/shared/components/ShownFacts';
import { useLanguage } from '@/shared/i18n';
import { hasRole, useSession } from '@/shared/session/session';

type Action = 'hold' | 'resume' | 'abort';

/** Whoever works on a batch may stop it; going on or ending it is for supervisor and QA. The server checks again. */
export function BatchActions({ batch }: { batch: BatchView }) {
  const { t } = useTranslation('batch');
  const { session } = useSession();
  const [action, setAction] = useState<Action>();
  if (!hasRole(session, ['OPERATOR', 'SUPERVISOR', 'QA'])) return null;
  const decides = hasRole(session, ['SUPERVISOR', 'QA']);
  const running = batch.state === 'RUNNING';
  const held = batch.state === 'HELD';
  if (!running && !held) return null;
  const close = () => setAction(undefined);
  return (
    <div className="row overview-actions">
      {running && (
        <button type="button" className="btn" onClick={() => setAction('hold')} data-testid="hold">
          {t('action.hold')}
        </button>
      )}
      {held && decides && (
        <button
          type="button"
          className="btn primary"
          onClick={() => setAction('resume')}
          data-testid="resume"
        >
          {t('action.resume')}
        </button>
      )}
      <span className="grow" />
      {decides && (
        <button
          type="button"
          className="btn danger"
          onClick={() => setAction('abort')}
          data-testid="abort"
        >
          {t('action.abort')}
        </button>
      )}
      {action === 'hold' && <HoldSheet batch={batch} onClose={close} />}
      <SignedAction batch={batch} action="resume" opened={action === 'resume'} onClose={close} />
      <SignedAction batch={batch} action="abort" opened={action === 'abort'} onClose={close} />
    </div>
  );
}

type SheetProps = { batch: BatchView; onClose: () => void };

/** A hold needs no signature: stopping must be quick, going on must not. */
function HoldSheet({ batch, onClose }: SheetProps) {
  const { t } = useTranslation('batch');
  const queries = useQueryClient();
  const [requestId] = useState(newRequestId);
  const [error, setError] = useState<unknown>();
  const send = async (reason: string) => {
    try {
      await put('/api/batches/{batch}/holds/{requestId}', {
        path: { batch: batch.header.id, requestId },
        body: { reason },
      });
      onClose();
    } catch (problem) {
      setError(problem);
    }
    await queries.invalidateQueries({ queryKey: ['batch', batch.header.id] });
  };
  return (
    <Sheet opened onClose={onClose} title={t('action.hold')} testId="hold-sheet">
      <ReasonForm
        explain={
          <>
            <p>{t('action.holdExplain')}</p>
            {error !== undefined && <ErrorPanel error={error} write />}
          </>
        }
        label={t('action.reason')}
        submit={t('action.send')}
        onClose={onClose}
        onReason={(reason) => void send(reason)}
      />
    </Sheet>
  );
}

const CALLS = {
  resume: {
    challenges: '/api/batches/{batch}/resumptions/challenges',
    changes: '/api/batches/{batch}/resumptions/{requestId}',
  },
  abort: {
    challenges: '/api/batches/{batch}/abortions/challenges',
    changes: '/api/batches/{batch}/abortions/{requestId}',
  },
} as const;

function SignedAction({
  batch,
  action,
  opened,
  onClose,
}: SheetProps & { opened: boolean; action: 'resume' | 'abort' }) {
  const { t } = useTranslation('batch');
  const language = useLanguage();
  const queries = useQueryClient();
  const id = batch.header.id;
  const { challenges, changes } = CALLS[action];
  return (
    <ReasonedSignature
      opened={opened}
      onClose={onClose}
      title={t(`action.${action}`)}
      explain={<p>{t(`action.${action}Explain`)}</p>}
      label={t('action.reason')}
      ask={(reason) => post(challenges, { path: { batch: id }, body: { reason } })}
      content={(challenge) => <ShownFacts challenge={challenge} header={batch.header} />}
      sign={async (signature, reason, requestId) => {
        await put(changes, {
          path: { batch: id, requestId },
          body: { reason, language, signature },
        });
        await queries.invalidateQueries({ queryKey: ['batch', id] });
      }}
    />
  );
}
