import { useTranslation } from 'react-i18next';
import type { Parameter, RecordedValue, StepView } from '@/shared/api/types';
import { CheckIcon, StopIcon, WarnIcon } from '@/shared/components/Icons';
import { useText } from '@/shared/i18n';
import { isOutside, rangeText } from '@/shared/lib/limits';
import { usePersonText } from '@/shared/lib/person';
import { useTime } from '@/shared/lib/time';
import { recordedText } from '../model/recorded';
import { ScrollPanel } from './ScrollPanel';

type Props = {
  view: StepView;
  /** offers a correction beside every value a person entered */
  onCorrect?: (parameter: Parameter) => void;
};

/** What stands in the record; a corrected value stays readable, struck through. */
export function RecordedList({ view, onCorrect }: Props) {
  const { t } = useTranslation('step');
  return (
    <ScrollPanel label={t('recorded')} className="record-list">
      <ul>
        {view.identityScans.map((scan) => (
          <ScanRow key={scan.id} scan={scan} />
        ))}
        {view.parameters.map((p) => (
          <RecordedRow key={p.id} parameter={p} {...(onCorrect && { onCorrect })} />
        ))}
      </ul>
    </ScrollPanel>
  );
}

function ScanRow({ scan }: { scan: StepView['identityScans'][number] }) {
  const { t } = useTranslation('step');
  const text = useText();
  const personText = usePersonText();
  const time = useTime();
  return (
    <li className="record-row">
      <span className="mark">{scan.done && <CheckIcon size={24} />}</span>
      <span className="name">
        {text(scan.name)}
        {scan.done && (
          <small>
            {personText(scan.done.by)} {time.exact(scan.done.at)}
          </small>
        )}
      </span>
      <b className="value">{t(scan.done ? 'scan.ok' : 'state.todo')}</b>
    </li>
  );
}

type RowProps = { parameter: Parameter; onCorrect?: (parameter: Parameter) => void };

function RecordedRow({ parameter: p, onCorrect }: RowProps) {
  const { t } = useTranslation('step');
  const text = useText();
  const r = p.recorded;
  const outside = isOutside(r?.verdict);
  const Mark = !outside ? CheckIcon : r?.verdict === 'REJECT' ? StopIcon : WarnIcon;
  const limits = rangeText(p.limits?.normal);
  const correctable = onCorrect && r && (r.source === 'MANUAL' || r.source === 'SCAN');
  return (
    <li className="record-row" data-testid={`recorded-${p.id}`}>
      <span className="mark" data-verdict={outside ? r?.verdict : undefined}>
        {r && <Mark size={24} />}
      </span>
      <span className="name">
        {text(p.name)} {limits && <small>({limits})</small>}
        {r && <Attribution value={r} />}
        {r?.reason && <small>{t('reason.given', { reason: r.reason })}</small>}
        {(r?.earlier ?? []).map((old) => (
          <small key={old.revision}>
            <s>{recordedText(p, old, t, text)}</s> <Attribution value={old} />
          </small>
        ))}
      </span>
      <b className="value">{r ? recordedText(p, r, t, text) : '–'}</b>
      {correctable && (
        <button
          type="button"
          className="btn"
          onClick={() => onCorrect(p)}
          data-testid={`correct-${p.id}`}
        >
          {t('correct.open')}
        </button>
      )}
    </li>
  );
}

function Attribution({ value }: { value: RecordedValue }) {
  const { t } = useTranslation('step');
  const personText = usePersonText();
  const time = useTime();
  return (
    <small>
      {t(`item.${value.source}`, { defaultValue: value.source })} · {personText(value.by)} ·{' '}
      {time.exact(value.at)}
    </small>
  );
}
