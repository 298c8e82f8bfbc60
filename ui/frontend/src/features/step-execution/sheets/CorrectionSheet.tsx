import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newRequestId } from '@/shared/api/client';
import type { Parameter, StepView } from '@/shared/api/types';
import { Sheet } from '@/shared/components/Sheet';
import { SignSheet } from '@/shared/components/SignSheet';
import { useLanguage, useText } from '@/shared/i18n';
import { isDecimal, normalizeNumber } from '@/shared/lib/decimal';
import { askChallenge, correct, type StepRef } from '../model/api';
import { isComplete, judge } from '../model/items';
import { recordedText } from '../model/recorded';
import { CorrectionValue } from './CorrectionValue';
import { SignContent } from './SignContent';

type Props = { step: StepRef; view: StepView; parameter: Parameter; onClose: () => void };

/** New value, reason, signature; the old value stays readable and later signatures become void. */
export function CorrectionSheet({ step, view, parameter: p, onClose }: Props) {
  const { t } = useTranslation('step');
  const text = useText();
  const language = useLanguage();
  const queries = useQueryClient();
  const [requestId] = useState(newRequestId);
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [signing, setSigning] = useState(false);
  const id = useId();
  const number = p.type === 'DECIMAL' || p.type === 'INTEGER';
  const value = number ? normalizeNumber(typed) : typed.trim();
  const ready = isComplete(p, value) && reason.trim().length >= 5;
  const old = p.recorded ? recordedText(p, p.recorded, t, text) : '–';
  const body = {
    coi: view.header.coi,
    revision: view.revision,
    parameter: p.id,
    value,
    reason: reason.trim(),
    language,
  };
  if (signing) {
    return (
      <SignSheet
        opened
        onClose={onClose}
        title={t('correct.title', { name: text(p.name) })}
        ask={() => askChallenge(step, { purpose: 'CORRECT', values: {}, reasons: {}, ...body })}
        content={(challenge) => <SignContent view={view} challenge={challenge} />}
        sign={async (signature) => {
          await correct(step, requestId, { ...body, signature });
          await queries.invalidateQueries({ queryKey: ['batch', step.batchId] });
          onClose();
        }}
      />
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) setSigning(true);
  };
  const verdict = judge(p, value);
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('correct.title', { name: text(p.name) })}
      testId="correction"
    >
      <form onSubmit={submit}>
        <p>
          {t('correct.old')}: <b>{old}</b>
        </p>
        <CorrectionValue parameter={p} value={typed} onChange={setTyped} />
        {number && value !== '' && !isDecimal(value) && (
          <p className="notice warn">{t('notANumber')}</p>
        )}
        {(verdict === 'ALERT' || verdict === 'REJECT') && (
          <p className="notice warn">{t(`verdict.${verdict}`)}</p>
        )}
        <label className="field" htmlFor={id}>
          {t('reason.label')}
          <textarea
            id={id}
            rows={2}
            required
            minLength={5}
            maxLength={1000}
            value={reason}
            data-testid="correction-reason"
            onChange={(e) => setReason(e.target.value)}
          />
        </label>
        <p className="muted">{t('correct.consequence')}</p>
        <div className="sheet-end">
          <button type="button" className="btn" onClick={onClose}>
            {t('common:cancel')}
          </button>
          <button className="btn primary" disabled={!ready} data-testid="correction-continue">
            {t('correct.continue')}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
