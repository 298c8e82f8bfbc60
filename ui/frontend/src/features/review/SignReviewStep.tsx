import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { get, newRequestId, post, put } from '@/shared/api/client';
import type { BatchView, Fault, Parameter, StepView } from '@/shared/api/types';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { Sheet } from '@/shared/components/Sheet';
import { SignSheet } from '@/shared/components/SignSheet';
import { ShownFacts } from '@/shared/components/ShownFacts';
import { useLanguage, useText } from '@/shared/i18n';
import { ReviewFields } from './ReviewFields';

const STEP = '/api/batches/{batch}/steps/{step}';

type Props = { batch: BatchView; stepKey: string; onSigned: () => void };
type Values = Record<string, string>;
type Confirmed = { values: Values; comment: string; requestId: string };

/** The review of the record is a step of the release procedure; it is answered and signed from here. */
export function SignReviewStep({ batch, stepKey, onSigned }: Props) {
  const { t } = useTranslation(['review', 'common']);
  const text = useText();
  const language = useLanguage();
  const path = { batch: batch.header.id, step: stepKey };
  const [confirmed, setConfirmed] = useState<Confirmed>();
  const load = useMutation({ mutationFn: () => get(STEP, { path }) });
  const step = load.data;
  const close = () => {
    setConfirmed(undefined);
    load.reset();
  };
  const nameOf = (fault: Fault) =>
    text(step?.parameters.find((p) => p.id === fault.parameter)?.name);
  const asked = (step?.parameters ?? []).filter((p) => p.source.kind === 'MANUAL');
  return (
    <>
      <button
        type="button"
        className="btn primary"
        onClick={() => load.mutate()}
        data-testid="sign-review"
      >
        {t('reviews.sign')}
      </button>
      {load.error && <ErrorPanel error={load.error} />}
      {step && !confirmed && (
        <Sheet
          opened
          onClose={close}
          title={`${step.number} ${text(step.title)}`}
          testId="review-sheet"
        >
          <AnswerForm
            step={step}
            asked={asked}
            onClose={close}
            onDone={(values, comment) =>
              setConfirmed({ values, comment, requestId: newRequestId() })
            }
          />
        </Sheet>
      )}
      {step && confirmed && (
        <SignSheet
          opened
          onClose={close}
          title={`${step.number} ${text(step.title)}`}
          nameOf={nameOf}
          ask={() =>
            post(`${STEP}/challenges`, {
              path,
              body: { purpose: 'PERFORM', values: confirmed.values, reasons: {}, language },
            })
          }
          content={(challenge) => <ShownFacts challenge={challenge} header={batch.header} />}
          sign={async (signature) => {
            await put(`${STEP}/completions/{requestId}`, {
              path: { ...path, requestId: confirmed.requestId },
              body: {
                coi: step.header.coi,
                revision: step.revision,
                values: confirmed.values,
                reasons: {},
                language,
                signature,
                ...(confirmed.comment && { comment: confirmed.comment }),
              },
            });
            close();
            onSigned();
          }}
        />
      )}
    </>
  );
}

type FormProps = {
  step: StepView;
  asked: Parameter[];
  onClose: () => void;
  onDone: (values: Values, comment: string) => void;
};

function AnswerForm({ step, asked, onClose, onDone }: FormProps) {
  const { t } = useTranslation(['review', 'batch']);
  const text = useText();
  const [values, setValues] = useState<Values>({});
  const [comment, setComment] = useState('');
  const done = (event: FormEvent) => {
    event.preventDefault();
    onDone(values, comment.trim());
  };
  return (
    <form onSubmit={done}>
      <div className="sheet-scroll stack" tabIndex={0} role="region" aria-label={text(step.title)}>
        <ol>
          {step.instructions.map((line, i) => (
            <li key={i}>{text(line)}</li>
          ))}
        </ol>
        <ReviewFields
          asked={asked}
          values={values}
          onValue={(id, v) => setValues((b) => ({ ...b, [id]: v }))}
        />
        <label className="field">
          {t('reviews.comment')}
          <textarea
            rows={2}
            maxLength={2000}
            value={comment}
            onChange={(e) => setComment(e.target.value)}
          />
        </label>
      </div>
      <div className="sheet-end">
        <button type="button" className="btn" onClick={onClose}>
          {t('batch:back')}
        </button>
        <button className="btn primary" data-testid="review-continue">
          {t('batch:continueToSignature')}
        </button>
      </div>
    </form>
  );
}
