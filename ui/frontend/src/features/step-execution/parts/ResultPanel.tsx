import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CompletionAnswer, StepView } from '@/shared/api/types';
import { CheckIcon, WarnIcon } from '@/shared/components/Icons';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/routing';

type Props = { view: StepView; answer: CompletionAnswer; onStay: () => void };

/** It is in the record: what it opened, and where to go on. */
export function ResultPanel({ view, answer, onStay }: Props) {
  const { t } = useTranslation('step');
  const text = useText();
  const waits = answer.state === 'AWAITING_VERIFICATION';
  return (
    <main className="page result" data-testid="result" data-state={answer.state}>
      <div className="panel stack">
        <h1>
          <CheckIcon size={44} /> <span role="status">{t('result.recorded')}</span>
        </h1>
        <p className="muted">
          {t('stepNumber', { number: view.number })} · {text(view.title)}
        </p>
        {waits && <p>{t('result.waits')}</p>}
        {answer.exceptions.length > 0 && (
          <ul className="result-exceptions">
            {answer.exceptions.map((e) => (
              <li key={e.number} className="notice warn">
                <WarnIcon /> {t('exception', { number: e.number })} ·{' '}
                {t(`common:severity.${e.severity}`)} · {text(e.text)}
              </li>
            ))}
          </ul>
        )}
        <div className="result-actions">
          {waits ? (
            <button type="button" className="btn primary" onClick={onStay} data-testid="verify-now">
              {t('result.verifyNow')}
            </button>
          ) : (
            answer.next && (
              <Link
                className="btn primary"
                to={paths.step(answer.next.batchId, answer.next.key) as string}
                data-testid="next-step"
              >
                {t('result.next')}
              </Link>
            )
          )}
          <Link className="btn" to={paths.work as string} data-testid="to-work">
            {t('result.work')}
          </Link>
        </div>
      </div>
    </main>
  );
}
