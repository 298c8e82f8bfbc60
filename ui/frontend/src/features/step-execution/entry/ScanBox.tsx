import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ScanIcon } from '@/shared/components/Icons';
import { useKeys } from '@/shared/lib/useKeys';

type Props = {
  prompt: string;
  /** what was read, once something was */
  read?: string | undefined;
  busy?: boolean;
  active: boolean;
  onCode: (code: string) => void;
  /** demonstration only: what a scanner would read from the right label */
  sample?: string | undefined;
};

/** Waits for the scanner; a label that cannot be read any more is typed from its print. */
export function ScanBox({ prompt, read, busy, active, onCode, sample }: Props) {
  const { t } = useTranslation('step');
  const [typed, setTyped] = useState('');
  const id = useId();
  useKeys(active && !busy, { onScan: onCode });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === '') return;
    onCode(typed.normalize('NFKC').trim());
    setTyped('');
  };
  return (
    <>
      <div className="scan-box" data-testid="scan-box" data-read={read !== undefined}>
        <ScanIcon size={56} />
        <strong>{prompt}</strong>
        <output className="scan-read" aria-live="polite">
          {busy ? t('scan.checking') : (read ?? t('scan.waiting'))}
        </output>
      </div>
      <form className="scan-typed" onSubmit={submit}>
        <label className="field grow" htmlFor={id}>
          {t('scan.typed')}
          <input
            id={id}
            value={typed}
            data-testid="scan-input"
            onChange={(e) => setTyped(e.target.value)}
            autoCapitalize="off"
            autoCorrect="off"
            autoComplete="off"
            spellCheck={false}
          />
        </label>
        <button className="btn" disabled={busy || typed.trim() === ''} data-testid="scan-submit">
          {t('scan.enter')}
        </button>
      </form>
      {sample !== undefined && (
        <button
          type="button"
          className="btn"
          disabled={busy}
          data-testid="scan-sample"
          onClick={() => onCode(sample)}
        >
          {t('scan.sample')}
        </button>
      )}
    </>
  );
}
