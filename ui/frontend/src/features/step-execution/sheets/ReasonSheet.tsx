import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '@/shared/components/Sheet';

type Props = {
  opened: boolean;
  name: string;
  shown: string;
  reason: string;
  /** an exception will be opened because the value is outside its limits */
  outside: boolean;
  onClose: () => void;
  onReason: (reason: string) => void;
};

const quick = ['measuredAgain', 'equipment', 'material', 'handling'] as const;
const SHORTEST = 5;

export function ReasonSheet({ opened, name, ...rest }: Props) {
  const { t } = useTranslation('step');
  return (
    <Sheet
      opened={opened}
      onClose={rest.onClose}
      title={t('reason.title', { name })}
      testId="reason-sheet"
    >
      {opened && <ReasonForm {...rest} />}
    </Sheet>
  );
}

function ReasonForm(props: Omit<Props, 'opened' | 'name'>) {
  const { t } = useTranslation('step');
  const [reason, setReason] = useState(props.reason);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onReason(reason.trim());
  };
  return (
    <form onSubmit={submit}>
      <p>
        <b>{props.shown}</b> {props.outside ? t('reason.outside') : t('reason.byHand')}
      </p>
      <div className="quick-reasons" role="group" aria-label={t('reason.quick')}>
        {quick.map((key) => (
          <button
            key={key}
            type="button"
            className="btn"
            data-testid={`quick-${key}`}
            onClick={() => setReason(t(`reason.${key}`))}
          >
            {t(`reason.${key}`)}
          </button>
        ))}
      </div>
      <label className="field" htmlFor={id}>
        {t('reason.label')}
        <textarea
          id={id}
          rows={2}
          required
          minLength={SHORTEST}
          maxLength={1000}
          value={reason}
          data-testid="reason-text"
          onChange={(e) => setReason(e.target.value)}
        />
      </label>
      <div className="sheet-end">
        <button type="button" className="btn" onClick={props.onClose}>
          {t('common:cancel')}
        </button>
        <button
          className="btn primary"
          disabled={reason.trim().length < SHORTEST}
          data-testid="reason-save"
        >
          {t('reason.save')}
        </button>
      </div>
    </form>
  );
}
