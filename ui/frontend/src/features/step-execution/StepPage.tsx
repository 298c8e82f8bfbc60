import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompletionAnswer } from '@/shared/api/types';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { IdentityBanner } from '@/shared/components/IdentityBanner';
import { useLiveEvent } from '@/shared/live/live';
import { usePerson, useSession } from '@/shared/session/session';
import { getStep, stepKey, type StepRef } from './model/api';
import { ResultPanel } from './parts/ResultPanel';
import { PerformWorkspace } from './PerformWorkspace';
import { RecordedStep } from './RecordedStep';
import { VerifyWorkspace } from './VerifyWorkspace';
import './entry.css';
import './step.css';

export default function StepPage() {
  const { batchId, stepKey: key } = useParams({ strict: false }) as Record<string, string>;
  const step = useMemo(() => ({ batchId: batchId ?? '', key: key ?? '' }), [batchId, key]);
  // Another step is another form: nothing of the old one may stay behind.
  return <Step key={`${step.batchId}/${step.key}`} step={step} />;
}

function Step({ step }: { step: StepRef }) {
  const { t } = useTranslation('step');
  const person = usePerson();
  const { session } = useSession();
  const queries = useQueryClient();
  const [answer, setAnswer] = useState<CompletionAnswer>();
  const {
    data: view,
    error,
    refetch,
  } = useQuery({
    queryKey: [...stepKey(step), person.id],
    queryFn: () => getStep(step),
    enabled: !session?.locked,
  });
  const changed = useCallback(
    () => void queries.invalidateQueries({ queryKey: stepKey(step), exact: false }),
    [queries, step],
  );
  useLiveEvent('work', changed);

  if (!view) {
    return (
      <main className="page">
        {error ? (
          <ErrorPanel error={error} onRetry={() => void refetch()} />
        ) : (
          <p className="muted">{t('common:loading')}</p>
        )}
      </main>
    );
  }
  const common = { step, view, person, onRecorded: setAnswer };
  return (
    <>
      <IdentityBanner header={view.header} />
      {answer ? (
        <ResultPanel
          view={view}
          answer={answer}
          onStay={() => void refetch().then(() => setAnswer(undefined))}
        />
      ) : view.state === 'OPEN' ? (
        <PerformWorkspace key={person.id} {...common} />
      ) : view.state === 'AWAITING_VERIFICATION' ? (
        <VerifyWorkspace key={person.id} {...common} />
      ) : (
        <RecordedStep step={step} view={view} />
      )}
    </>
  );
}
