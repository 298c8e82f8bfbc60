import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, post, put } from '@/shared/api/client';
import type { BatchView, Disposition as Decision, Review } from '@/shared/api/types';
import { ReasonedSignature } from '@/shared/components/ReasonedSignature';
import { ShownFacts } from '@/shared/components/ShownFacts';
import { useLanguage } from '@/shared/i18n';
import { paths } from '@/shared/routing';
import { hasRole, useSession } from '@/shared/session/session';

/** The way to the whole record, and the decision: release exists only while nothing blocks it. */
export function Disposition({ batch, review }: { batch: BatchView; review: Review }) {
  const { t } = useTranslation('review');
  const { session } = useSession();
  const [decision, setDecision] = useState<Decision>();
  const id = batch.header.id;
  const pdf = (lang: string) =>
    addressOf('/api/batches/{batch}/record.pdf', { path: { batch: id }, query: { lang } });
  const decides = hasRole(session, ['QA']) && !review.disposition;
  return (
    <div className="row review-end">
      <Link className="btn" to={paths.record(id)}>
        {t('links.record')}
      </Link>
      <Link className="btn" to={paths.audit} search={{ batch: id } as never}>
        {t('links.audit')}
      </Link>
      <a className="btn" lang="en" href={pdf('en')}>
        {t('links.pdfEn')}
      </a>
      <a className="btn" lang="ja" href={pdf('ja')}>
        {t('links.pdfJa')}
      </a>
      <span className="grow" />
      {decides && (
        <button
          type="button"
          className="btn danger"
          onClick={() => setDecision('REJECTED')}
          data-testid="reject"
        >
          {t('disposition.reject')}
        </button>
      )}
      {decides && review.verdict.releasable && (
        <button
          type="button"
          className="btn primary"
          onClick={() => setDecision('RELEASED')}
          data-testid="release"
        >
          {t('disposition.release')}
        </button>
      )}
      {decides && !review.verdict.releasable && (
        <span className="muted">{t('disposition.notYet')}</span>
      )}
      {decision && (
        <DispositionSheet
          batch={batch}
          decision={decision}
          onClose={() => setDecision(undefined)}
        />
      )}
    </div>
  );
}

type SheetProps = { batch: BatchView; decision: Decision; onClose: () => void };

function DispositionSheet({ batch, decision, onClose }: SheetProps) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const queries = useQueryClient();
  const id = batch.header.id;
  const body = (reason: string) => ({ decision, language, ...(reason !== '' && { reason }) });
  return (
    <ReasonedSignature
      opened
      onClose={onClose}
      title={t(`disposition.title_${decision}`)}
      explain={<p>{t(`disposition.explain_${decision}`)}</p>}
      label={t('disposition.reason')}
      optional={decision === 'RELEASED'}
      ask={(reason) =>
        post('/api/batches/{batch}/dispositions/challenges', {
          path: { batch: id },
          body: body(reason),
        })
      }
      content={(challenge) => <ShownFacts challenge={challenge} header={batch.header} />}
      sign={async (signature, reason, requestId) => {
        await put('/api/batches/{batch}/dispositions/{requestId}', {
          path: { batch: id, requestId },
          body: { ...body(reason), signature },
        });
        await queries.invalidateQueries({ queryKey: ['batch', batch.header.id] });
        await queries.invalidateQueries({ queryKey: ['reviews'] });
      }}
    />
  );
}
