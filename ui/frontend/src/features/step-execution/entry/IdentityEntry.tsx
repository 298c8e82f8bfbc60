import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { IdentityScan, StepView } from '@/shared/api/types';
import { CheckIcon } from '@/shared/components/Icons';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { useText } from '@/shared/i18n';
import { useSession } from '@/shared/session/session';
import { checkIdentity, type StepRef } from '../model/api';
import type { Mismatch } from '../parts/MismatchStop';
import { ScanBox } from './ScanBox';

type Props = {
  step: StepRef;
  view: StepView;
  scan: IdentityScan;
  active: boolean;
  onNext: () => void;
  onMismatch: (mismatch: Mismatch) => void;
};

/** Active re-entry of the identity: the label is scanned, no button confirms it (ui.md 3.3). */
export function IdentityEntry({ step, view, scan, active, onNext, onMismatch }: Props) {
  const { t } = useTranslation('step');
  const text = useText();
  const queries = useQueryClient();
  const { demonstration } = useSession();
  const check = useMutation({
    mutationFn: (code: string) => checkIdentity(step, scan.id, code),
    onSuccess: async (answer, code) => {
      if (answer.result === 'MISMATCH') onMismatch({ check: answer, code });
      await queries.invalidateQueries({ queryKey: ['batch', step.batchId] });
      if (answer.result === 'MATCH') onNext();
    },
  });
  if (scan.done) {
    return (
      <>
        <p className="scan-done">
          <CheckIcon size={36} /> {t('scan.matched', { name: text(scan.name) })}
        </p>
        <button type="button" className="btn next" onClick={onNext} data-testid="next">
          {t('next')}
        </button>
      </>
    );
  }
  return (
    <>
      <ScanBox
        prompt={t('scan.container', { name: text(scan.name) })}
        busy={check.isPending}
        active={active}
        onCode={(code) => check.mutate(code)}
        sample={demonstration ? `${view.header.coi}/${scan.container}` : undefined}
      />
      {check.error && <ErrorPanel error={check.error} write />}
    </>
  );
}
