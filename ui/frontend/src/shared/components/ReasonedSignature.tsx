import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newRequestId } from '@/shared/api/client';
import type { Challenge, Signature } from '@/shared/api/types';
import { Sheet } from './Sheet';
import { SignSheet } from './SignSheet';

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What will happen, before anything is typed. */
  explain?: ReactNode;
  label: string;
  optional?: boolean;
  ask: (reason: string) => Promise<Challenge>;
  content: (challenge: Challenge, reason: string) => ReactNode;
  sign: (signature: Signature, reason: string, requestId: string) => Promise<void>;
};

type Confirmed = { reason: string; requestId: string };

/** First the reason, then the signature over exactly that reason. */
export function ReasonedSignature(props: Props) {
  const { opened, onClose, title, ask, content, sign } = props;
  const [confirmed, setConfirmed] = useState<Confirmed>();
  const close = () => {
    setConfirmed(undefined);
    onClose();
  };
  if (!opened) return null;
  if (confirmed) {
    return (
      <SignSheet
        opened
        onClose={close}
        title={title}
        ask={() => ask(confirmed.reason)}
        content={(challenge) => content(challenge, confirmed.reason)}
        sign={async (signature) => {
          await sign(signature, confirmed.reason, confirmed.requestId);
          close();
        }}
      />
    );
  }
  return (
    <Sheet opened onClose={close} title={title} testId="reason-sheet">
      <ReasonForm
        {...props}
        onClose={close}
        onReason={(reason) => setConfirmed({ reason, requestId: newRequestId() })}
      />
    </Sheet>
  );
}

type FormProps = Pick<Props, 'explain' | 'label' | 'optional' | 'onClose'> & {
  onReason: (reason: string) => void;
  submit?: string;
};

export function ReasonForm({ explain, label, optional, onClose, onReason, submit }: FormProps) {
  const { t } = useTranslation('batch');
  const [reason, setReason] = useState('');
  const id = useId();
  const done = (event: FormEvent) => {
    event.preventDefault();
    if (optional || reason.trim() !== '') onReason(reason.trim());
  };
  return (
    <form onSubmit={done}>
      {explain}
      <label className="field" htmlFor={id}>
        {label}
        <textarea
          id={id}
          rows={4}
          maxLength={2000}
          required={!optional}
          data-autofocus
          data-testid="reason-text"
          value={reason}
          onChange={(e) => setReason(e.target.value)}
        />
      </label>
      <div className="sheet-end">
        <button type="button" className="btn" onClick={onClose}>
          {t('back')}
        </button>
        <button className="btn primary" data-testid="reason-continue">
          {submit ?? t('continueToSignature')}
        </button>
      </div>
    </form>
  );
}
