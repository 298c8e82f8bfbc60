import { useTranslation } from 'react-i18next';
import type { StepView } from '@/shared/api/types';
import { RefusalPanel } from '@/shared/components/RefusalPanel';
import { useText } from '@/shared/i18n';
import { rangeText } from '@/shared/lib/limits';
import { unitText } from '@/shared/lib/units';
import type { StepRef } from '../model/api';
import type { DraftAccess } from '../model/draft';
import type { Item } from '../model/items';
import type { Mismatch } from '../parts/MismatchStop';
import { ChoiceEntry } from './ChoiceEntry';
import { IdentityEntry } from './IdentityEntry';
import { NumberEntry } from './NumberEntry';
import { ReadValue } from './ReadValue';
import { ScanBox } from './ScanBox';
import { useSampleCode } from './useSampleCode';
import { TextEntry } from './TextEntry';
import { TimeEntry } from './TimeEntry';

type Props = {
  step: StepRef;
  view: StepView;
  item: Item;
  position: string;
  draft: DraftAccess;
  /** false while a sheet is open or the screen is locked: keys and scans belong elsewhere */
  active: boolean;
  onNext: () => void;
  /** a wrong label stops the whole step, so the stop stands above this panel */
  onMismatch: (mismatch: Mismatch) => void;
};

/** One thing at a time: the scan or the value that is due. */
export function EntryPanel(props: Props) {
  const { item, position } = props;
  const { t } = useTranslation('step');
  const text = useText();
  const name = item.kind === 'scan' ? text(item.scan.name) : text(item.parameter.name);
  return (
    <section className="panel entry-panel" aria-label={name} data-testid="entry-panel">
      <header>
        <h2>{name}</h2>
        <span className="muted">{position}</span>
      </header>
      {item.kind === 'scan' ? (
        <IdentityEntry
          key={item.id}
          step={props.step}
          view={props.view}
          scan={item.scan}
          active={props.active}
          onNext={props.onNext}
          onMismatch={props.onMismatch}
        />
      ) : (
        <ValueEntry {...props} item={item} name={name} />
      )}
      {item.state === 'blocked' && item.kind === 'value' && !item.evaluated?.problem && (
        <RefusalPanel
          refusal={{
            code: 'BR-006',
            rule: t('blocked'),
            value: `${item.value} ${unitText(item.parameter.unit)}`,
            needed: rangeText(item.parameter.limits?.normal),
            solver: 'SUPERVISOR',
          }}
        />
      )}
    </section>
  );
}

type ValueProps = Omit<Props, 'item'> & {
  item: Extract<Item, { kind: 'value' }>;
  name: string;
};

function ValueEntry({ view, item, name, draft, active, onNext }: ValueProps) {
  const { t } = useTranslation('step');
  const text = useText();
  const { parameter: p, verdict } = item;
  const value = draft.draft.values[p.id] ?? '';
  const onChange = (next: string) => draft.setValue(p.id, next);
  const sampleOf = useSampleCode(view.header);
  const nextLabel = t(item.state === 'reason' ? 'giveReason' : 'next');
  const common = { parameter: p, label: name, value, verdict, onChange, onNext, nextLabel };
  const limits = rangeText(p.limits?.normal);
  const head = limits !== '' && (
    <p className="muted limits">{t('limits', { range: limits, unit: unitText(p.unit) })}</p>
  );
  if (!item.typed) {
    return (
      <>
        {head}
        <ReadValue
          item={item}
          names={Object.fromEntries(view.parameters.map((x) => [x.id, text(x.name)]))}
          onTypeInstead={() => draft.setByHand(p.id, true)}
          onNext={onNext}
          nextLabel={nextLabel}
        />
      </>
    );
  }
  const entry = () => {
    if (p.source.kind === 'SCAN') {
      const label = t(`scan.${p.source.of ?? 'FREE'}`, { name: text(p.name) });
      const read = value === '' ? undefined : value;
      return (
        <>
          <ScanBox
            prompt={label}
            read={read}
            active={active}
            onCode={onChange}
            sample={sampleOf(p)}
          />
          <button
            type="button"
            className="btn next"
            onClick={onNext}
            disabled={value === ''}
            data-testid="next"
          >
            {nextLabel}
          </button>
        </>
      );
    }
    switch (p.type) {
      case 'DECIMAL':
      case 'INTEGER':
        return <NumberEntry {...common} active={active} onScan={() => undefined} />;
      case 'BOOLEAN':
      case 'CHOICE':
        return <ChoiceEntry {...common} />;
      case 'TIME':
        return <TimeEntry {...common} />;
      default:
        return <TextEntry {...common} />;
    }
  };
  return (
    <>
      {head}
      {entry()}
      {value !== '' && item.evaluated?.problem && <RefusalPanel refusal={item.evaluated.problem} />}
      {item.byHand && (
        <button type="button" className="btn" onClick={() => draft.setByHand(p.id, false)}>
          {t('readInstead')}
        </button>
      )}
    </>
  );
}
