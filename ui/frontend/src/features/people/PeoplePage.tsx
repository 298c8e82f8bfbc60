import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PasswordLink, PeopleView, PersonLine } from '@/shared/api/types';
import { DataTable, type TableColumn } from '@/shared/components/DataTable';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { Sheet } from '@/shared/components/Sheet';
import { useText } from '@/shared/i18n';
import { AddPerson } from './AddPerson';
import { peopleQuery } from './api';
import { ChangePerson } from './ChangePerson';
import { LinkPanel } from './LinkPanel';
import './people.css';
import './texts';

/** Who may work here and with which rights; passwords are nobody's business but the person's. */
export default function PeoplePage() {
  const { t } = useTranslation('people');
  const text = useText();
  const { data, error, refetch } = useQuery(peopleQuery);
  const [open, setOpen] = useState<'add' | PersonLine>();
  const [link, setLink] = useState<PasswordLink>();
  const close = () => setOpen(undefined);
  const show = (made: PasswordLink) => {
    setLink(made);
    close();
  };
  return (
    <main className="page stack">
      <div className="row">
        <h1 className="grow">{t('title')}</h1>
        <button
          type="button"
          className="btn primary"
          onClick={() => setOpen('add')}
          data-testid="person-add"
        >
          {t('add')}
        </button>
      </div>
      {link && <LinkPanel link={link} onClose={() => setLink(undefined)} />}
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data && <PeopleTable data={data} onChange={setOpen} />}
      <Sheet opened={open === 'add'} onClose={close} title={t('add')}>
        {data && open === 'add' && <AddPerson clients={data.clients} onAdded={show} />}
      </Sheet>
      {data && open && open !== 'add' && (
        <Sheet opened onClose={close} title={t('changeTitle', { name: text(open.name) })}>
          <ChangePerson person={open} clients={data.clients} onDone={close} onLink={show} />
        </Sheet>
      )}
    </main>
  );
}

type TableProps = { data: PeopleView; onChange: (person: PersonLine) => void };

function PeopleTable({ data, onChange }: TableProps) {
  const { t } = useTranslation(['people', 'common']);
  const text = useText();
  const clientName = (id: string) => text(data.clients.find((c) => c.id === id)?.name) || id;
  const columns: TableColumn<PersonLine>[] = [
    {
      id: 'user',
      header: t('column.user'),
      text: (p) => p.id,
      cell: (p) => <span translate="no">{p.id}</span>,
    },
    { id: 'name', header: t('column.name'), text: (p) => text(p.name) },
    {
      id: 'roles',
      header: t('column.roles'),
      text: (p) => p.roles.map((r) => t(`common:role.${r}`)).join(', '),
    },
    {
      id: 'clients',
      header: t('column.clients'),
      text: (p) => p.clients.map(clientName).join(', ') || t('allClients'),
    },
    {
      id: 'state',
      header: t('column.state'),
      text: (p) => t(p.active ? 'active' : 'disabled'),
      choice: (p) => String(p.active),
      choices: [
        { value: 'true', label: t('active') },
        { value: 'false', label: t('disabled') },
      ],
    },
    {
      id: 'account',
      header: t('column.account'),
      text: (p) => t(`account.${p.account}`),
      cell: (p) => (
        <span className={p.account === 'LOCKED' ? 'tag warn' : undefined}>
          {t(`account.${p.account}`)}
        </span>
      ),
    },
    {
      id: 'change',
      header: t('column.change'),
      text: () => '',
      cell: (p) => (
        <button
          type="button"
          className="btn"
          onClick={() => onChange(p)}
          data-testid={`change-${p.id}`}
          aria-label={t('changeTitle', { name: text(p.name) })}
        >
          {t('change')}
        </button>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      rows={data.people}
      columns={columns}
      rowKey={(p) => p.id}
      exportName="people"
    />
  );
}
