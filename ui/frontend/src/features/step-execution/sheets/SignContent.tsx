import { useTranslation } from 'react-i18next';
import type { Challenge, StepView } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { isOutside, rangeText } from '@/shared/lib/limits';
import { unitText } from '@/shared/lib/units';
import type { Item } from '../model/items';

export type SignedLine = {
  id: string;
  name: string;
  value: string;
  limits: string;
  outside: string;
  reason?: string | undefined;
};

type Props = { view: StepView; lines: SignedLine[]; challenge: Challenge };

/** Whose batch, which step, which values: what the digest of the challenge covers, in people's words. */
export function SignContent({ view, lines }: Props) {
  const { t } = useTranslation('step');
  const text = useText();
  const { header } = view;
  return (
    <dl className="facts" data-testid="sign-content">
      <dt>{t('common:identity.code')}</dt>
      <dd>
        {header.shortCode} · {text(header.checkWord)} · {header.number}
      </dd>
      <dt>{t('stepNumber', { number: view.number })}</dt>
      <dd>{text(view.title)}</dd>
      {lines.map((line) => (
        <div key={line.id} style={{ display: 'contents' }}>
          <dt>{line.name}</dt>
          <dd>
            {line.value} {line.limits && <span className="muted">({line.limits})</span>}{' '}
            {line.outside && <span className="tag bad">{line.outside}</span>}
            {line.reason && <div className="muted">{t('reason.given', line)}</div>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The lines of a step as it is about to be recorded. */
export function useSignedLines(): (items: Item[], reasons: Record<string, string>) => SignedLine[] {
  const { t } = useTranslation('step');
  const text = useText();
  return (items, reasons) =>
    items.flatMap((item) => {
      if (item.kind !== 'value' || item.value === undefined) return [];
      const p = item.parameter;
      return [
        {
          id: p.id,
          name: text(p.name),
          value: valueText(item, t, text),
          limits: rangeText(p.limits?.normal),
          outside: isOutside(item.verdict) ? t(`common:verdict.${item.verdict}`) : '',
          reason: reasons[p.id],
        },
      ];
    });
}

type ValueItem = Extract<Item, { kind: 'value' }>;

function valueText(
  item: ValueItem,
  t: (key: string) => string,
  text: ReturnType<typeof useText>,
): string {
  const { parameter: p, value = '', evaluated } = item;
  if (p.type === 'BOOLEAN') return t(value === 'true' ? 'common:yes' : 'common:no');
  if (p.type === 'CHOICE') return text(p.choices.find((c) => c.value === value)?.name) || value;
  const digits = item.typed ? value : (evaluated?.display ?? value);
  return `${digits} ${unitText(p.unit)}`.trim();
}
