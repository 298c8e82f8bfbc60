import { useTranslation } from 'react-i18next';
import type { RecordSignature } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useTime } from '@/shared/lib/time';

/** Printed name, time with zone, meaning (21 CFR 11.50); a void one stays readable with its reason. */
export function Signatures({ signatures }: { signatures: RecordSignature[] }) {
  const { t } = useTranslation(['record', 'sign']);
  const text = useText();
  const time = useTime();
  if (signatures.length === 0) return null;
  return (
    <ul className="record-signatures" aria-label={t('signatures')}>
      {signatures.map((s) => {
        const line = (
          <>
            <b>{text(s.printedName)}</b> · {time.exact(s.signedAt)} ·{' '}
            {t(`sign:meaning.${s.meaning}`, { defaultValue: s.meaning })}
            <span className="record-digest">{s.digest.slice(0, 16)}</span>
          </>
        );
        return (
          <li key={s.id} data-void={s.voidReason !== undefined}>
            ✍ {s.voidReason === undefined ? line : <s>{line}</s>}
            {!s.recomputes && <strong className="tag bad">{t('doesNotRecompute')}</strong>}
            {s.voidReason !== undefined && (
              <span>
                {' '}
                {t('void')}: {s.voidReason}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
