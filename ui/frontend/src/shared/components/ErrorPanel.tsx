import { useTranslation } from 'react-i18next';
import { isProblem } from '@/shared/api/problem';
import type { Fault } from '@/shared/api/types';
import { WarnIcon } from './Icons';
import { RefusalPanel } from './RefusalPanel';
import './panels.css';

type Props = {
  error: unknown;
  /** a write: the panel says whether anything was saved */
  write?: boolean;
  onRetry?: () => void;
  nameOf?: (fault: Fault) => string | undefined;
};

/** What happened, whether anything was saved, what to do. */
export function ErrorPanel({ error, write, onRetry, nameOf }: Props) {
  const { t } = useTranslation('errors');
  if (isProblem(error) && error.kind === 'refused') {
    return (
      <RefusalPanel
        refusal={error.refusal}
        faults={error.faults}
        {...(nameOf !== undefined && { nameOf })}
      />
    );
  }
  const lost = isProblem(error) && error.kind === 'unreachable';
  const kind = lost ? 'unreachable' : 'failed';
  return (
    <div className="refusal" role="alert" data-testid="error-panel">
      <p className="head">
        <WarnIcon /> {t(`${kind}.what`)}
        {isProblem(error) && <span className="code">{error.code}</span>}
      </p>
      {write && <p>{t(`${kind}.saved`)}</p>}
      <p>{t(write ? `${kind}.doWrite` : `${kind}.do`)}</p>
      {onRetry && (
        <button type="button" className="btn" onClick={onRetry}>
          {t('retry')}
        </button>
      )}
    </div>
  );
}
