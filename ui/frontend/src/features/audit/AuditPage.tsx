import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { batchesQuery } from '@/shared/api/batches';
import { BatchFrame } from '@/shared/components/BatchFrame';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { useUrlValues } from '@/shared/components/table/urlState';
import { hasRole, useSession } from '@/shared/session/session';
import { Trail } from './Trail';
import './audit.css';
import './texts';

/** Who changed what, when and why: the chain of one batch, or of the site. */
export default function AuditPage() {
  const { value } = useUrlValues();
  const { session } = useSession();
  const batchId = value('batch');
  if (batchId === '') {
    return (
      <main className="page stack">
        <ChooseBatch />
        {hasRole(session, ['QA', 'ADMINISTRATOR']) && <Trail batchId="" />}
      </main>
    );
  }
  return (
    <BatchFrame batchId={batchId} tab="audit">
      {() => <Trail batchId={batchId} />}
    </BatchFrame>
  );
}

function ChooseBatch() {
  const { t } = useTranslation('audit');
  const { set } = useUrlValues();
  const { data, error } = useQuery(batchesQuery);
  return (
    <>
      <h1>{t('title')}</h1>
      {error && <ErrorPanel error={error} />}
      <label className="field audit-choice">
        {t('choose')}
        <select value="" onChange={(e) => set({ batch: e.target.value })}>
          <option value="">{t('site')}</option>
          {(data ?? []).map((b) => (
            <option key={b.id} value={b.id}>
              {b.shortCode} · {b.number}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
