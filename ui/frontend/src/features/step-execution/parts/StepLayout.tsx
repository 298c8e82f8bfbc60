import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { StepView } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/routing';
import { HoldTimes } from './HoldTimes';
import { InstructionPanel } from './InstructionPanel';
import { LiveStrip } from './LiveStrip';

type Props = {
  view: StepView;
  list: ReactNode;
  side: ReactNode;
  notices?: ReactNode;
  actions: ReactNode;
  /** sheets */
  children?: ReactNode;
};

/** W2: instruction and values on the left, the one entry on the right, actions always in the same place. */
export function StepLayout({ view, list, side, notices, actions, children }: Props) {
  const { t } = useTranslation('step');
  const text = useText();
  return (
    <main className="page step" data-testid="step" data-state={view.state} data-key={view.key}>
      <div className="step-left">
        <header className="step-head">
          <div className="grow">
            <div className="row">
              <p className="muted">
                {t('stepNumber', { number: view.number })} · {text(view.unitProcedure.title)}
              </p>
              <HoldTimes holdTimes={view.holdTimes} />
            </div>
            <h1>{text(view.title)}</h1>
          </div>
          <Link
            className="btn"
            to={paths.batch(view.header.id) as string}
            data-testid="to-overview"
          >
            {t('overview')}
          </Link>
        </header>
        <div className="step-notices">{notices}</div>
        <InstructionPanel view={view} />
        {list}
        <LiveStrip tags={view.live} />
        {actions}
      </div>
      {side}
      {children}
    </main>
  );
}
