import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newRequestId } from '@/shared/api/client';
import { CheckIcon } from '@/shared/components/Icons';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { Sheet } from '@/shared/components/Sheet';
import { reportProblem, type StepRef } from '../model/api';

const categories = ['equipment', 'material', 'label', 'spill', 'environment', 'other'] as const;

type Props = { step: StepRef; opened: boolean; onClose: () => void };

/** Two taps and no typing: open, choose. Works while hands are busy and opens an exception at once. */
export function ProblemSheet({ step, opened, onClose }: Props) {
  const { t } = useTranslation('step');
  return (
    <Sheet opened={opened} onClose={onClose} title={t('problem.title')} testId="problem-sheet">
      {opened && <ProblemForm step={step} onClose={onClose} />}
    </Sheet>
  );
}

function ProblemForm({ step, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('step');
  const queries = useQueryClient();
  const [requestId] = useState(newRequestId);
  const report = useMutation({
    mutationFn: (category: string) => reportProblem(step, requestId, category, ''),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['batch', step.batchId] }),
  });
  if (report.isSuccess) {
    return (
      <>
        <p className="scan-done" role="status" data-testid="problem-recorded">
          <CheckIcon size={36} />
          {t('problem.recorded', { number: report.data?.number ?? '' })}
        </p>
        <button type="button" className="btn primary" onClick={onClose}>
          {t('common:close')}
        </button>
      </>
    );
  }
  return (
    <>
      <div className="quick-reasons" role="group" aria-label={t('problem.title')}>
        {categories.map((category) => (
          <button
            key={category}
            type="button"
            className="btn"
            disabled={report.isPending}
            data-testid={`problem-${category}`}
            onClick={() => report.mutate(category)}
          >
            {t(`problem.${category}`)}
          </button>
        ))}
      </div>
      {report.error && <ErrorPanel error={report.error} write />}
      <button type="button" className="btn" onClick={onClose}>
        {t('common:cancel')}
      </button>
    </>
  );
}
