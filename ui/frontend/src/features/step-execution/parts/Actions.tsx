import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepRef } from '../model/api';
import { ProblemSheet } from '../sheets/ProblemSheet';

type Props = {
  step: StepRef;
  problemOpen: boolean;
  onProblem: (opened: boolean) => void;
  primary?: { label: string; onPress: () => void; disabled: boolean; hint: string };
};

/** A wet glove taps twice: the second tap within this time does nothing. */
const DOUBLE_TAP_MS = 300;

export function Actions({ step, problemOpen, onProblem, primary }: Props) {
  const { t } = useTranslation('step');
  const [pressedAt, setPressedAt] = useState(0);
  useEffect(() => {
    if (pressedAt === 0) return;
    const timer = setTimeout(() => setPressedAt(0), DOUBLE_TAP_MS);
    return () => clearTimeout(timer);
  }, [pressedAt]);
  const press = () => {
    if (pressedAt !== 0) return;
    setPressedAt(performance.now());
    primary?.onPress();
  };
  return (
    <div className="actions">
      <button
        type="button"
        className="btn"
        onClick={() => onProblem(true)}
        data-testid="report-problem"
      >
        {t('problem.open')}
      </button>
      {primary && (
        <button
          type="button"
          className="btn primary"
          disabled={primary.disabled}
          onClick={press}
          data-testid="complete"
        >
          <span>
            {primary.label}
            {primary.hint && <small>{primary.hint}</small>}
          </span>
        </button>
      )}
      <ProblemSheet step={step} opened={problemOpen} onClose={() => onProblem(false)} />
    </div>
  );
}
