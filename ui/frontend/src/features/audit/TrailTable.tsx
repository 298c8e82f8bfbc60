import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '@/shared/api/types';
import { OwnWords } from '@/shared/components/OwnWords';
import { useRefusalText } from '@/shared/i18n/refusals';
import { usePersonText } from '@/shared/lib/person';
import { useTime } from '@/shared/lib/time';
import { changesText } from './api';
import { useActionText } from './useActionText';

/** The events as they were found: who in which role and from where, what, old and new, why. */
export function TrailTable({ events }: { events: AuditEntry[] }) {
  const { t } = useTranslation(['audit', 'table']);
  const columns = ['seq', 'at', 'actor', 'action', 'entity', 'changes', 'reason', 'hash'] as const;
  return (
    <div className="dt-scroll" role="group" aria-label={t('title')} tabIndex={0}>
      <table className="audit-table">
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c} scope="col" className={c === 'seq' ? 'n' : undefined}>
                {t(`column.${c}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map((e) => (
            <EventRow key={e.seq} event={e} />
          ))}
        </tbody>
      </table>
      {events.length === 0 && <p className="dt-empty">{t('table:noneFound')}</p>}
    </div>
  );
}

function EventRow({ event: e }: { event: AuditEntry }) {
  const { t } = useTranslation(['audit', 'common']);
  const sentence = useRefusalText();
  const person = usePersonText();
  const actionText = useActionText();
  const time = useTime();
  return (
    <tr>
      <td className="n">{e.seq}</td>
      <td>{time.exact(e.recordedAt)}</td>
      <td>
        <b>{person(e.actor)}</b>
        {e.roles.length > 0 && (
          <span className="audit-detail">
            {e.roles.map((r) => t(`common:role.${r}`, { defaultValue: r })).join(' · ')}
          </span>
        )}
        {e.station !== undefined && (
          <span className="audit-detail">{t('station', { station: e.station })}</span>
        )}
      </td>
      <td>{actionText(e.action)}</td>
      <td className="audit-id">{`${e.entity} ${e.entityId}`}</td>
      <td>
        <Changes changes={e.changes} />
      </td>
      <td className="wide">
        <OwnWords>{sentence(e.reason ?? '')}</OwnWords>
      </td>
      <td>
        <code title={e.hash}>{e.hash.slice(0, 12)}</code>
        {e.rows > 0 && <span className="audit-detail">{t('rows', { count: e.rows })}</span>}
      </td>
    </tr>
  );
}

/** More lines than anybody reads at a glance open on demand; a tag map has hundreds. */
const LINES_MAX = 12;

function Changes({ changes }: { changes: AuditEntry['changes'] }) {
  const { t } = useTranslation('audit');
  const text = (
    // values as they are stored
    <span className="audit-changes" translate="no">
      {changesText(changes)}
    </span>
  );
  const count = Object.keys(changes).length;
  if (count <= LINES_MAX) return text;
  return (
    <details>
      <summary>{t('fields', { count })}</summary>
      {text}
    </details>
  );
}
