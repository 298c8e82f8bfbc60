import { useTranslation } from 'react-i18next';
import type { Review } from '@/shared/api/types';
import { CheckIcon, StopIcon } from '@/shared/components/Icons';
import { OwnWords } from '@/shared/components/OwnWords';
import { useText } from '@/shared/i18n';
import { usePersonText } from '@/shared/lib/person';
import { useTime } from '@/shared/lib/time';

/** Releasable, or exactly what blocks and who can solve it. */
export function VerdictLine({ review }: { review: Review }) {
  const { t } = useTranslation(['review', 'common']);
  const text = useText();
  const person = usePersonText();
  const time = useTime();
  const { disposition, verdict } = review;
  const solver = (s: Review['verdict']['blockers'][number]['solver']) =>
    typeof s === 'string' ? t(`common:role.${s}`, { defaultValue: s }) : text(s);
  if (disposition) {
    const d = disposition;
    return (
      <section className="verdict" data-good={d.decision === 'RELEASED'} data-testid="verdict">
        <p className="verdict-head">
          {d.decision === 'RELEASED' ? <CheckIcon /> : <StopIcon />} {t(`verdict.${d.decision}`)}
        </p>
        <p>
          {person(d.by)} · {time.exact(d.at)} <OwnWords>{d.reason && `· ${d.reason}`}</OwnWords>
        </p>
      </section>
    );
  }
  if (verdict.releasable) {
    return (
      <section className="verdict" data-good data-testid="verdict">
        <p className="verdict-head">
          <CheckIcon /> {t('verdict.releasable')}
        </p>
      </section>
    );
  }
  return (
    <section className="verdict" data-good={false} data-testid="verdict">
      <p className="verdict-head">
        <StopIcon /> {t('verdict.blocked', { count: verdict.blockers.length })}
      </p>
      <ul>
        {verdict.blockers.map((b) => (
          <li key={b.code} data-code={b.code}>
            <b>
              {b.count > 0 && `${b.count} × `}
              {text(b.text)}
            </b>
            <span className="verdict-solver">
              {t('verdict.solver')}: {solver(b.solver)}
            </span>
            {(b.evidence ?? []).length > 0 && (
              <details className="verdict-evidence">
                <summary>{t('verdict.evidence')}</summary>
                {(b.evidence ?? []).map(text).join(' · ')}
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
