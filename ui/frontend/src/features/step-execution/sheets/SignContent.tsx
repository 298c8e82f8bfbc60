import { useTranslation } from 'react-i18next';
import type { Challenge, Parameter, StepView, Verdict } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { isOutside, rangeText } from '@/shared/lib/limits';
import { unitText } from '@/shared/lib/units';
import { useTime } from '@/shared/lib/time';

/** One value in the content the digest is made of. */
type ShownLine = {
  id: string;
  name: string;
  value: string;
  display?: string;
  unit?: string;
  limits?: string;
  verdict: Verdict;
  source: string;
  reason?: string;
};

type Shown = {
  batch?: string;
  coi?: string;
  number?: string;
  title?: string;
  values?: ShownLine[];
  parameter?: string;
  newValue?: string;
  note?: string;
};

type Props = { view: StepView; challenge: Challenge };

/** Nothing but the content of the challenge: what is read here is what the digest covers. */
export function SignContent({ view, challenge }: Props) {
  const { t } = useTranslation('step');
  const text = useText();
  const shown = challenge.shown as Shown;
  return (
    <dl className="facts" data-testid="sign-content">
      <dt>{t('common:identity.batch')}</dt>
      <dd>
        {view.header.shortCode} · {text(view.header.checkWord)} · {shown.batch} · {shown.coi}
      </dd>
      <dt>{t('stepNumber', { number: shown.number })}</dt>
      <dd>{shown.title}</dd>
      {(shown.values ?? []).map((line) => (
        <Line key={line.id} view={view} line={line} />
      ))}
      {shown.newValue !== undefined && (
        <>
          <dt>{t('correct.new')}</dt>
          <dd>{shown.newValue}</dd>
        </>
      )}
      {shown.note !== undefined && (
        <>
          <dt>{t('reason.label')}</dt>
          <dd>{shown.note}</dd>
        </>
      )}
    </dl>
  );
}

function Line({ view, line }: { view: StepView; line: ShownLine }) {
  const { t } = useTranslation('step');
  const parameter = view.parameters.find((p) => p.id === line.id);
  const word = useWords(parameter);
  const allowed = (parameter?.limits?.allowed ?? []).map(word).join(', ');
  const limits = rangeText(parameter?.limits?.normal) || allowed || line.limits;
  return (
    <>
      <dt>{line.name}</dt>
      <dd>
        <ShownValue view={view} line={line} /> {limits && <span className="muted">({limits})</span>}{' '}
        {isOutside(line.verdict) && (
          <span className={`tag ${line.verdict === 'REJECT' ? 'bad' : 'warn'}`}>
            {t(`common:verdict.${line.verdict}`)}
          </span>
        )}
        {line.reason && <div className="muted">{t('reason.given', { reason: line.reason })}</div>}
      </dd>
    </>
  );
}

function ShownValue({ view, line }: { view: StepView; line: ShownLine }) {
  const time = useTime();
  const parameter = view.parameters.find((p) => p.id === line.id);
  const word = useWords(parameter);
  switch (parameter?.type) {
    case 'BOOLEAN':
    case 'CHOICE':
      return word(line.value);
    case 'TIME':
      return time.exact(line.value);
    default:
      return `${line.display ?? line.value} ${unitText(line.unit)}`.trim();
  }
}

/** Yes, no and the choices as people call them. */
function useWords(p: Parameter | undefined): (value: string) => string {
  const { t } = useTranslation('step');
  const text = useText();
  return (value) =>
    p?.type === 'BOOLEAN'
      ? t(value === 'true' ? 'common:yes' : 'common:no')
      : text(p?.choices.find((c) => c.value === value)?.name) || value;
}
