import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckIcon, StopIcon, WarnIcon } from '@/shared/components/Icons';
import { useText } from '@/shared/i18n';
import { isOutside } from '@/shared/lib/limits';
import { useTime } from '@/shared/lib/time';
import { unitText } from '@/shared/lib/units';
import type { Item } from '../model/items';
import { ScrollPanel } from './ScrollPanel';

type Props = {
  items: Item[];
  currentId: string | undefined;
  onPick: (id: string) => void;
};

/** All values of the step: what is done, what is due, what is outside. A tap makes one the present one. */
export function RecordList({ items, currentId, onPick }: Props) {
  const { t } = useTranslation('step');
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which must not become the clean-up of this effect.
    current.current?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);
  return (
    <ScrollPanel label={t('toRecord')} className="record-list pick">
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className="record-row"
              aria-current={item.id === currentId ? 'true' : undefined}
              ref={item.id === currentId ? current : undefined}
              data-state={item.state}
              data-testid={`item-${item.id}`}
              onClick={() => onPick(item.id)}
            >
              <Row item={item} />
            </button>
          </li>
        ))}
      </ul>
    </ScrollPanel>
  );
}

function Row({ item }: { item: Item }) {
  const { t } = useTranslation('step');
  const text = useText();
  const shown = useShownValue(item);
  const outside = item.kind === 'value' && isOutside(item.verdict);
  const name = item.kind === 'scan' ? text(item.scan.name) : text(item.parameter.name);
  const Mark = !outside
    ? CheckIcon
    : item.kind === 'value' && item.verdict === 'REJECT'
      ? StopIcon
      : WarnIcon;
  return (
    <>
      <span className="mark" data-verdict={outside ? item.verdict : undefined}>
        {(item.state === 'done' || outside) && <Mark size={24} />}
      </span>
      <span className="name">
        {name}
        <small>{t(`item.${item.kind === 'scan' ? 'scan' : item.parameter.source.kind}`)}</small>
      </span>
      <b
        className="value"
        data-verdict={outside ? item.verdict : undefined}
        translate={isOwnWords(item) ? 'no' : undefined}
      >
        {shown || t(`state.${item.state}`)}
      </b>
    </>
  );
}

/** What somebody wrote stays in the language it was written in. */
const isOwnWords = (item: Item) => item.kind === 'value' && item.parameter.type === 'TEXT';

function useShownValue(item: Item): string {
  const { t } = useTranslation('step');
  const text = useText();
  const time = useTime();
  if (item.kind === 'scan') return item.state === 'done' ? t('scan.ok') : '';
  const { parameter: p, value, evaluated } = item;
  if (value === undefined || value === '') return '';
  if (p.type === 'BOOLEAN') return value === 'true' ? t('common:yes') : t('common:no');
  if (p.type === 'CHOICE') return text(p.choices.find((c) => c.value === value)?.name) || value;
  if (p.type === 'TIME') return p.planned ? time.dateTime(value) : time.clock(value);
  const digits = item.typed ? value : (evaluated?.display ?? value);
  return `${digits} ${unitText(p.unit)}`.trim();
}
