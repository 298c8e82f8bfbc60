import { useTranslation } from 'react-i18next';
import type { PeopleView, Role } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { Checks } from './Checks';

/** In the order of the work: making, testing, judging, preparing, running the system. */
const ROLES: readonly Role[] = [
  'OPERATOR',
  'SUPERVISOR',
  'LOGISTICS',
  'QC_ANALYST',
  'QA',
  'PROCESS_ENGINEER',
  'EQUIPMENT_ENGINEER',
  'PLANNER',
  'ADMINISTRATOR',
  'CLIENT_READER',
];

export type Rights = { roles: Role[]; clients: string[] };
type Props = {
  value: Rights;
  onChange: (value: Rights) => void;
  clients: PeopleView['clients'];
};

/** Roles, and the clients a person is limited to. */
export function RightsFields({ value, onChange, clients }: Props) {
  const { t } = useTranslation(['people', 'common']);
  const text = useText();
  return (
    <>
      <Checks
        legend={t('field.roles')}
        options={ROLES.map((role) => ({ value: role, label: t(`common:role.${role}`) }))}
        chosen={value.roles}
        onChange={(roles) => onChange({ ...value, roles })}
        testId="role"
      />
      <p className="muted">{t('apart')}</p>
      <Checks
        legend={t('field.clients')}
        options={clients.map((c) => ({ value: c.id, label: text(c.name) }))}
        chosen={value.clients}
        onChange={(chosen) => onChange({ ...value, clients: chosen })}
        testId="client"
      />
      <p className="muted">{t('clientsHint')}</p>
    </>
  );
}
