import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { batchesQuery } from '@/shared/api/batches';
import type { BatchLine, Ordered } from '@/shared/api/types';
import { DataTable, type TableColumn } from '@/shared/components/DataTable';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { useText } from '@/shared/i18n';
import { useTime } from '@/shared/lib/time';
import { paths } from '@/shared/routing';
import { hasRole, useSession } from '@/shared/session/session';
import { optionsQuery } from './api';
import { CreatedPanel } from './CreatedPanel';
import { OrderForm } from './OrderForm';
import './orders.css';
import './texts';

/** From an order to a running batch. */
export default function OrdersPage() {
  const { t } = useTranslation('orders');
  const { session } = useSession();
  const plans = hasRole(session, ['PLANNER']);
  const { data: orders, error, refetch } = useQuery(batchesQuery);
  const options = useQuery({ ...optionsQuery, enabled: plans });
  const [created, setCreated] = useState<Ordered>();
  // A new form per order: its request id must not be used twice.
  const [form, setForm] = useState(0);
  return (
    <main className="page stack">
      <h1>{t('title')}</h1>
      {created && (
        <CreatedPanel
          created={created}
          onAnother={() => {
            setCreated(undefined);
            setForm((n) => n + 1);
          }}
        />
      )}
      {options.error && <ErrorPanel error={options.error} onRetry={() => void options.refetch()} />}
      {plans && options.data && !created && (
        <OrderForm key={form} options={options.data} onCreated={setCreated} />
      )}
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {orders && <Orders orders={orders} />}
    </main>
  );
}

function Orders({ orders }: { orders: BatchLine[] }) {
  const { t } = useTranslation(['orders', 'common']);
  const text = useText();
  const time = useTime();
  const columns: TableColumn<BatchLine>[] = [
    {
      id: 'number',
      header: t('column.number'),
      text: (o) => o.number,
      cell: (o) => (
        <Link className="orders-link" to={paths.batch(o.id)}>
          {o.number}
        </Link>
      ),
    },
    { id: 'code', header: t('column.code'), text: (o) => `${o.shortCode} ${text(o.checkWord)}` },
    { id: 'coi', header: t('column.coi'), text: (o) => o.coi },
    {
      id: 'product',
      header: t('column.product'),
      text: (o) => `${text(o.product.name)} ${o.product.version}`,
    },
    { id: 'client', header: t('column.client'), text: (o) => text(o.client.name) },
    { id: 'suite', header: t('column.suite'), text: (o) => o.suite },
    {
      id: 'state',
      header: t('column.state'),
      text: (o) => t(`common:batchState.${o.state}`),
    },
    {
      id: 'created',
      header: t('column.created'),
      text: (o) => time.dateTime(o.createdAt),
      order: (o) => o.createdAt,
    },
  ];
  return (
    <DataTable
      caption={t('list')}
      rows={orders}
      columns={columns}
      rowKey={(o) => o.id}
      exportName="orders"
    />
  );
}
