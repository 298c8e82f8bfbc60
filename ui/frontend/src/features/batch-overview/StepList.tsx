import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchView, StepLine } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { usePersonText } from '@/shared/lib/person';
import { useTime } from '@/shared/lib/time';
import { paths } from '@/shared/routing';

/** All steps in order; the first open one is scrolled into sight. */
export function StepList({ batch }: { batch: BatchView }) {
  const { t } = useTranslation('batch');
  const text = useText();
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const open = list.current?.querySelector<HTMLElement>('[data-active]');
    if (open && list.current) list.current.scrollTop = open.offsetTop - 60;
  }, []);
  return (
    <aside ref={list} className="panel step-list" tabIndex={0} aria-label={t('steps.title')}>
      <h2>{t('steps.title')}</h2>
      {batch.unitProcedures.map((up) => (
        <section key={up.id}>
          <h3>
            {up.number} {text(up.title)} <span className="muted">{t(`upState.${up.state}`)}</span>
          </h3>
          {up.steps.length > 0 && (
            <ol>
              {up.steps.map((step) => (
                <Step key={step.key} batchId={batch.header.id} step={step} />
              ))}
            </ol>
          )}
        </section>
      ))}
    </aside>
  );
}

function Step({ batchId, step }: { batchId: string; step: StepLine }) {
  const { t } = useTranslation(['batch', 'common']);
  const text = useText();
  const person = usePersonText();
  const time = useTime();
  const active = step.state === 'OPEN' || step.state === 'AWAITING_VERIFICATION';
  const found = step.exceptions;
  const [, passes] = step.key.split('~');
  const title = `${step.number} ${text(step.title)}${passes ? ` (${passes})` : ''}`;
  return (
    <li
      data-state={step.state}
      data-active={active || undefined}
      aria-current={active ? 'step' : undefined}
    >
      {step.state === 'PENDING' ? (
        <span>{title}</span>
      ) : (
        <Link to={paths.step(batchId, step.key)}>{title}</Link>
      )}
      <span className="step-facts">
        {step.state === 'COMPLETE' ? '✓ ' : active ? '▶ ' : ''}
        {t(`common:stepState.${step.state}`)}
        {step.performedBy && ` · ${person(step.performedBy)}`}
        {step.verifiedBy && ` / ${person(step.verifiedBy)}`}
        {(step.completedAt ?? step.openedAt) &&
          ` · ${time.dateTime(step.completedAt ?? step.openedAt)}`}
        {found > 0 && (
          <span className="tag warn">! {t('timeline.exceptions', { count: found })}</span>
        )}
      </span>
    </li>
  );
}
