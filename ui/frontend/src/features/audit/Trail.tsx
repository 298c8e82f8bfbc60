import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AuditChain, AuditEntry } from '@/shared/api/types';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { CheckIcon, StopIcon } from '@/shared/components/Icons';
import { TableTools } from '@/shared/components/table/TableTools';
import { useUrlValues } from '@/shared/components/table/urlState';
import { usePersonText } from '@/shared/lib/person';
import { hasRole, useSession } from '@/shared/session/session';
import { auditQuery, chainQuery, exportAddress } from './api';
import { SealPanel } from './SealPanel';
import { TrailTable } from './TrailTable';
import { useActionText } from './useActionText';
import '@/shared/components/table/table.css';

/** One chain: whether it is whole, what to look for, and what was found, newest first. */
export function Trail({ batchId }: { batchId: string }) {
  const { t } = useTranslation(['audit', 'table']);
  const { session } = useSession();
  const { value, set } = useUrlValues();
  const filter = {
    batch: batchId,
    person: value('person'),
    action: value('action'),
    entity: value('entity'),
    text: value('q'),
  };
  const chain = useQuery(chainQuery(batchId));
  const found = useInfiniteQuery({ ...auditQuery(filter), placeholderData: keepPreviousData });
  const events = found.data?.pages.flatMap((p) => p.events) ?? [];
  const choices = useChoices(events, filter);
  const error = found.error ?? chain.error;
  if (error) return <ErrorPanel error={error} onRetry={() => void found.refetch()} />;
  return (
    <div className="stack">
      {batchId !== '' && <h1 className="sr">{t('title')}</h1>}
      {chain.data && <ChainLine chain={chain.data} />}
      {hasRole(session, ['QA', 'ADMINISTRATOR', 'CLIENT_READER']) && <SealPanel />}
      <div className="dt">
        <TableTools
          caption={t('title')}
          q={filter.text}
          onQuery={(q) => set({ q })}
          choices={choices}
          onChoice={(column, v) => set({ [column]: v })}
          count={t('found', { count: events.length })}
          onExport={() => window.location.assign(exportAddress(filter))}
        />
        {found.data ? <TrailTable events={events} /> : <p className="muted">{t('loading')}</p>}
        {found.hasNextPage && (
          <button
            type="button"
            className="btn audit-older"
            disabled={found.isFetching}
            onClick={() => void found.fetchNextPage()}
          >
            {t('older')}
          </button>
        )}
      </div>
    </div>
  );
}

/** What was met so far can be chosen; what is chosen stays in the list. */
function useChoices(events: AuditEntry[], filter: Record<string, string>) {
  const { t } = useTranslation('audit');
  const person = usePersonText();
  const actionText = useActionText();
  const people = new Map(events.map((e) => [e.actor.id, person(e.actor)]));
  const choice = (
    id: string,
    header: string,
    found: Iterable<string>,
    label = (v: string) => v,
  ) => {
    const chosen = filter[id] ?? '';
    const values = [...new Set([...found, ...(chosen === '' ? [] : [chosen])])].sort();
    return { id, header, chosen, choices: values.map((v) => ({ value: v, label: label(v) })) };
  };
  return [
    choice('person', t('column.actor'), people.keys(), (id) => people.get(id) ?? id),
    choice(
      'action',
      t('column.action'),
      events.map((e) => e.action),
      actionText,
    ),
    choice(
      'entity',
      t('column.entity'),
      events.map((e) => e.entity),
    ),
  ];
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
