import { useTranslation } from 'react-i18next';
import type { IdentityCheck } from '@/shared/api/types';
import { StopIcon } from '@/shared/components/Icons';
import { Sheet } from '@/shared/components/Sheet';

export type Mismatch = { check: IdentityCheck; code: string };
type Props = Mismatch & { onClose: () => void };

function expectedText({ expected }: IdentityCheck): string {
  return typeof expected === 'string' ? expected : `${expected.coi}/${expected.container}`;
}

/** Full red stop: both codes one above the other, the characters that differ are marked. */
export function MismatchStop({ check, code, onClose }: Props) {
  const { t } = useTranslation('step');
  const expected = expectedText(check);
  return (
    <Sheet opened onClose={onClose} title={t('mismatch.title')} size={980} testId="mismatch">
      <div className="mismatch" role="alert">
        <StopIcon size={72} />
        <p>{t('mismatch.stop')}</p>
        <dl>
          <dt>{t('mismatch.expected')}</dt>
          <dd>{expected}</dd>
          <dt>{t('mismatch.scanned')}</dt>
          <dd data-testid="mismatch-scanned">
            <Marked text={code} against={expected} />
          </dd>
        </dl>
        <p>{t('mismatch.next')}</p>
      </div>
      <button
        type="button"
        className="btn"
        onClick={onClose}
        data-testid="mismatch-close"
        data-autofocus
      >
        {t('mismatch.close')}
      </button>
    </Sheet>
  );
}

function Marked({ text, against }: { text: string; against: string }) {
  return [...text].map((char, i) =>
    char === against[i] ? <span key={i}>{char}</span> : <mark key={i}>{char}</mark>,
  );
}
