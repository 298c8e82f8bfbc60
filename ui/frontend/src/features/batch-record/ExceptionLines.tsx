import { useTranslation } from 'react-i18next';
import { exceptionName } from '@/shared/api/batches';
import type { BatchException } from '@/shared/api/types';
import { OwnWords } from '@/shared/components/OwnWords';
import { useText } from '@/shared/i18n';
import { usePersonText } from '@/shared/lib/person';
import { useTime } from '@/shared/lib/time';
import { factText } from '@/shared/lib/units';

/** Exceptions with what was decided about them. */
export function ExceptionLines({ exceptions }: { exceptions: BatchException[] }) {
  const { t } = useTranslation(['record', 'common']);
  const text = useText();
  const person = usePersonText();
  const time = useTime();
  if (exceptions.length === 0) return null;
  return (
    <ul className="record-exceptions" aria-label={t('exceptions')}>
      {exceptions.map((e) => (
        <li key={e.id}>
          <span
            className={
              e.severity === 'CRITICAL' ? 'tag bad' : e.severity === 'INFO' ? 'tag' : 'tag warn'
            }
          >
            {exceptionName(e)} {t(`common:severity.${e.severity}`)}
          </span>{' '}
          {e.stepNumber} {text(e.text)} {factText(e.value)} {e.limit && `(${factText(e.limit)})`}{' '}
          {e.reason && `${t('reason')}: `}
          <OwnWords>{e.reason}</OwnWords>{' '}
          <span className="muted">
            {person(e.openedBy)} · {time.exact(e.openedAt)}
          </span>
          <span className="record-decision">
            {t(`exceptionState.${e.state}`)}
            {e.decidedAt && ` · ${person(e.decidedBy)} · ${time.exact(e.decidedAt)}`}
            <OwnWords>{e.comment && ` · ${e.comment}`}</OwnWords>
          </span>
        </li>
      ))}
    </ul>
  );
}
