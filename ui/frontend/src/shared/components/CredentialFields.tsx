import { useId, type Ref } from 'react';
import { useTranslation } from 'react-i18next';

export type Credentials = { user: string; password: string };
export const NOBODY: Credentials = { user: '', password: '' };

type Props = {
  value: Credentials;
  onChange: (value: Credentials) => void;
  testIds: Credentials;
  userField?: Ref<HTMLInputElement>;
};

/** User id and password on a shared tablet: nothing filled in, nothing remembered. */
export function CredentialFields({ value, onChange, testIds, userField }: Props) {
  const { t } = useTranslation('common');
  const id = useId();
  return (
    <>
      <label className="field" htmlFor={`${id}u`}>
        {t('credentials.user')}
        <input
          id={`${id}u`}
          ref={userField}
          data-testid={testIds.user}
          data-autofocus
          required
          value={value.user}
          onChange={(e) => onChange({ ...value, user: e.target.value })}
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          autoComplete="off"
        />
      </label>
      <label className="field" htmlFor={`${id}p`}>
        {t('credentials.password')}
        <input
          id={`${id}p`}
          data-testid={testIds.password}
          required
          type="password"
          value={value.password}
          onChange={(e) => onChange({ ...value, password: e.target.value })}
          autoComplete="off"
        />
      </label>
    </>
  );
}
