import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post, put } from '@/shared/api/client';
import type { BatchRecord } from '@/shared/api/types';
import { OwnWords } from '@/shared/components/OwnWords';
import { ReasonedSignature } from '@/shared/components/ReasonedSignature';
import { ShownFacts } from '@/shared/components/ShownFacts';
import { useLanguage } from '@/shared/i18n';
import { usePersonText } from '@/shared/lib/person';
import { useTime } from '@/shared/lib/time';
import { hasRole, useSession } from '@/shared/session/session';

/** How long the record is kept and by which rule; quality stops that clock, and lets it go on. */
export function Retention({ record }: { record: BatchRecord }) {
  const { t } = useTranslation('record', { keyPrefix: 'retention' });
  const time = useTime();
  const person = usePersonText();
  const { session } = useSession();
  const [asked, setAsked] = useState(false);
  const kept = record.retention;
  const hold = kept.legalHold;
  const action = hold ? 'LIFTED' : 'SET';
  return (
    <section className="panel" aria-label={t('title')} data-testid="retention">
      <h2>{t('title')}</h2>
      <dl className="facts">
        <dt>{t('until')}</dt>
        <dd>{kept.retainUntil ? time.exact(kept.retainUntil) : t('fromEnd')}</dd>
        <dt>{t('rule')}</dt>
        <dd>
          {t('ruleOf', {
            market: kept.market,
            years: kept.years,
            months: kept.shelfLifeMonths,
          })}
          <span className="muted"> {kept.source}</span>
        </dd>
        <dt>{t('hold')}</dt>
        <dd data-testid="legal-hold">
          {hold ? (
            <>
              <span className="tag warn">{t('inForce')}</span> <OwnWords>{hold.reason}</OwnWords>
              {` · ${person(hold.by)} · ${time.exact(hold.at)}`}
            </>
          ) : (
            t('none')
          )}
        </dd>
      </dl>
      {hasRole(session, ['QA']) && (
        <button type="button" className="btn" onClick={() => setAsked(true)}>
          {t(`do.${action}`)}
        </button>
      )}
      {asked && <HoldSheet record={record} action={action} onClose={() => setAsked(false)} />}
    </section>
  );
}

type SheetProps = { record: BatchRecord; action: 'SET' | 'LIFTED'; onClose: () => void };

function HoldSheet({ record, action, onClose }: SheetProps) {
  const { t } = useTranslation('record', { keyPrefix: 'retention' });
  const language = useLanguage();
  const queries = useQueryClient();
  const batch = record.header.id;
  return (
    <ReasonedSignature
      opened
      onClose={onClose}
      title={t(`do.${action}`)}
      explain={<p>{t(`explain.${action}`)}</p>}
      label={t('reason')}
      ask={(reason) =>
        post('/api/batches/{batch}/legal-holds/challenges', {
          path: { batch },
          body: { action, reason },
        })
      }
      content={(challenge) => <ShownFacts challenge={challenge} header={record.header} />}
      sign={async (signature, reason, requestId) => {
        await put('/api/batches/{batch}/legal-holds/{requestId}', {
          path: { batch, requestId },
          body: { action, reason, language, signature },
        });
        await queries.invalidateQueries({ queryKey: ['batch', batch] });
      }}
    />
  );
}
