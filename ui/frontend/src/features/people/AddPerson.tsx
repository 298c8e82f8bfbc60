import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '@/shared/api/client';
import type { PasswordLink, PeopleView } from '@/shared/api/types';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { RightsFields, type Rights } from './RightsFields';

const NOBODY = { user: '', nameEn: '', nameJa: '' };
const NOTHING: Rights = { roles: [], clients: [] };

type Props = { clients: PeopleView['clients']; onAdded: (link: PasswordLink) => void };

export function AddPerson({ clients, onAdded }: Props) {
  const { t } = useTranslation('people');
  const queries = useQueryClient();
  const [person, setPerson] = useState(NOBODY);
  const [rights, setRights] = useState(NOTHING);
  const send = useMutation({
    mutationFn: () => post('/api/people', { body: { ...person, ...rights } }),
    onSuccess: async (link) => {
      await queries.invalidateQueries({ queryKey: ['people'] });
      onAdded(link);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!send.isPending) send.mutate();
  };
  return (
    <form className="stack" onSubmit={submit} data-testid="add-person">
      {(['user', 'nameEn', 'nameJa'] as const).map((field) => (
        <label key={field} className="field">
          {t(`field.${field}`)}
          <input
            required
            data-testid={`person-${field}`}
            maxLength={field === 'user' ? 40 : 120}
            autoCapitalize="off"
            autoComplete="off"
            spellCheck={false}
            value={person[field]}
            onChange={(e) => setPerson({ ...person, [field]: e.target.value })}
          />
        </label>
      ))}
      <RightsFields value={rights} onChange={setRights} clients={clients} />
      {send.error && <ErrorPanel error={send.error} write />}
      <div className="row">
        <button className="btn primary" disabled={send.isPending} data-testid="person-create">
          {t('create')}
        </button>
      </div>
    </form>
  );
}
