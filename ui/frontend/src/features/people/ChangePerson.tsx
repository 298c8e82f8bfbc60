import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { post, put } from '@/shared/api/client';
import type { PasswordLink, PeopleView, PersonLine } from '@/shared/api/types';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { RightsFields, type Rights } from './RightsFields';

type Props = {
  person: PersonLine;
  clients: PeopleView['clients'];
  onDone: () => void;
  onLink: (link: PasswordLink) => void;
};

/** Rights, a new password link, unlocking: each with who did it in the trail. */
export function ChangePerson({ person, clients, onDone, onLink }: Props) {
  const { t } = useTranslation('people');
  const queries = useQueryClient();
  const [rights, setRights] = useState<Rights>({ roles: person.roles, clients: person.clients });
  const [active, setActive] = useState(person.active);
  const [reason, setReason] = useState('');
  const path = { id: person.id };
  const refresh = () => queries.invalidateQueries({ queryKey: ['people'] });
  const save = useMutation({
    mutationFn: () => put('/api/people/{id}', { path, body: { ...rights, active, reason } }),
    onSuccess: async () => {
      await refresh();
      onDone();
    },
  });
  const unlock = useMutation({
    mutationFn: () => post('/api/people/{id}/unlocks', { path, body: { reason } }),
    onSuccess: async () => {
      await refresh();
      onDone();
    },
  });
  const link = useMutation({
    mutationFn: () => post('/api/people/{id}/links', { path }),
    onSuccess: onLink,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  const error = save.error ?? unlock.error ?? link.error;
  return (
    <form className="stack" onSubmit={submit} data-testid="change-person">
      <RightsFields value={rights} onChange={setRights} clients={clients} />
      <label className="people-active">
        <input
          type="checkbox"
          data-testid="person-active"
          checked={active}
          onChange={(e) => setActive(e.target.checked)}
        />
        {t('isActive')}
      </label>
      <label className="field">
        {t('reason')}
        <input
          required
          data-testid="person-reason"
          maxLength={500}
          value={reason}
          onChange={(e) => setReason(e.target.value)}
          aria-describedby="reason-hint"
        />
        <span id="reason-hint" className="muted">
          {t('reasonHint')}
        </span>
      </label>
      {error && <ErrorPanel error={error} write />}
      <div className="row">
        <button className="btn primary" disabled={save.isPending} data-testid="person-save">
          {t('save')}
        </button>
        <span className="grow" />
        {person.account === 'LOCKED' && (
          <button
            type="button"
            className="btn"
            disabled={unlock.isPending}
            onClick={() => unlock.mutate()}
            data-testid="person-unlock"
          >
            {t('unlock')}
          </button>
        )}
        {person.active && (
          <button
            type="button"
            className="btn"
            disabled={link.isPending}
            onClick={() => link.mutate()}
            data-testid="person-link"
          >
            {t('newLink')}
          </button>
        )}
      </div>
    </form>
  );
}
