import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RecipeLine } from '@/shared/api/types';
import { DataTable, type TableColumn } from '@/shared/components/DataTable';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { useText } from '@/shared/i18n';
import { useTime } from '@/shared/lib/time';
import { hasRole, useSession } from '@/shared/session/session';
import { recipesQuery } from './api';
import { ImportPanel } from './ImportPanel';
import './recipes.css';
import './texts';

/** Master batch records of this site: which one is effective, who approved it. */
export default function RecipesPage() {
  const { t } = useTranslation('recipes');
  const text = useText();
  const time = useTime();
  const { session } = useSession();
  const { data, error, refetch } = useQuery(recipesQuery);
  const columns: TableColumn<RecipeLine>[] = [
    {
      id: 'name',
      header: t('column.name'),
      text: (r) => text(r.name),
      cell: (r) => (
        <Link className="recipe-link" to={`/recipes/${encodeURIComponent(r.id)}`}>
          {text(r.name)}
        </Link>
      ),
    },
    { id: 'product', header: t('column.product'), text: (r) => r.product },
    { id: 'version', header: t('column.version'), text: (r) => r.version },
    {
      id: 'state',
      header: t('column.state'),
      text: (r) => t(`state.${r.state}`),
      choice: (r) => r.state,
      choices: (['IMPORTED', 'EFFECTIVE', 'RETIRED'] as const).map((s) => ({
        value: s,
        label: t(`state.${s}`),
      })),
    },
    {
      id: 'imported',
      header: t('column.imported'),
      text: (r) => `${text(r.importedBy.name)} ${time.dateTime(r.importedAt)}`,
      order: (r) => r.importedAt,
    },
    {
      id: 'approved',
      header: t('column.approved'),
      text: (r) =>
        r.approvedAt ? `${text(r.approvedBy?.name)} ${time.dateTime(r.approvedAt)}` : '–',
      order: (r) => r.approvedAt ?? '',
    },
    {
      id: 'hash',
      header: t('column.hash'),
      text: (r) => r.packageHash,
      cell: (r) => <code>{r.packageHash.slice(0, 16)}</code>,
    },
  ];
  return (
    <main className="page stack">
      <h1>{t('title')}</h1>
      {hasRole(session, ['PROCESS_ENGINEER']) && <ImportPanel />}
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data && (
        <DataTable
          caption={t('title')}
          rows={data}
          columns={columns}
          rowKey={(r) => r.id}
          exportName="recipes"
        />
      )}
    </main>
  );
}
