import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Parameter, StepView } from '@/shared/api/types';
import { RefusalPanel } from '@/shared/components/RefusalPanel';
import { usePersonText } from '@/shared/lib/person';
import { useTime } from '@/shared/lib/time';
import { paths } from '@/shared/routing';
import type { StepRef } from './model/api';
import { Actions } from './parts/Actions';
import { RecordedList } from './parts/RecordedList';
import { StepLayout } from './parts/StepLayout';
import { CorrectionSheet } from './sheets/CorrectionSheet';

/** A step that is complete, or that this person may only look at. */
export function RecordedStep({ step, view }: { step: StepRef; view: StepView }) {
  const { t } = useTranslation('step');
  const personText = usePersonText();
  const time = useTime();
  const [problem, setProblem] = useState(false);
  const [correcting, setCorrecting] = useState<Parameter>();
  const complete = view.state === 'COMPLETE';
  return (
    <StepLayout
      view={view}
      list={<RecordedList view={view} {...(complete && { onCorrect: setCorrecting })} />}
      side={
        <section className="panel entry-panel" aria-label={t(`common:stepState.${view.state}`)}>
          <h2>{t(`common:stepState.${view.state}`)}</h2>
          <dl className="facts">
            {view.performedBy !== undefined && (
              <>
                <dt>{t('performed')}</dt>
                <dd>
                  {personText(view.performedBy)}
                  <br />
                  {time.exact(view.performedAt)}
                </dd>
              </>
            )}
            {view.verifiedBy !== undefined && (
              <>
                <dt>{t('verified')}</dt>
                <dd>
                  {personText(view.verifiedBy)}
                  <br />
                  {time.exact(view.verifiedAt)}
                </dd>
              </>
            )}
          </dl>
          <Link className="btn" to={paths.work as string}>
            {t('result.work')}
          </Link>
        </section>
      }
      notices={view.refusal && <RefusalPanel refusal={view.refusal} />}
      actions={<Actions step={step} problemOpen={problem} onProblem={setProblem} />}
    >
      {correcting && (
        <CorrectionSheet
          step={step}
          view={view}
          parameter={correcting}
          onClose={() => setCorrecting(undefined)}
        />
      )}
    </StepLayout>
  );
}
