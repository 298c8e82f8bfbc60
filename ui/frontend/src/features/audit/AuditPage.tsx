import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { batchesQuery } from '@/shared/api/batches';
import type { AuditChain, AuditEntry } from '@/shared/api/types';
import { BatchFrame } from '@/shared/components/BatchFrame';
import { DataTable, type TableColumn } from '@/shared/components/DataTable';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { CheckIcon, StopIcon } from '@/shared/components/Icons';
import { OwnWords } from '@/shared/components/OwnWords';
import { useUrlValues } from '@/shared/components/table/urlState';
import { useRefusalText } from '@/shared/i18n/refusals';
import { usePersonText } from '@/shared/lib/person';
import { useTime } from '@/shared/lib/time';
import { hasRole, useSession } from '@/shared/session/session';
import { auditQuery, changesText, MOST } from './api';
import './audit.css';
import './texts';

/** Who changed what, when and why: the chain of one batch. */
export default function AuditPage() {
  const { value } = useUrlValues();
  const { session } = useSession();
  const batchId = value('batch');
  if (batchId === '') {
    return (
      <main className="page stack">
        <ChooseBatch />
        {hasRole(session, ['QA', 'ADMINISTRATOR']) && <Trail batchId="" number="site" />}
      </main>
    );
  }
  return (
    <BatchFrame batchId={batchId} tab="audit">
      {(batch) => <Trail batchId={batchId} number={batch.header.number} />}
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

function Trail({ batchId, number }: { batchId: string; number: string }) {
  const { t } = useTranslation('audit');
  const sentence = useRefusalText();
  const person = usePersonText();
  const time = useTime();
  const { data, error, refetch } = useQuery(auditQuery(batchId));
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="muted">{t('loading')}</p>;
  const actions = [...new Set(data.events.map((e) => e.action))].sort();
  const actionText = (action: string) =>
    t(`action.${action.replaceAll('.', '_')}`, { defaultValue: action });
  const columns: TableColumn<AuditEntry>[] = [
    {
      id: 'seq',
      header: t('column.seq'),
      text: (e) => String(e.seq),
      order: (e) => e.seq,
      numeric: true,
    },
    {
      id: 'at',
      header: t('column.at'),
      text: (e) => time.exact(e.recordedAt),
      order: (e) => e.recordedAt,
    },
    { id: 'actor', header: t('column.actor'), text: (e) => person(e.actor) },
    {
      id: 'action',
      header: t('column.action'),
      text: (e) => actionText(e.action),
      choice: (e) => e.action,
      choices: actions.map((a) => ({ value: a, label: actionText(a) })),
    },
    {
      id: 'what',
      header: t('column.entity'),
      text: (e) => `${e.entity} ${e.entityId}`,
      cell: (e) => <span className="audit-id">{`${e.entity} ${e.entityId}`}</span>,
    },
    {
      id: 'changes',
      header: t('column.changes'),
      text: (e) => changesText(e.changes),
      cell: (e) => (
        // values as they are stored
        <span className="audit-changes" translate="no">
          {changesText(e.changes)}
        </span>
      ),
    },
    {
      id: 'reason',
      header: t('column.reason'),
      text: (e) => sentence(e.reason ?? ''),
      cell: (e) => <OwnWords>{sentence(e.reason ?? '')}</OwnWords>,
    },
    {
      id: 'hash',
      header: t('column.hash'),
      text: (e) => e.hash,
      cell: (e) => <code>{e.hash.slice(0, 12)}</code>,
    },
  ];
  return (
    <div className="stack">
      {batchId !== '' && <h1 className="sr">{t('title')}</h1>}
      <ChainLine chain={data.chain} />
      {data.chain.length > data.events.length && (
        <p className="notice warn">
          {t('partial', { shown: data.events.length, all: data.chain.length, most: MOST })}
        </p>
      )}
      <DataTable
        caption={t('title')}
        rows={data.events}
        columns={columns}
        rowKey={(e) => String(e.seq)}
        exportName={`${number}-audit`}
        pageSize={100}
      />
    </div>
  );
}

function ChainLine({ chain }: { chain: AuditChain }) {
  const { t } = useTranslation('audit');
  return (
    <p
      className={chain.valid ? 'notice' : 'notice audit-broken'}
      role="status"
      data-testid="chain"
      data-valid={chain.valid}
    >
      {chain.valid ? <CheckIcon /> : <StopIcon />}
      {chain.valid
        ? t('chain.valid', { count: chain.length })
        : t('chain.broken', { at: chain.firstBad ?? '?', count: chain.length })}
      <code className="audit-head">{chain.head}</code>
    </p>
  );
}
