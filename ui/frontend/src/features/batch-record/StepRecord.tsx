import type { BatchException, RecordIdentityCheck, RecordStep } from '@/shared/api/types';
import { useTranslation } from 'react-i18next';
import { CheckIcon, WarnIcon } from '@/shared/components/Icons';
import { OwnWords } from '@/shared/components/OwnWords';
import { useText } from '@/shared/i18n';
import { usePersonText } from '@/shared/lib/person';
import { useTime } from '@/shared/lib/time';
import { ExceptionLines } from './ExceptionLines';
import { Signatures } from './Signatures';
import { ValueRow } from './ValueRow';

/** One signed line of the record with everything that belongs to it. */
export function StepRecord({
  step,
  exceptions,
}: {
  step: RecordStep;
  exceptions: BatchException[];
}) {
  const { t } = useTranslation(['record', 'common']);
  const text = useText();
  const person = usePersonText();
  const time = useTime();
  const [, pass] = step.key.split('~');
  const title = `${step.number} ${text(step.title)}${pass ? ` (${t('pass', { pass })})` : ''}`;
  return (
    <div id={step.key} className="panel record-step">
      <h3>
        <a href={`#${step.key}`}>{title}</a>{' '}
        <span className="muted">{t(`common:stepState.${step.state}`)}</span>
      </h3>
      <p className="record-who">
        {step.performedBy &&
          `${t('performed')}: ${person(step.performedBy)} · ${time.exact(step.performedAt)}`}
        {step.verifiedBy &&
          ` / ${t('verified')}: ${person(step.verifiedBy)} · ${time.exact(step.verifiedAt)}`}
      </p>
      {step.identityChecks.map((check, i) => (
        <IdentityLine key={i} check={check} />
      ))}
      {step.parameters.length > 0 && (
        <div className="record-scroll" tabIndex={0} role="group" aria-label={title}>
          <table className="grid">
            <thead>
              <tr>
                {(['parameter', 'value', 'limits', 'verdict', 'source', 'by'] as const).map((c) => (
                  <th key={c} scope="col">
                    {t(`column.${c}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {step.parameters.map((p) => (
                <ValueRow key={p.id} parameter={p} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {step.comment && (
        <p>
          <b>{t('comment')}:</b> <OwnWords>{step.comment}</OwnWords>
        </p>
      )}
      <ExceptionLines exceptions={exceptions} />
      <Signatures signatures={step.signatures} />
    </div>
  );
}

function IdentityLine({ check }: { check: RecordIdentityCheck }) {
  const { t } = useTranslation('record');
  const text = useText();
  const person = usePersonText();
  const time = useTime();
  return (
    <p className="record-check" data-matched={check.matched}>
      {check.matched ? <CheckIcon size={18} /> : <WarnIcon size={18} />}
      {t(check.matched ? 'identity.match' : 'identity.mismatch')}: {text(check.name) || check.scan}{' '}
      {check.code}{' '}
      <span className="muted">
        {person(check.by)} · {time.exact(check.at)}
      </span>
    </p>
  );
}
