import { useTranslation } from 'react-i18next';
import type { Fault, Refusal } from '@/shared/api/types';
import { useRefusalText } from '@/shared/i18n/refusals';
import { StopIcon } from './Icons';
import './panels.css';

type Props = { refusal: Refusal; faults?: Fault[]; nameOf?: (fault: Fault) => string | undefined };

/** "Why can't I?": the rule, the value met, what is needed, who can solve it. */
export function RefusalPanel({ refusal, faults = [], nameOf }: Props) {
  const { t } = useTranslation('errors');
  const words = useRefusalText();
  return (
    <div className="refusal" role="alert" data-testid="refusal" data-code={refusal.code}>
      <p className="head">
        <StopIcon /> {t(`code.${refusal.code}`, { defaultValue: words(refusal.rule) })}
        <span className="code">{refusal.code}</span>
      </p>
      {faults.length === 0 && <RefusalFacts refusal={refusal} />}
      {faults.length > 0 && (
        <ul>
          {faults.map((fault, i) => (
            <li key={i}>
              <b>{nameOf?.(fault) ?? fault.parameter ?? fault.field}</b>{' '}
              {t(`code.${fault.code}`, { defaultValue: words(fault.rule) })}
              <RefusalFacts refusal={fault} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function RefusalFacts({ refusal }: { refusal: Refusal | Fault }) {
  const { t } = useTranslation('errors');
  const words = useRefusalText();
  const headline = t(`code.${refusal.code}`, { defaultValue: words(refusal.rule) });
  const rule = words(refusal.rule);
  const facts = [
    ['rule', headline === rule ? undefined : rule],
    ['value', refusal.value && words(refusal.value)],
    ['needed', refusal.needed && words(refusal.needed)],
    ['solver', refusal.solver && words(refusal.solver)],
  ].filter(([, text]) => text !== undefined && text !== '');
  if (facts.length === 0) return null;
  return (
    <dl className="facts">
      {facts.map(([name, text]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{t(`fact.${name}`)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
